import { ask } from '@firstfix/client/api.ts';
import { getCustomer } from '@firstfix/contract/customers/endpoints';
import type { CustomerView } from '@firstfix/contract/customers/schemas';
import { registerRequest } from '@firstfix/contract/requests/endpoints';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { mayCall, useSession } from '../connection/session.ts';
import { useWords } from '../words/words.ts';
import { ContactReveal } from './contact-reveal.tsx';
import styles from './desk.module.css';
import { HouseholdAppliances } from './household-appliances.tsx';
import { RegisterForm } from './register-form.tsx';

interface CustomerPanelProps {
  readonly customerId: string;
  /** Registered a moment ago: the form stands aside. */
  readonly requestId: string | undefined;
  readonly onRegistered: (customerId: string, requestId: string) => void;
}

/** The caller's card: who, which homes, what stands there; and the form for what is wanted. */
export function CustomerPanel({ customerId, requestId, onRegistered }: CustomerPanelProps) {
  const { data, error, refetch } = useQuery(ask(getCustomer, { params: { id: customerId } }));
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  return <Known customer={data} requestId={requestId} onRegistered={onRegistered} />;
}

type KnownProps = Omit<CustomerPanelProps, 'customerId'> & { readonly customer: CustomerView };

function Known({ customer, requestId, onRegistered }: KnownProps) {
  const say = useWords();
  const { role } = useSession();
  const [chosen, setChosen] = useState<string>();
  const [applianceId, setApplianceId] = useState<string>();
  const home = customer.households.find(({ id }) => id === chosen) ?? customer.households[0];
  return (
    <>
      <section className={styles.panel} aria-label={say('desk.caller')}>
        <header className={styles.who}>
          <h2>{customer.name}</h2>
          <span>{customer.phone ?? say('desk.erased')}</span>
          {!customer.erasedAt && <ContactReveal customerId={customer.id} purpose="appointment" />}
        </header>
        {home && customer.households.length > 1 && (
          <Segmented
            aria-label={say('desk.homes')}
            value={home.id}
            onChange={(id) => {
              setChosen(id);
              setApplianceId(undefined);
            }}
            options={customer.households.map(({ id, place }) => ({ value: id, label: place.community }))}
          />
        )}
        {home && <HouseholdAppliances household={home} chosen={applianceId} onChoose={setApplianceId} />}
      </section>
      {home && !requestId && mayCall(registerRequest, role) && (
        <section className={styles.panel} aria-label={say('desk.register')}>
          <h2>{say('desk.register')}</h2>
          <RegisterForm
            key={home.id}
            caller={{ customerId: customer.id, householdId: home.id }}
            applianceId={applianceId}
            onRegistered={(request) => onRegistered(request.customerId, request.id)}
          />
        </section>
      )}
    </>
  );
}
