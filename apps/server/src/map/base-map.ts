import { baseLayer, buildingLayer, type City, type Layer } from '@firstfix/city';
import type { MapBox } from '@firstfix/contract/base-map';
import { clipLayer } from './clip-layer.ts';

/** The map under what the product shows. */
export interface BaseMap {
  /** All of it, without houses. */
  whole(): Layer;
  /** What lies in a box: near a door with its houses, across the city without its small streets. */
  within(box: MapBox): Layer;
}

/** Degrees of latitude: the smallest boxes, where houses can be told apart on a phone. */
const NEAR = 0.035;
/** Some 9 km: streets to live in would be a grey veil. */
const FAR = 0.08;
const SMALL = ['local', 'community'];

/** The map of a generated city. It is laid out when somebody asks for it first. */
export function cityMap(city: () => City): BaseMap {
  let layer: Layer | undefined;
  const whole = () => {
    layer ??= baseLayer(city());
    return layer;
  };
  return {
    whole,
    within(box) {
      const height = box.north - box.south;
      const clipped = clipLayer(whole(), box, (kind) => height < FAR || !SMALL.includes(kind));
      if (height > NEAR) return clipped;
      const around = { lat: (box.south + box.north) / 2, lng: (box.west + box.east) / 2 };
      const houses = clipLayer(buildingLayer(city(), around, HOUSES_WITHIN_METRES), box, () => true);
      return { ...clipped, features: [...clipped.features, ...houses.features] };
    },
  };
}

const HOUSES_WITHIN_METRES = 4_000;
