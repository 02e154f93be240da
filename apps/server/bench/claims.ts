// Many engineers claim the same offer at the same moment: exactly one wins, the others hear it at once.
//   npm run bench -- claims [--offers 200] [--claims 100]
import { parseArgs } from 'node:util';
import { ApiProblem } from '@firstfix/contract/client';
import {
  bookSlot,
  claimOffer,
  holdSlot,
  listOffers,
  listSlots,
  offerWorkOrder,
} from '@firstfix/contract/dispatch/endpoints';
import { setClockFactor } from '@firstfix/contract/platform/endpoints';
import { registerRequest } from '@firstfix/contract/requests/endpoints';
import type { Id } from '@firstfix/kernel';
import { findEmbeddedPostgres } from '@firstfix/platform';
import { openDoor } from '@firstfix/twin';
import { castPeople } from '../src/index.ts';
import { type Look, openLook } from './database-look.ts';
import { figure, percentile } from './figure.ts';
import { startProduct } from './product.ts';

const { values } = parseArgs({
  options: { offers: { type: 'string', default: '200' }, claims: { type: 'string', default: '100' } },
});
const offerCount = Number(values.offers);
const claimCount = Number(values.claims);
const GOAL_MS = 200;
/** Caches of the network forget within this time. */
const CACHE_MS = 3_500;

const product = await startProduct();
try {
  await measure();
} finally {
  await product.stop();
}

async function measure(): Promise<void> {
  const { dataDir, url } = product;
  const database = await findEmbeddedPostgres(dataDir);
  if (!database) throw new Error('the server runs without its database');
  const look = openLook(database);
  const cast = await castPeople({ database, dataDir });
  const door = openDoor(url, { sockets: claimCount });
  const office = { agent: door.connect(cast.agent), dispatcher: door.connect(cast.dispatcher) };
  await office.dispatcher.call(setClockFactor, { body: { factor: 1 } });
  const claimers = cast.engineers.slice(0, claimCount);
  const [{ territoryId = '' } = {}] = claimers;
  await gather(
    look,
    territoryId,
    claimers.map(({ id }) => id),
  );
  await new Promise((resolve) => setTimeout(resolve, CACHE_MS));
  const homes = cast.customers.filter((one) => one.territoryId === territoryId && one.appliances.length > 0);
  const phones = claimers.map(({ token }) => door.connect(token));

  // nobody claims what they have not looked at
  await Promise.all(phones.map((phone) => phone.call(listOffers)));

  const losers: number[] = [];
  const winners: number[] = [];
  const refusals = new Map<string, number>();
  let notOne = 0;
  for (let index = 0; index < offerCount; index += 1) {
    const home = homes[index % homes.length];
    if (!home) throw new Error('nobody lives in the territory');
    const offerId = await offer(office, home);
    await askAll(
      look,
      offerId,
      claimers.map(({ id }) => id),
    );
    const claims = await Promise.all(phones.map((phone) => claim(phone, offerId)));
    const won = claims.filter(({ code }) => code === undefined);
    if (won.length !== 1) notOne += 1;
    for (const { code, milliseconds } of claims) {
      (code === undefined ? winners : losers).push(milliseconds);
      if (code !== undefined) refusals.set(code, (refusals.get(code) ?? 0) + 1);
    }
  }
  door.close();
  await look.close();
  process.stdout.write(
    `${JSON.stringify({ claims: losers.length + winners.length, refusals: Object.fromEntries(refusals) })}\n`,
  );
  figure('claims.offers_without_exactly_one_winner', notOne, 'offers', 0, 'at most');
  figure('claims.winner_p95', percentile(winners, 0.95), 'ms', GOAL_MS, 'at most');
  figure('claims.loser_p50', percentile(losers, 0.5), 'ms', GOAL_MS, 'at most');
  figure('claims.loser_p95', percentile(losers, 0.95), 'ms', GOAL_MS, 'at most');
  figure('claims.loser_p99', percentile(losers, 0.99), 'ms', GOAL_MS, 'at most');
  figure('claims.loser_max', percentile(losers, 1), 'ms', GOAL_MS, 'at most');
}

interface Office {
  readonly agent: ReturnType<ReturnType<typeof openDoor>['connect']>;
  readonly dispatcher: ReturnType<ReturnType<typeof openDoor>['connect']>;
}

interface Home {
  readonly id: Id;
  readonly householdId: Id;
  readonly appliances: readonly { readonly id: Id }[];
}

/** An order promised for some day of the week, put up for claim. */
async function offer({ agent, dispatcher }: Office, home: Home): Promise<Id> {
  const { items } = await agent.call(registerRequest, {
    body: {
      channel: 'phone',
      caller: { customerId: home.id, householdId: home.householdId },
      items: [{ workType: 'repair', applianceId: home.appliances[0]?.id }],
      words: '不工作了',
    },
  });
  const params = { id: items[0]?.workOrderId ?? '' };
  const slots = await agent.call(listSlots, { params });
  const free = slots.items.filter(({ fit }) => fit !== 'full');
  const slot = free[Math.floor(Math.random() * free.length)];
  if (!slot) throw new Error('every window is full');
  const hold = await agent.call(holdSlot, { params, body: { start: slot.start, end: slot.end } });
  await agent.call(bookSlot, { params, body: { holdId: hold.id } });
  return (await dispatcher.call(offerWorkOrder, { params })).id;
}

async function claim(phone: Office['agent'], offerId: Id): Promise<{ code?: string; milliseconds: number }> {
  const begun = performance.now();
  try {
    await phone.call(claimOffer, { params: { id: offerId } });
    return { milliseconds: performance.now() - begun };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return { code: error.code, milliseconds: performance.now() - begun };
  }
}

/** A team larger than any real one: all in one territory, able to do everything, at work every day. */
async function gather(look: Look, territoryId: Id, engineerIds: readonly Id[]): Promise<void> {
  const hours = { startMinute: 420, endMinute: 1260, breaks: [] };
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, hours }));
  await look.rows(
    `update network.engineer set territory_id = $2, grade = 'A+', standing = 'normal', shifts = $3,
       outlet_id = (select id from network.outlet where $2 = any(territory_ids) order by id limit 1)
     where id = any($1)`,
    [engineerIds, territoryId, JSON.stringify({ week, exceptions: [] })],
  );
  await look.rows(
    `insert into network.certificate (id, engineer_id, code, category, level, number, issued_on, expires_on)
     select gen_random_uuid(), e, s.code, s.category, s.level, 'B-' || e || s.code || coalesce(s.category, ''), '2020-01-01', '2099-01-01'
     from unnest($1::uuid[]) e, (
       select 'product' as code, code as category, 'senior' as level from catalogue.category
       union all select unnest(array['gas', 'high-altitude', 'refrigerant', 'electrician']), null, null
     ) s`,
    [engineerIds],
  );
}

/** As if every round had passed: all of them may claim. */
async function askAll(look: Look, offerId: Id, engineerIds: readonly Id[]): Promise<void> {
  await look.rows(
    `insert into dispatch.offer_candidate (offer_id, engineer_id, round, distance_metres)
     select $1, unnest($2::uuid[]), 0, 1000
     on conflict (offer_id, engineer_id) do update set round = 0`,
    [offerId, engineerIds],
  );
}
