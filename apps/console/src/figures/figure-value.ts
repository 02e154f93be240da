import type { FigureView } from '@firstfix/contract/insight/schemas';
import { useLanguage } from '@firstfix/ui/language.ts';
import { useWords } from '../words/words.ts';

/** A figure's value in its unit, as people say it. */
export function useFigureValue(): (unit: FigureView['unit'], value: number | null) => string {
  const say = useWords();
  const language = useLanguage();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return (unit, value) => {
    if (value === null) return say('figures.nothingToCount');
    if (unit === 'share') return share.format(value);
    return say(`figures.unit.${unit}`, { value: number.format(value) });
  };
}
