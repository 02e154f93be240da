import { describe, expect, it } from 'vitest';
import { PALETTES, THEMES } from '../src/tokens.ts';

const TEXTS = ['ink', 'inkSoft', 'celadon', 'amber', 'vermilion', 'indigo', 'ash'] as const;
const SURFACES = ['paper', 'paperRaised', 'paperSunken'] as const;

describe.each(THEMES)('the %s palette', (theme) => {
  const palette = PALETTES[theme];
  it.each(TEXTS)('%s can be read on every surface', (text) => {
    for (const surface of SURFACES) expect(contrast(palette[text], palette[surface])).toBeGreaterThan(4.5);
  });

  it('text on celadon can be read', () => {
    expect(contrast(palette.onCeladon, palette.celadon)).toBeGreaterThan(4.5);
  });
});

/** As WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
