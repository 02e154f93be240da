/** The colours of the product, by what they mean. Vermilion says breached or dangerous; nothing else may use it. */
export interface Palette {
  readonly ink: string;
  readonly inkSoft: string;
  readonly paper: string;
  readonly paperRaised: string;
  readonly paperSunken: string;
  readonly line: string;
  readonly celadon: string;
  readonly amber: string;
  readonly vermilion: string;
  readonly indigo: string;
  readonly ash: string;
  /** Text on a surface of celadon. */
  readonly onCeladon: string;
}

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Every text colour keeps WCAG AA (4.5 : 1) on paper, raised and sunken. */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    ink: '#1d2420',
    inkSoft: '#55605a',
    paper: '#f7f5ef',
    paperRaised: '#fffefa',
    paperSunken: '#efece3',
    line: '#ddd8cb',
    celadon: '#2c6e5f',
    amber: '#865300',
    vermilion: '#b3321f',
    indigo: '#3d5490',
    ash: '#636a66',
    onCeladon: '#ffffff',
  },
  dark: {
    ink: '#e9e7df',
    inkSoft: '#abb1aa',
    paper: '#161917',
    paperRaised: '#1e2220',
    paperSunken: '#111412',
    line: '#343a36',
    celadon: '#7cc0ae',
    amber: '#dfa650',
    vermilion: '#f0806c',
    indigo: '#9db2ea',
    ash: '#939a95',
    onCeladon: '#10201b',
  },
};

/** Behind the system's own Chinese fonts stands the one the product brings. */
export const FONT_STACK =
  "'Inter Variable', 'PingFang SC', 'HarmonyOS Sans SC', 'HarmonyOS Sans', 'Microsoft YaHei', 'Noto Sans SC Variable', sans-serif";

/** Corners and steps of the grid, in pixels. */
export const GRID = 4;
export const RADIUS = 6;

/** The colours as CSS custom properties: `inkSoft` → `--ink-soft`. */
export function cssProperties(palette: Palette): [name: string, value: string][] {
  return Object.entries(palette).map(([name, value]) => [
    `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    value,
  ]);
}
