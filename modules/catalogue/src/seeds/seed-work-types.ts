import { STEP_EVIDENCE } from '@firstfix/contract/catalogue/schemas';
import type { Tx } from '@firstfix/platform';
import { Type } from 'typebox';
import type { DB } from '../tables.ts';
import { listOf, readJson, readRows } from './seed-file.ts';

const Words = Type.Array(Type.String());
const WorkTypes = Type.Object({
  steps: Type.Record(
    Type.String(),
    Type.Object({
      group: Type.String(),
      nameZh: Type.String(),
      nameEn: Type.String(),
      evidence: Type.Enum([...STEP_EVIDENCE]),
      mayNotApply: Type.Boolean(),
    }),
  ),
  begin: Words,
  end: Words,
  workTypes: Type.Array(
    Type.Object({
      code: Type.String(),
      nameZh: Type.String(),
      nameEn: Type.String(),
      steps: Words,
      evidence: Words,
      gates: Words,
    }),
  ),
});

export async function seedWorkTypes(tx: Tx): Promise<void> {
  const { steps, begin, end, workTypes } = readJson('work-types.json', WorkTypes);
  const stepOf = (code: string) => {
    const step = steps[code];
    if (!step) throw new Error(`work-types.json names the step ${code} and does not describe it`);
    return { code, ...step };
  };
  const rows = workTypes.map((type, position) => ({
    code: type.code,
    name_zh: type.nameZh,
    name_en: type.nameEn,
    position,
    checklist: JSON.stringify([...begin, ...type.steps, ...end].map(stepOf)),
    evidence: type.evidence,
    gates: type.gates,
  }));
  await tx
    .tables<DB>()
    .insertInto('catalogue.work_type')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((eb) => ({
        name_zh: eb.ref('excluded.name_zh'),
        name_en: eb.ref('excluded.name_en'),
        position: eb.ref('excluded.position'),
        checklist: eb.ref('excluded.checklist'),
        evidence: eb.ref('excluded.evidence'),
        gates: eb.ref('excluded.gates'),
      })),
    )
    .execute();
  await seedNorms(tx);
}

async function seedNorms(tx: Tx): Promise<void> {
  const rows = readRows('work-norms.csv', [
    'workType',
    'category',
    'standardMinutes',
    'limitMinutes',
    'difficulty',
    'skills',
  ]);
  await tx
    .tables<DB>()
    .insertInto('catalogue.work_norm')
    .values(
      rows.map((row) => ({
        work_type: row.workType,
        category: row.category,
        standard_seconds: Number(row.standardMinutes) * 60,
        limit_seconds: Number(row.limitMinutes) * 60,
        difficulty: Number(row.difficulty),
        skills: listOf(row.skills),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['work_type', 'category']).doUpdateSet((eb) => ({
        standard_seconds: eb.ref('excluded.standard_seconds'),
        limit_seconds: eb.ref('excluded.limit_seconds'),
        difficulty: eb.ref('excluded.difficulty'),
        skills: eb.ref('excluded.skills'),
      })),
    )
    .execute();
}
