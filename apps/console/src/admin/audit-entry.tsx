import type { ResponseOf } from '@firstfix/contract';
import type { listAudit } from '@firstfix/contract/platform/endpoints';
import { Fact, Facts } from '../page/panel.tsx';
import { useWords } from '../words/words.ts';

type AuditRow = ResponseOf<typeof listAudit>['items'][number];

/** One row of the audit trail, whole. */
export function AuditEntry({ row }: { row: AuditRow }) {
  const say = useWords();
  return (
    <Facts>
      <Fact name={say('admin.at')}>{row.at}</Fact>
      <Fact name={say('admin.who')}>
        {row.actorRole} {row.actorId}
      </Fact>
      <Fact name={say('admin.subject')}>
        {row.subjectType} {row.subjectId}
      </Fact>
      <Fact name={say('admin.request')}>{row.requestId}</Fact>
      <Fact name={say('admin.before')}>
        <Document of={row.before} />
      </Fact>
      <Fact name={say('admin.after')}>
        <Document of={row.after} />
      </Fact>
    </Facts>
  );
}

function Document({ of }: { of: unknown }) {
  const say = useWords();
  if (of === null || of === undefined) return say('page.none');
  return <pre style={{ margin: 0, whiteSpace: 'pre-wrap' }}>{JSON.stringify(of, null, 1)}</pre>;
}
