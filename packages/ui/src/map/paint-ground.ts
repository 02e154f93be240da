import type { MapLayer } from '@firstfix/contract/base-map';
import type { Palette } from '../tokens.ts';
import { DEGREES_PER_UNIT, type GroundPaths, groundPaths } from './ground-paths.ts';
import { AREAS, groundColours, STREETS, widthAt } from './map-look.ts';
import { type MapView, pixelsPerDegree, placeOn } from './map-view.ts';
import { paintLabels } from './paint-labels.ts';

/** Where and how the ground is painted. */
export interface GroundPaint {
  readonly view: MapView;
  readonly tokens: Palette;
  readonly language: 'zh' | 'en';
  readonly font: string;
}

/** Paints the ground of a view: areas, streets, names. Without a layer, bare ground. */
export function paintGround(
  context: CanvasRenderingContext2D,
  layer: MapLayer | undefined,
  paint: GroundPaint,
): void {
  const { view, tokens } = paint;
  const colours = groundColours(tokens);
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, view.size.width, view.size.height);
  if (!layer) return;
  const paths = pathsOn(view, groundPaths(layer));
  for (const { kinds, colour } of AREAS) {
    context.fillStyle = colours[colour];
    for (const kind of kinds) {
      const path = paths.get(kind);
      if (path) context.fill(path);
    }
  }
  paintBorders(context, paths.get('district'), colours.border);
  paintStreets(context, paths, view, colours);
  paintLabels(context, layer, { ...paint, colours });
}

type Paths = ReadonlyMap<string, Path2D>;

/** The paths where the view has them, so that lines keep their widths. */
function pathsOn(view: MapView, { origin, byKind }: GroundPaths): Paths {
  const [lng, lat] = origin;
  const { x, y } = placeOn(view, { lat, lng });
  const scale = pixelsPerDegree(view);
  const moved = new DOMMatrix([scale.lng * DEGREES_PER_UNIT, 0, 0, scale.lat * DEGREES_PER_UNIT, x, y]);
  return new Map(
    [...byKind].map(([kind, path]) => {
      const placed = new Path2D();
      placed.addPath(path, moved);
      return [kind, placed];
    }),
  );
}

function paintBorders(context: CanvasRenderingContext2D, path: Path2D | undefined, colour: string): void {
  if (!path) return;
  context.save();
  context.globalAlpha = 0.5;
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.setLineDash([4, 4]);
  context.stroke(path);
  context.restore();
}

/** All edges first, so that streets run into each other. */
function paintStreets(
  context: CanvasRenderingContext2D,
  paths: Paths,
  { metresPerPixel }: MapView,
  colours: ReturnType<typeof groundColours>,
): void {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  const drawn = STREETS.filter(({ within }) => metresPerPixel <= within);
  for (const edge of [true, false]) {
    for (const { kind, widths } of drawn) {
      const path = paths.get(kind);
      if (!path) continue;
      context.strokeStyle = edge ? colours.edge : kind === 'ring' ? colours.ring : colours.street;
      context.lineWidth = widthAt(widths, metresPerPixel) + (edge ? 1 : 0);
      context.stroke(path);
    }
  }
}
