/** What is worth a detour. Every weight is in seconds of travel. */
export type Weights = {
  /** Travel worth spending so that a preferred technician makes the visit. */
  readonly preferredSeconds: number;
  /** Travel to be saved before a visit changes the technician its customer was told about. */
  readonly movedSeconds: number;
  /** Price of each skill the technician holds beyond what the job asks: keeps versatile people free. */
  readonly surplusSkillSeconds: number;
};

export const DEFAULT_WEIGHTS: Weights = { preferredSeconds: 900, movedSeconds: 900, surplusSkillSeconds: 0 };
