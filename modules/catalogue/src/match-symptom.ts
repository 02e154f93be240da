import { type Phrase, says, scriptsOf, toPhrase } from './phrase.ts';
import { plainWords } from './plain-words.ts';

export interface SymptomPhrases {
  readonly code: string;
  readonly urgent: boolean;
  readonly phrases: readonly Phrase[];
}

export interface SymptomMatch {
  readonly symptomCode: string;
  /** 0 to 1: how sure the words make us that it is this symptom and no other. */
  readonly confidence: number;
}

/** Below this a danger is not assumed; above it nothing else counts. */
const DANGER_FROM = 0.5;

export function readPhrases(symptom: {
  readonly code: string;
  readonly urgent: boolean;
  readonly phrases: readonly string[];
}): SymptomPhrases {
  return { code: symptom.code, urgent: symptom.urgent, phrases: symptom.phrases.map(toPhrase) };
}

/**
 * The symptom a customer's words most likely mean, or null. `symptoms` stand from the specific to the general:
 * the earlier wins when two are equally likely. Dangers go before everything else.
 */
export function matchSymptom(symptoms: readonly SymptomPhrases[], words: string): SymptomMatch | null {
  const text = plainWords(words);
  const scripts = scriptsOf(text);
  const sayable = (phrases: readonly Phrase[]) => phrases.filter(({ script }) => scripts.has(script));
  const found = symptoms
    .map((symptom) => ({ symptom, likely: likelihood(sayable(symptom.phrases), text) }))
    .filter(({ likely }) => likely > 0)
    .sort((a, b) => b.likely - a.likely);
  const first = found.find(({ symptom, likely }) => symptom.urgent && likely >= DANGER_FROM) ?? found[0];
  if (!first) return null;
  const rival = Math.max(0, ...found.filter((one) => one !== first).map(({ likely }) => likely));
  const confidence = first.likely * (1 - 0.4 * rival * rival);
  return { symptomCode: first.symptom.code, confidence: Math.round(confidence * 100) / 100 };
}

/** Each further phrase removes a part of the doubt that is left; more than three say nothing new. */
function likelihood(phrases: readonly Phrase[], text: string): number {
  const hits = phrases.filter((phrase) => says(text, phrase)).map(({ certainty }) => certainty);
  const best = hits.toSorted((a, b) => b - a).slice(0, 3);
  return 1 - best.reduce((doubt, certainty) => doubt * (1 - certainty), 1);
}
