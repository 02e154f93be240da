import type { Tx } from '@firstfix/platform';
import { Type } from 'typebox';
import type { DB } from '../tables.ts';
import { readJson, readRows } from './seed-file.ts';

const Words = Type.Array(Type.String());
const Symptoms = Type.Array(
  Type.Object({
    code: Type.String(),
    categories: Type.Union([Type.Literal('all'), Words]),
    nameZh: Type.String(),
    nameEn: Type.String(),
    urgent: Type.Boolean(),
    difficulty: Type.Integer(),
    skills: Words,
    parts: Words,
    phrases: Words,
  }),
);

/** Symptoms of every category, from the specific to the general, as they stand in the file. */
export async function seedSymptoms(tx: Tx): Promise<void> {
  const everyCategory = readRows('categories.csv', ['code', 'nameZh', 'nameEn', 'electricClass']);
  const rows = readJson('symptoms.json', Symptoms).flatMap((symptom, position) => {
    const codes = symptom.categories === 'all' ? everyCategory.map(({ code }) => code) : symptom.categories;
    return codes.map((category) => ({
      category,
      code: symptom.code,
      name_zh: symptom.nameZh,
      name_en: symptom.nameEn,
      urgent: symptom.urgent,
      difficulty: symptom.difficulty,
      skills: symptom.skills,
      probable_parts: symptom.parts,
      phrases: symptom.phrases,
      position,
    }));
  });
  await tx
    .tables<DB>()
    .insertInto('catalogue.symptom')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['category', 'code']).doUpdateSet((eb) => ({
        name_zh: eb.ref('excluded.name_zh'),
        name_en: eb.ref('excluded.name_en'),
        urgent: eb.ref('excluded.urgent'),
        difficulty: eb.ref('excluded.difficulty'),
        skills: eb.ref('excluded.skills'),
        probable_parts: eb.ref('excluded.probable_parts'),
        phrases: eb.ref('excluded.phrases'),
        position: eb.ref('excluded.position'),
      })),
    )
    .execute();
}

export async function seedFaults(tx: Tx): Promise<void> {
  const terms = readRows('fault-terms.csv', ['kind', 'code', 'nameZh', 'nameEn']);
  const faults = readRows('faults.csv', [
    'category',
    'code',
    'symptom',
    'cause',
    'faultyPart',
    'remedy',
    'repairClass',
  ]);
  const db = tx.tables<DB>();
  await Promise.all([
    db
      .insertInto('catalogue.fault_term')
      .values(
        terms.map((row) => ({ kind: row.kind, code: row.code, name_zh: row.nameZh, name_en: row.nameEn })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
    db
      .insertInto('catalogue.fault')
      .values(
        faults.map((row) => ({
          category: row.category,
          code: row.code,
          symptom_code: row.symptom,
          cause_code: row.cause,
          faulty_part_code: row.faultyPart,
          remedy_code: row.remedy,
          repair_class: row.repairClass,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  ]);
}
