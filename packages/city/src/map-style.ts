/** Colours and font of the surface the map lies on, as CSS writes them. */
export interface MapTokens {
  readonly ground: string;
  readonly block: string;
  readonly building: string;
  readonly green: string;
  readonly water: string;
  readonly street: string;
  readonly streetEdge: string;
  readonly ringStreet: string;
  readonly border: string;
  readonly text: string;
  readonly textQuiet: string;
  readonly waterText: string;
  readonly fonts: readonly string[];
}

/** Where the map's layers are fetched from: answers of `baseLayer` and, where a map is near enough for houses, of `buildingLayer`. */
export interface MapSources {
  readonly base: string;
  readonly buildings?: string;
}

type Json = string | number | boolean | Json[] | { [name: string]: Json };

interface StyleLayer {
  readonly id: string;
  readonly type: 'background' | 'fill' | 'line' | 'symbol';
  readonly source?: string;
  readonly minzoom?: number;
  readonly maxzoom?: number;
  readonly filter?: Json;
  readonly layout?: Readonly<Record<string, Json>>;
  readonly paint?: Readonly<Record<string, Json>>;
}

/** A MapLibre style (version 8), without the library's types; letters are drawn from the reader's own fonts (from 5.11 on). */
export interface MapStyle {
  readonly version: 8;
  readonly sources: Readonly<Record<string, { readonly type: 'geojson'; readonly data: string }>>;
  readonly layers: readonly StyleLayer[];
}

/** How the city looks on a surface with these tokens, labelled in one of the languages. */
export function createMapStyle(tokens: MapTokens, language: 'zh' | 'en', sources: MapSources): MapStyle {
  return {
    version: 8,
    sources: {
      base: { type: 'geojson', data: sources.base },
      ...(sources.buildings === undefined ? {} : { buildings: { type: 'geojson', data: sources.buildings } }),
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': tokens.ground } },
      ...areas(tokens),
      ...(sources.buildings === undefined ? [] : [buildings(tokens)]),
      ...streets(tokens),
      ...labels(tokens, language),
    ],
  };
}

function areas(tokens: MapTokens): StyleLayer[] {
  const fill = (id: string, kinds: string[], colour: string, opacity = 1): StyleLayer => ({
    id,
    type: 'fill',
    source: 'base',
    filter: isOneOf(kinds),
    paint: { 'fill-color': colour, 'fill-opacity': opacity, 'fill-antialias': true },
  });
  return [
    fill('green', ['park', 'hill'], tokens.green),
    fill('blocks', ['community', 'commerce', 'works', 'campus'], tokens.block),
    fill('water', ['water'], tokens.water),
    {
      id: 'district-borders',
      type: 'line',
      source: 'base',
      filter: isOneOf(['district']),
      paint: { 'line-color': tokens.border, 'line-width': 1, 'line-dasharray': [4, 3], 'line-opacity': 0.7 },
    },
  ];
}

function buildings(tokens: MapTokens): StyleLayer {
  return {
    id: 'buildings',
    type: 'fill',
    source: 'buildings',
    minzoom: 14,
    paint: { 'fill-color': tokens.building, 'fill-opacity': byZoom([14, 0], [15, 1]) },
  };
}

/** Widths in pixels at zoom 10, 13 and 17, and the zoom from which a street is drawn. */
const STREETS = [
  { kind: 'local', widths: [0.2, 0.8, 9], from: 12 },
  { kind: 'collector', widths: [0.4, 1.6, 13], from: 10.5 },
  { kind: 'arterial', widths: [0.8, 2.6, 18], from: 8 },
  { kind: 'ring', widths: [1.4, 3.8, 24], from: 8 },
] as const;

function streets(tokens: MapTokens): StyleLayer[] {
  const draw = (part: 'edge' | 'way', extra: number): StyleLayer[] =>
    STREETS.map(({ kind, widths: [far, middle, near], from }) => ({
      id: `street-${kind}-${part}`,
      type: 'line',
      source: 'base',
      minzoom: from,
      filter: isOneOf([kind]),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color':
          part === 'edge' ? tokens.streetEdge : kind === 'ring' ? tokens.ringStreet : tokens.street,
        'line-width': byZoom([10, far + extra / 2], [13, middle + extra], [17, near + 1.5 * extra]),
      },
    }));
  return [...draw('edge', 1), ...draw('way', 0)];
}

function labels(tokens: MapTokens, language: 'zh' | 'en'): StyleLayer[] {
  const text = (id: string, kinds: string[], look: LabelLook): StyleLayer => ({
    id,
    type: 'symbol',
    source: 'base',
    minzoom: look.from,
    ...(look.until === undefined ? {} : { maxzoom: look.until }),
    filter: isOneOf(kinds),
    layout: {
      'text-field': ['get', language],
      'text-font': [...tokens.fonts],
      'text-size': look.size,
      'text-letter-spacing': look.spacing ?? 0,
      'text-max-width': 8,
      'symbol-placement': look.along ? 'line' : 'point',
      'symbol-spacing': 420,
    },
    paint: { 'text-color': look.colour, 'text-halo-color': tokens.ground, 'text-halo-width': 1.2 },
  });
  const { textQuiet, waterText } = tokens;
  return [
    text('community-names', ['community'], { size: 11, colour: textQuiet, from: 14 }),
    text('street-names', ['arterial', 'collector'], { size: 11, colour: textQuiet, from: 13, along: true }),
    text('ring-names', ['ring'], { size: 11, colour: textQuiet, from: 11.5, along: true }),
    text('green-names', ['park', 'hill'], { size: 11, colour: textQuiet, from: 12 }),
    text('river-name', ['river'], { size: 12, colour: waterText, from: 10.5, along: true, spacing: 0.2 }),
    text('district-names', ['district-label'], {
      size: 14,
      colour: tokens.text,
      from: 9,
      until: 14,
      spacing: 0.15,
    }),
  ];
}

interface LabelLook {
  readonly size: number;
  readonly colour: string;
  readonly from: number;
  readonly until?: number;
  readonly along?: boolean;
  readonly spacing?: number;
}

function isOneOf(kinds: string[]): Json {
  return ['in', ['get', 'kind'], ['literal', kinds]];
}

function byZoom(...stops: (readonly [zoom: number, value: number])[]): Json {
  return ['interpolate', ['exponential', 1.5], ['zoom'], ...stops.flat()];
}
