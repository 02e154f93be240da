import { fen, formatYuan } from '@firstfix/kernel';

/** Whole fen as people write money: `¥1,234.50`. */
export function yuan(wholeFen: number): string {
  return formatYuan(fen(wholeFen));
}
