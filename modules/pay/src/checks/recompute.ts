import type { DoctorLook } from '@firstfix/platform';
import { outletFeeOf } from '../outlet-fee.ts';
import { type WorkFacts, wageOf } from '../wage.ts';
import { WAGES, type WagesPolicy } from '../wage-policy.ts';

interface KeptEarning {
  work_order_id: string;
  revision: number;
  facts: WorkFacts;
  policy_version: number;
  wage_fen: number;
  outlet_fee_fen: number;
}

const SAMPLE = 1000;

/** Computes the newest earnings again from their facts and policy version; says which come to another sum. */
export async function findMiscomputed(look: Pick<DoctorLook, 'rows'>): Promise<string[]> {
  const [earnings, versions] = await Promise.all([
    look.rows<KeptEarning>(
      `select work_order_id, revision, facts, policy_version, wage_fen::int8 as wage_fen,
        outlet_fee_fen::int8 as outlet_fee_fen from pay.earning order by posted_at desc limit ${SAMPLE}`,
    ),
    look.rows<{ version: number; document: WagesPolicy }>(
      'select version, document from platform.policy_version where name = $1',
      [WAGES.name],
    ),
  ]);
  const policies = new Map(
    versions.map(({ version, document }) => [version, { ...WAGES.standard, ...document }]),
  );
  return earnings.flatMap((kept) => {
    const policy = policies.get(kept.policy_version);
    const name = `earning of order ${kept.work_order_id}, revision ${kept.revision}`;
    if (!policy) return [`${name} follows policy version ${kept.policy_version}, which is not there`];
    const [wage, fee] = [wageOf(kept.facts, policy).totalFen, outletFeeOf(kept.facts, policy).totalFen];
    const same = wage === Number(kept.wage_fen) && fee === Number(kept.outlet_fee_fen);
    return same ? [] : [`${name}: kept ${kept.wage_fen}/${kept.outlet_fee_fen} fen, computed ${wage}/${fee}`];
  });
}
