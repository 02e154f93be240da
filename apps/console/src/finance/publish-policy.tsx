import { api } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { getPolicy, listPolicies, publishPolicy } from '@firstfix/contract/platform/policies';
import { ActionDialog } from '../page/action-dialog.tsx';
import { useWords } from '../words/words.ts';

type Policy = ResponseOf<typeof getPolicy>;

interface PublishValues {
  readonly document: string;
  readonly effectiveFrom?: string;
}

/** Another version of a policy, begun from the one published last. */
export function PublishPolicy({ policy }: { policy: Policy }) {
  const say = useWords();
  const [last] = policy.versions;
  return (
    <ActionDialog<PublishValues>
      title={say('finance.publishVersion')}
      endpoint={publishPolicy}
      start={{ document: JSON.stringify(last?.document, null, 2) }}
      fields={[
        { name: 'document', label: say('finance.document'), as: 'words', hint: say('finance.documentHint') },
        {
          name: 'effectiveFrom',
          label: say('finance.effectiveFrom'),
          as: 'time',
          needed: false,
          hint: say('finance.effectiveHint'),
        },
      ]}
      send={async ({ document, effectiveFrom }) =>
        api.call(publishPolicy, {
          params: { name: policy.name },
          body: {
            document: JSON.parse(document),
            ...(effectiveFrom ? { effectiveFrom: `${effectiveFrom}:00+08:00` } : {}),
          },
          ifMatch: policy.version,
        })
      }
      changes={[getPolicy, listPolicies]}
    />
  );
}
