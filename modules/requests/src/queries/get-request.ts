import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import { mustSeeRequest } from '../policy.ts';
import type { ServiceRequest } from '../service-request.ts';
import { listItems, type RequestsDb, toRequests } from '../store.ts';

export async function findRequest(db: RequestsDb, id: Id): Promise<ServiceRequest | undefined> {
  const [rows, items] = await Promise.all([
    db.selectFrom('requests.service_request').selectAll().where('id', '=', id).execute(),
    listItems(db, [id]),
  ]);
  return toRequests(rows, items)[0];
}

/** 404 when it does not exist for this caller. */
export async function getRequest(db: RequestsDb, caller: Caller, id: Id): Promise<ServiceRequest> {
  const request = await findRequest(db, id);
  if (!request) throw notFound('service_request', id);
  mustSeeRequest(caller, request);
  return request;
}
