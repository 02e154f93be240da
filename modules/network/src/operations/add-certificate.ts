import { ALREADY_THERE } from '@firstfix/contract/network/endpoints';
import { CERTIFICATE_ADDED } from '@firstfix/contract/network/events';
import { invalidField, refusal } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { Caller, Tx } from '@firstfix/platform';
import type { EngineerRecord } from '../engineer.ts';
import { engineerFacts, topicsOf } from '../facts.ts';
import type { Certificate } from '../skills.ts';
import { insertCertificates, saveEngineer } from '../store/engineer-store.ts';
import { lockChangeable } from './lock-engineer.ts';

/** Records a certificate; a renewed one is a new one with a number of its own. */
export async function addCertificate(
  tx: Tx,
  caller: Caller,
  id: Id,
  { certificate, ifMatch }: { readonly certificate: Certificate; readonly ifMatch: number | undefined },
): Promise<EngineerRecord> {
  checkCertificate(certificate);
  const engineer = await lockChangeable(tx, caller, id, ifMatch);
  const added = await insertCertificates(tx, [{ ...certificate, engineerId: id }]);
  if (added.length === 0) {
    throw refusal(409, `${ALREADY_THERE}/certificate`, { number: certificate.number });
  }
  const certificates = [...engineer.certificates, certificate];
  const saved = await saveEngineer(tx, { ...engineer, certificates });
  const fact = { ...engineerFacts(saved, tx.now), certificateId: certificate.id, code: certificate.code };
  tx.emit(CERTIFICATE_ADDED, fact, topicsOf(saved));
  return saved;
}

function checkCertificate({ code, category, level, issuedOn, expiresOn }: Certificate): void {
  const product = code === 'product';
  if (product !== (category !== null)) {
    throw invalidField('/category', 'category');
  }
  if (product !== (level !== null)) {
    throw invalidField('/level', 'level');
  }
  if (expiresOn < issuedOn) {
    throw invalidField('/expiresOn', 'order');
  }
}
