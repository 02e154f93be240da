import { api } from '@firstfix/client/api.ts';
import { addCertificate, getEngineer, listEngineers } from '@firstfix/contract/network/endpoints';
import type { CertificateView, EngineerDetail } from '@firstfix/contract/network/schemas';
import {
  CERTIFICATE_CODES,
  CERTIFICATE_LEVELS,
  type CertificateCode,
  type CertificateLevel,
} from '@firstfix/contract/network/states';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { ActionDialog } from '../page/action-dialog.tsx';
import { useCategories } from '../page/category-names.ts';
import { LocalTable } from '../page/local-table.tsx';
import { Panel } from '../page/panel.tsx';
import { useWords } from '../words/words.ts';
import { ExpiryChip } from './network-chips.tsx';

/** What an engineer is certified for, and how long. */
export function Certificates({ engineer }: { engineer: EngineerDetail }) {
  const say = useWords();
  return (
    <Panel title={say('network.certificates')} actions={<AddCertificate engineer={engineer} />}>
      <LocalTable
        name={say('network.certificates')}
        columns={useCertificateColumns()}
        rowKey={({ id }) => id}
        data={{ rows: engineer.certificates }}
      />
    </Panel>
  );
}

function useCertificateColumns(): Column<CertificateView>[] {
  const say = useWords();
  const categories = useCategories();
  const nameOf = ({ code, category, level }: CertificateView) =>
    [
      say(`network.certificate.${code}`),
      category && categories.nameOf(category),
      level && say(`network.level.${level}`),
    ]
      .filter(Boolean)
      .join(' · ');
  return [
    { key: 'name', title: say('network.certificateName'), fixed: true, cell: nameOf, text: nameOf },
    {
      key: 'number',
      title: say('network.number'),
      cell: ({ number }) => number,
      text: ({ number }) => number,
    },
    {
      key: 'issued',
      title: say('network.issuedOn'),
      cell: ({ issuedOn }) => issuedOn,
      text: ({ issuedOn }) => issuedOn,
    },
    {
      key: 'expires',
      title: say('network.expiresOn'),
      cell: ({ expiresOn }) => <ExpiryChip on={expiresOn} />,
      text: ({ expiresOn }) => expiresOn,
    },
  ];
}

interface CertificateValues {
  readonly code: CertificateCode;
  readonly category?: string;
  readonly level?: CertificateLevel;
  readonly number: string;
  readonly issuedOn: string;
  readonly expiresOn: string;
}

function AddCertificate({ engineer }: { engineer: EngineerDetail }) {
  const say = useWords();
  const categories = useCategories();
  return (
    <ActionDialog<CertificateValues>
      title={say('network.addCertificate')}
      endpoint={addCertificate}
      disabledReason={engineer.active ? undefined : say('network.hasLeft')}
      fields={[
        {
          name: 'code',
          label: say('network.certificateName'),
          as: 'one',
          choices: CERTIFICATE_CODES.map((code) => ({
            value: code,
            label: say(`network.certificate.${code}`),
          })),
        },
        {
          name: 'category',
          label: say('network.category'),
          as: 'one',
          choices: categories.choices,
          needed: false,
          hint: say('network.productOnly'),
        },
        {
          name: 'level',
          label: say('network.levelName'),
          as: 'one',
          choices: CERTIFICATE_LEVELS.map((level) => ({
            value: level,
            label: say(`network.level.${level}`),
          })),
          needed: false,
          hint: say('network.productOnly'),
        },
        { name: 'number', label: say('network.number') },
        { name: 'issuedOn', label: say('network.issuedOn'), as: 'day' },
        { name: 'expiresOn', label: say('network.expiresOn'), as: 'day' },
      ]}
      send={(values) =>
        api.call(addCertificate, {
          params: { id: engineer.id },
          body: { ...values, category: values.category ?? null, level: values.level ?? null },
          ifMatch: engineer.version,
        })
      }
      changes={[getEngineer, listEngineers]}
    />
  );
}
