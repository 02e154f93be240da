import type { Id, Instant } from '@firstfix/kernel';
import type { DoctorCheck, DoctorLook } from '@firstfix/platform';
import { journeyHash } from '../journey-store.ts';

const PAGE = 5_000;

interface Entry {
  work_order_id: Id;
  seq: number;
  at: Instant;
  kind: string;
  actor_role: string;
  facts: Record<string, unknown>;
  hash: Buffer;
}

/** Recomputes every journey's hashes: no entry was changed, removed or slipped in. */
export const journeyChainCheck: DoctorCheck = {
  name: 'journey chains',
  promise: 'each entry of a journey hashes together with the one before to what was stored',
  find: async (look) => {
    const broken: string[] = [];
    let previous: Entry | undefined;
    for await (const entry of allEntries(look)) {
      const before = previous?.work_order_id === entry.work_order_id ? previous.hash : Buffer.alloc(0);
      const hash = journeyHash(before, { ...entry, actorRole: entry.actor_role });
      if (!hash.equals(entry.hash))
        broken.push(`journey of order ${entry.work_order_id}: entry ${entry.seq} was changed`);
      previous = entry;
    }
    return broken;
  },
};

async function* allEntries(look: DoctorLook): AsyncGenerator<Entry> {
  let after = { id: '00000000-0000-0000-0000-000000000000', seq: 0 };
  for (;;) {
    const page = await look.rows<Entry>(
      `select work_order_id, seq, at, kind, actor_role, facts, hash from orders.journey
       where (work_order_id, seq) > ($1::uuid, $2) order by work_order_id, seq limit ${PAGE}`,
      [after.id, after.seq],
    );
    yield* page;
    const last = page.at(-1);
    if (page.length < PAGE || !last) return;
    after = { id: last.work_order_id, seq: last.seq };
  }
}
