import type { PolicyType } from '@firstfix/contract';
import { getPolicy, listPolicies, publishPolicy } from '@firstfix/contract/platform/policies';
import { invalidField } from '@firstfix/contract/refusal';
import { type Instant, toRfc3339 } from '@firstfix/kernel';
import { command, query, type Route } from '../http/route.ts';
import type { PolicyStore } from './policy-store.ts';
import { type PolicyVersion, versionAt } from './policy-version.ts';

/** Policies as people see and publish them. */
export function policyRoutes(policies: PolicyStore): Route[] {
  return [
    query(listPolicies, async ({ now }) => ({
      items: await Promise.all(policies.declared().map((type) => summaryOf(policies, type, now))),
    })),
    query(getPolicy, async ({ params, now }) => {
      const type = policies.getType(params.name);
      const versions = (await policies.versionsOf(type)).map(presentVersion).reverse();
      return { ...(await summaryOf(policies, type, now)), schema: { ...type.schema }, versions };
    }),
    command(publishPolicy, async (tx, { params, body, ifMatch }) => {
      const effectiveFrom = body.effectiveFrom === undefined ? tx.now : readInstant(body.effectiveFrom);
      return presentVersion(await policies.publish(tx, params.name, body.document, effectiveFrom, ifMatch));
    }),
  ];
}

async function summaryOf(policies: PolicyStore, type: PolicyType, now: Instant) {
  const versions = await policies.versionsOf(type);
  return {
    name: type.name,
    summary: type.summary,
    version: versions.at(-1)?.version ?? 1,
    currentVersion: versionAt(versions, now)?.version ?? null,
  };
}

function presentVersion({ effectiveFrom, publishedAt, document, ...shown }: PolicyVersion) {
  return {
    ...shown,
    document: { ...document },
    effectiveFrom: toRfc3339(effectiveFrom),
    publishedAt: toRfc3339(publishedAt),
  };
}

/** The format lets through times no calendar has, like a 61st second. */
function readInstant(text: string): Instant {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw invalidField('/effectiveFrom', 'time');
  return instant;
}
