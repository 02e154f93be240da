import { ALREADY_THERE, PHONE_TAKEN } from '@firstfix/contract/network/endpoints';
import { ENGINEER_JOINED } from '@firstfix/contract/network/events';
import { notFound, refusal } from '@firstfix/contract/refusal';
import { type DomainError, type Id, newId, type Point } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import type { Caller, Tx } from '@firstfix/platform';
import { type EngineerRecord, FULL_LICENCE_POINTS } from '../engineer.ts';
import { engineerFacts, topicsOf } from '../facts.ts';
import type { HashPhone } from '../phone-hash.ts';
import { insertEngineer, type NewEngineerRow } from '../store/engineer-store.ts';
import type { DB } from '../tables.ts';
import { outletFor } from './outlet-for-engineer.ts';

export interface NewEngineer {
  readonly id?: Id;
  readonly userId?: Id;
  readonly name: string;
  readonly phone: string;
  readonly outletId: Id;
  readonly territoryId: Id;
  readonly home: Point;
  readonly joinedOn: LocalDate;
  readonly licenceExpiresOn: LocalDate;
}

/** An engineer joins as a trainee with a fresh licence and no shifts yet. */
export async function createEngineer(
  tx: Tx,
  caller: Caller,
  { phone, ...given }: NewEngineer,
  hashPhone: HashPhone,
): Promise<EngineerRecord> {
  if (caller.scope === 'outlet' && caller.outletId !== given.outletId)
    throw notFound('outlet', given.outletId);
  const outlet = await outletFor(tx, given.outletId, given.territoryId);
  const engineer = { ...TRAINEE, ...given, id: given.id ?? newId(), userId: given.userId ?? newId() };
  const phoneHash = hashPhone(phone);
  const licenceNumber = await insertEngineer(tx, engineer, phoneHash);
  if (licenceNumber === undefined) throw await whyNot(tx, phoneHash);
  tx.emit(ENGINEER_JOINED, engineerFacts(engineer, tx.now), topicsOf(engineer));
  return { ...engineer, licenceNumber, outletStatus: outlet.status, certificates: [] };
}

async function whyNot(tx: Tx, phoneHash: Buffer): Promise<DomainError> {
  const taken = await tx
    .tables<DB>()
    .selectFrom('network.engineer')
    .select('id')
    .where('phone_hash', '=', phoneHash)
    .where('left_on', 'is', null)
    .executeTakeFirst();
  return taken ? refusal(409, PHONE_TAKEN) : refusal(409, `${ALREADY_THERE}/engineer`);
}

const TRAINEE: Omit<NewEngineerRow, keyof NewEngineer | 'id' | 'userId'> = {
  grade: 'D',
  standing: 'normal',
  standingReason: null,
  standingBy: null,
  stars: 3,
  licencePoints: FULL_LICENCE_POINTS,
  leftOn: null,
  shifts: { week: [], exceptions: [] },
  version: 1,
};
