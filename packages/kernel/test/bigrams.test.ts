import { describe, expect, it } from 'vitest';
import { searchTerms, toTsquery } from '../src/index.ts';

describe('search terms', () => {
  it('pairs Han characters and keeps words with their beginnings', () => {
    expect(searchTerms('冰箱不制冷')).toEqual(['冰箱', '箱不', '不制', '制冷']);
    expect(searchTerms('漏')).toEqual(['漏']);
    expect(searchTerms('BCD-470')).toEqual(['bcd', '470']);
    expect(searchTerms('Leaking')).toEqual(['leaking', 'lea', 'leak', 'leaki', 'leakin']);
  });

  it('folds full-width forms and case', () => {
    expect(searchTerms('ＫＦＲ')).toEqual(searchTerms('kfr'));
  });

  it('asks for all terms and never passes an operator on', () => {
    expect(toTsquery('冰箱漏水 leak')).toBe("'冰箱' & '箱漏' & '漏水' & 'leak'");
    expect(toTsquery("' | !& :* \\")).toBe('');
  });
});
