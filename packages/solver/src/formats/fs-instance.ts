import type { Job, Problem, Technician } from '../problem.ts';
import { roadTravel } from '../travel.ts';

/** The neutral description of a field-service day: seconds from midnight, points as `[longitude, latitude]`. */
export type FsInstance = {
  readonly format: 'fs-instance/1';
  readonly name: string;
  readonly travel: {
    readonly detour: number;
    readonly vMin: number;
    readonly vMax: number;
    readonly vDist: number;
  };
  readonly technicians: readonly FsTechnician[];
  readonly jobs: readonly FsJob[];
};

type FsTechnician = {
  readonly id: string | number;
  readonly home: FsPoint;
  readonly skills: readonly string[];
  readonly shift: FsWindow;
  readonly breaks: readonly { readonly window: FsWindow; readonly duration: number }[];
  readonly stock: readonly number[];
};

type FsJob = {
  readonly id: string | number;
  readonly loc: FsPoint;
  readonly service: number;
  readonly windows: readonly FsWindow[];
  readonly priority: number;
  readonly released: number;
  readonly skills: readonly string[];
  readonly parts: readonly number[];
};

type FsPoint = readonly [lng: number, lat: number];
type FsWindow = readonly [from: number, to: number];

/**
 * Reads a day in the neutral format.
 * @throws when the format is another one
 */
export function readFsInstance(instance: FsInstance): Problem {
  if (instance.format !== 'fs-instance/1')
    throw new Error(`expected format fs-instance/1, got ${instance.format}`);
  const { detour, vMin, vMax, vDist } = instance.travel;
  return {
    technicians: instance.technicians.map(readTechnician),
    jobs: instance.jobs.map(readJob),
    travel: roadTravel({ detour, slowestKmh: vMin, fastestKmh: vMax, fastestFromMetres: vDist }),
  };
}

function readTechnician({ id, home, skills, shift, breaks, stock }: FsTechnician): Technician {
  return {
    id,
    home: { lng: home[0], lat: home[1] },
    shift,
    breaks: breaks.map(({ window, duration }) => ({ window, durationSeconds: duration })),
    skills,
    stock,
  };
}

function readJob({ id, loc, service, windows, priority, released, skills, parts }: FsJob): Job {
  return {
    id,
    location: { lng: loc[0], lat: loc[1] },
    serviceSeconds: service,
    windows,
    priority,
    releasedAt: released,
    skills,
    parts,
  };
}
