import fc from 'fast-check';
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { matchSymptom, readPhrases } from '../src/match-symptom.ts';
import { plainWords } from '../src/plain-words.ts';
import { readJson } from '../src/seeds/seed-file.ts';

const Words = Type.Array(Type.String());
const all = readJson(
  'symptoms.json',
  Type.Array(
    Type.Object({
      code: Type.String(),
      urgent: Type.Boolean(),
      categories: Type.Union([Type.Literal('all'), Words]),
      phrases: Words,
    }),
  ),
);

function symptomsOf(category: string) {
  return all
    .filter(({ categories }) => categories === 'all' || categories.includes(category))
    .map(readPhrases);
}

const CASES: [category: string, words: string, symptom: string | null][] = [
  ['ac', '空调不制冷，开了半天还是热风', 'not_cooling'],
  ['ac', '空调不漏水了，但是不制冷', 'not_cooling'],
  ['ac', '是不是漏水了', 'water_leak'],
  ['ac', '显示E4', 'error_code'],
  ['ac', '室内机滴水', 'water_leak'],
  ['ac', 'It doesn’t turn on', 'no_power'],
  ['ac', 'made a loud squealing sound', 'noise'],
  ['fridge', '冰箱门关不严', 'door_fault'],
  ['fridge', '冷藏室结冰', 'frost'],
  ['fridge', 'Kühlt nicht mehr richtig', 'not_cooling'],
  ['fridge', 'koelt niet meer', 'not_cooling'],
  ['washer', '不脱水', 'not_spinning'],
  ['washer', '排水很慢', 'not_draining'],
  ['washer', 'water does not drain', 'not_draining'],
  ['washer', 'La machine fuit', 'water_leak'],
  ['waterheater', '洗澡的时候麻手', 'shock'],
  ['waterheater', '洗澡忽冷忽热', 'temperature_swings'],
  ['waterheater', '有煤气味，还打不着火', 'gas_smell'],
  ['tv', 'Fernseher zeigt kein Bild', 'no_picture'],
  ['tv', '有声音没有图像', 'no_picture'],
  ['tv', 'vertical lines on the screen', 'bad_picture'],
  ['kitchen', '油烟机吸力小', 'weak_suction'],
  ['kitchen', 'oven does not heat', 'not_heating'],
  ['purifier', '净水机不出水', 'no_water'],
  ['tv', 'kaputt', 'not_working'],
  ['tv', '', null],
  ['tv', '谢谢', null],
];

describe('a customer’s words', () => {
  it.each(CASES)('%s: %s → %s', (category, words, symptom) => {
    expect(matchSymptom(symptomsOf(category), words)?.symptomCode ?? null).toBe(symptom);
  });

  it('mean danger before anything else', () => {
    const match = matchSymptom(symptomsOf('washer'), '不排水、不脱水、声音大，而且冒烟');
    expect(match?.symptomCode).toBe('smoke');
  });

  it('make us surer the more they say', () => {
    const vague = matchSymptom(symptomsOf('tv'), 'defekt');
    const clear = matchSymptom(symptomsOf('tv'), 'black screen, no picture, the backlight is gone');
    expect(clear?.confidence).toBeGreaterThan((vague?.confidence ?? 1) + 0.3);
  });

  it('never break the matcher, nor its scale', () => {
    const symptoms = symptomsOf('kitchen');
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...CASES.map(([, words]) => words)));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        const match = matchSymptom(symptoms, texts.join(' '));
        expect(match === null || (match.confidence > 0 && match.confidence <= 1)).toBe(true);
      }),
    );
  });
});

describe('plain words', () => {
  it.each([
    ['Won’t turn ON!', ' wont turn on . '],
    ['显示E-4。漏 水', ' 显示 e4 . 漏水 '],
    ['Läuft nicht', ' lauft nicht '],
  ])('%s', (text, plain) => {
    expect(plainWords(text).replace(/ +/g, ' ')).toBe(plain);
  });
});
