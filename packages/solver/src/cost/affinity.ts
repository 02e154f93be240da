import type { Job, Technician } from '../problem.ts';
import type { Weights } from './weights.ts';

/** What it costs, besides travel, that this technician makes this visit. All in seconds of travel; a bonus is negative. */
type Affinity = {
  readonly preferredSeconds: number;
  readonly movedSeconds: number;
  readonly surplusSkillSeconds: number;
};

export function affinity(job: Job, technician: Technician, weights: Weights): Affinity {
  const preferred = job.preferredTechnicians?.includes(technician.id) ?? false;
  const moved = job.currentTechnician !== undefined && job.currentTechnician !== technician.id;
  return {
    preferredSeconds: preferred ? -Math.round(weights.preferredSeconds) : 0,
    movedSeconds: moved ? Math.round(weights.movedSeconds) : 0,
    surplusSkillSeconds: Math.round(weights.surplusSkillSeconds * surplusSkills(job, technician)),
  };
}

/** How many skills the technician holds beyond those the job asks for. */
export function surplusSkills(job: Job, technician: Technician): number {
  return technician.skills.length - (job.skills?.length ?? 0);
}

export function affinitySeconds(job: Job, technician: Technician, weights: Weights): number {
  const terms = affinity(job, technician, weights);
  return terms.preferredSeconds + terms.movedSeconds + terms.surplusSkillSeconds;
}
