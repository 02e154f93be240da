import type { MapKind } from '@firstfix/contract/base-map';
import type { Palette } from '../tokens.ts';

/** Colours of the ground, mixed from the tokens: quieter than anything that is drawn upon it. */
export function groundColours(tokens: Palette) {
  const on = (colour: string, share: number) => mixed(colour, tokens.paperSunken, share);
  return {
    ground: tokens.paperSunken,
    green: on(tokens.celadon, 0.13),
    block: on(tokens.ink, 0.035),
    building: on(tokens.ink, 0.1),
    water: on(tokens.indigo, 0.2),
    street: tokens.paperRaised,
    edge: tokens.line,
    ring: on(tokens.amber, 0.22),
    border: tokens.ash,
    label: tokens.inkSoft,
    waterLabel: tokens.indigo,
  };
}

export type GroundColour = keyof ReturnType<typeof groundColours>;

/** Two colours as `#rrggbb`: phones some years old cannot mix them in CSS. */
function mixed(colour: string, base: string, share: number): string {
  const channel = (of: string, at: number) => Number.parseInt(of.slice(at, at + 2), 16);
  const parts = [1, 3, 5].map((at) =>
    Math.round(channel(colour, at) * share + channel(base, at) * (1 - share))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${parts.join('')}`;
}

/** Areas, the first painted first. */
export const AREAS: readonly { readonly kinds: readonly MapKind[]; readonly colour: GroundColour }[] = [
  { kinds: ['park', 'hill'], colour: 'green' },
  { kinds: ['community', 'commerce', 'works', 'campus'], colour: 'block' },
  { kinds: ['water'], colour: 'water' },
  { kinds: ['building'], colour: 'building' },
];

/** Streets, the quiet ones first: widths in pixels at 40, 8 and 0.5 metres a pixel, and from which scale on they are drawn. */
export const STREETS = [
  { kind: 'local', widths: [0.2, 0.8, 9], within: 15 },
  { kind: 'collector', widths: [0.5, 1.6, 13], within: 40 },
  { kind: 'arterial', widths: [1, 2.6, 18], within: 300 },
  { kind: 'ring', widths: [1.4, 3.8, 24], within: 300 },
] as const satisfies readonly {
  kind: MapKind;
  widths: readonly [far: number, middle: number, near: number];
  within: number;
}[];

const [FAR, MIDDLE, NEAR] = [40, 8, 0.5];

/** A street's width in pixels at a scale. */
export function widthAt(
  [far, middle, near]: readonly [number, number, number],
  metresPerPixel: number,
): number {
  const between = (a: number, b: number, from: number, to: number) => {
    const share = Math.log(from / metresPerPixel) / Math.log(from / to);
    return a * (b / a) ** Math.min(1, Math.max(0, share));
  };
  return metresPerPixel > MIDDLE ? between(far, middle, FAR, MIDDLE) : between(middle, near, MIDDLE, NEAR);
}

/** Names, the most wanted first: where two meet, the later one is left out. Scales in metres a pixel. */
export const LABELS: readonly {
  readonly kinds: readonly MapKind[];
  readonly size: number;
  readonly colour: GroundColour;
  readonly within: number;
  readonly beyond?: number;
}[] = [
  { kinds: ['district-label'], size: 14, colour: 'label', within: 150, beyond: 4 },
  { kinds: ['river'], size: 12, colour: 'waterLabel', within: 45 },
  { kinds: ['ring'], size: 11, colour: 'label', within: 22 },
  { kinds: ['park', 'hill'], size: 11, colour: 'label', within: 15 },
  { kinds: ['arterial', 'collector'], size: 11, colour: 'label', within: 8 },
  { kinds: ['community'], size: 11, colour: 'label', within: 4.5 },
];
