import type { Norm, Symptom } from './reference.ts';

export interface Triage {
  readonly difficulty: number;
  readonly standardSeconds: number;
  readonly limitSeconds: number;
  readonly skills: string[];
  readonly probableParts: string[];
}

/** The grade an engineer needs for each difficulty from 1 to 4. */
const GRADES = ['C', 'B', 'A', 'A+'] as const;

/**
 * What a job takes: the norm of the work type on the category, made harder by the symptom, with the certificates
 * that norm, symptom and model ask for.
 */
export function triage(norm: Norm, symptom: Symptom | undefined, modelSkills: readonly string[]): Triage {
  const difficulty = Math.max(norm.difficulty, symptom?.difficulty ?? 1);
  const skills = [`grade:${GRADES[difficulty - 1]}`, `prod:${norm.category}`];
  return {
    difficulty,
    standardSeconds: norm.standardSeconds,
    limitSeconds: norm.limitSeconds,
    skills: [...new Set([...skills, ...norm.skills, ...(symptom?.skills ?? []), ...modelSkills])],
    probableParts: [...(symptom?.probableParts ?? [])],
  };
}
