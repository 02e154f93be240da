import type { MapFeature, MapLayer, MapPosition } from '@firstfix/contract/base-map';
import { linesOf } from './ground-paths.ts';
import type { GroundColour } from './map-look.ts';
import { LABELS } from './map-look.ts';
import { type MapView, placeOn } from './map-view.ts';

interface LabelPaint {
  readonly view: MapView;
  readonly language: 'zh' | 'en';
  readonly font: string;
  readonly colours: Readonly<Record<GroundColour, string>>;
}

interface Spot {
  readonly x: number;
  readonly y: number;
  /** Radians; never upside down. */
  readonly turned: number;
}

interface Taken {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Writes names where there is room, the most wanted first. */
export function paintLabels(
  context: CanvasRenderingContext2D,
  { features }: MapLayer,
  paint: LabelPaint,
): void {
  const taken: Taken[] = [];
  const { metresPerPixel } = paint.view;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = paint.colours.ground;
  for (const { kinds, size, colour, within, beyond = 0 } of LABELS) {
    if (metresPerPixel > within || metresPerPixel < beyond) continue;
    context.font = `${size}px ${paint.font}`;
    context.fillStyle = paint.colours[colour];
    for (const feature of features.filter(({ properties }) => kinds.includes(properties.kind))) {
      writeName(context, feature, size, paint, taken);
    }
  }
}

function writeName(
  context: CanvasRenderingContext2D,
  { properties, geometry }: MapFeature,
  size: number,
  { view, language }: LabelPaint,
  taken: Taken[],
): void {
  const name = properties[language];
  if (name === undefined) return;
  const width = context.measureText(name).width;
  const spot =
    geometry.type === 'MultiPolygon' ? middleOf(view, geometry.coordinates) : alongOf(view, geometry, width);
  if (!spot) return;
  const place = boxOf(spot, width + 8, size + 6);
  if (!isInside(place, view) || taken.some((one) => meet(one, place))) return;
  taken.push(place);
  context.save();
  context.translate(spot.x, spot.y);
  context.rotate(spot.turned);
  context.strokeText(name, 0, 0);
  context.fillText(name, 0, 0);
  context.restore();
}

/** The middle of an area's first outline. */
function middleOf(view: MapView, areas: readonly (readonly (readonly MapPosition[])[])[]): Spot | undefined {
  const [[outline = []] = []] = areas;
  if (outline.length === 0) return undefined;
  const sum = outline.reduce(([x, y], [lng, lat]) => [x + lng, y + lat] as const, [0, 0] as const);
  const place = placeOn(view, { lng: sum[0] / outline.length, lat: sum[1] / outline.length });
  return { ...place, turned: 0 };
}

/** A stretch of a line, in the view, that is nearly straight and long enough for its name; the one nearest to the middle. */
function alongOf(view: MapView, geometry: MapFeature['geometry'], width: number): Spot | undefined {
  if (geometry.type === 'Point') return { ...placeOn(view, pointOf(geometry.coordinates)), turned: 0 };
  const middle = { x: view.size.width / 2, y: view.size.height / 2 };
  let best: { readonly spot: Spot; readonly off: number } | undefined;
  for (const line of linesOf(geometry)) {
    for (const spot of stretches(view, line, width)) {
      const off = Math.hypot(spot.x - middle.x, spot.y - middle.y);
      if (!best || off < best.off) best = { spot, off };
    }
  }
  return best?.spot;
}

/** How far from straight a name may run. */
const STRAIGHT = 0.97;

function* stretches(view: MapView, line: readonly MapPosition[], width: number): Generator<Spot> {
  const places = line.map((position) => placeOn(view, pointOf(position)));
  let from = 0;
  let length = 0;
  for (let to = 1; to < places.length; to += 1) {
    const [a, b, start] = [places[to - 1], places[to], places[from]];
    if (!a || !b || !start) return;
    length += Math.hypot(b.x - a.x, b.y - a.y);
    if (length < width) continue;
    const direct = Math.hypot(b.x - start.x, b.y - start.y);
    if (direct > length * STRAIGHT) yield spotBetween(start, b);
    from = to;
    length = 0;
  }
}

function spotBetween(a: { x: number; y: number }, b: { x: number; y: number }): Spot {
  const [left, right] = a.x <= b.x ? [a, b] : [b, a];
  const turned = Math.atan2(right.y - left.y, right.x - left.x);
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, turned };
}

function pointOf([lng, lat]: MapPosition) {
  return { lat, lng };
}

function boxOf({ x, y, turned }: Spot, width: number, height: number): Taken {
  const [sin, cos] = [Math.abs(Math.sin(turned)), Math.abs(Math.cos(turned))];
  const [across, down] = [(width * cos + height * sin) / 2, (width * sin + height * cos) / 2];
  return { left: x - across, right: x + across, top: y - down, bottom: y + down };
}

function isInside({ left, right, top, bottom }: Taken, { size }: MapView): boolean {
  return left >= 0 && top >= 0 && right <= size.width && bottom <= size.height;
}

function meet(a: Taken, b: Taken): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
