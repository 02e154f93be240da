import type { MapLayer } from '@firstfix/contract/base-map';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../language.ts';
import { useTheme } from '../theme.ts';
import { FONT_STACK, PALETTES } from '../tokens.ts';
import styles from './ground.module.css';
import type { MapView } from './map-view.ts';
import { paintGround } from './paint-ground.ts';

/** More pixels than this cost an old phone more than they show. */
const MOST_PIXEL_RATIO = 2;

/** The ground under what a map shows, filling its parent. It says nothing that is not said in words elsewhere. */
export function Ground({ view, layer }: { view: MapView; layer: MapLayer | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const language = useLanguage();
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const ratio = Math.min(MOST_PIXEL_RATIO, devicePixelRatio);
    const { width, height } = view.size;
    element.width = width * ratio;
    element.height = height * ratio;
    context.scale(ratio, ratio);
    paintGround(context, layer, { view, tokens: PALETTES[theme], language, font: FONT_STACK });
  }, [view, layer, theme, language]);
  return (
    <div className={styles.ground} aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  );
}
