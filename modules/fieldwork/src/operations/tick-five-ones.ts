import type { BodyOf } from '@firstfix/contract';
import { FIVE_ONES } from '@firstfix/contract/fieldwork/codes';
import type { tickFiveOnes as endpoint } from '@firstfix/contract/fieldwork/endpoints';
import type { Tx } from '@firstfix/platform';
import { mustBeIn } from '../sheet.ts';
import { type Field, runCommand, type Sent } from './run-command.ts';

/** What the engineer brought to the door; what is not ticked counts as missing. */
export function tickFiveOnes(field: Field, tx: Tx, sent: Sent<BodyOf<typeof endpoint>>) {
  return runCommand(field, tx, sent, ({ visit, sheet }) => {
    mustBeIn(visit.state, 'on_site', 'in_service');
    const fiveOnes = FIVE_ONES.filter((one) => sent.body.ticked.includes(one));
    return { sheet: { ...sheet, fiveOnes }, result: {} };
  });
}
