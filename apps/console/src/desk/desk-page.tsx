import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../words/words.ts';
import { CallerSearch } from './caller-search.tsx';
import { CustomerHistory } from './customer-history.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import styles from './desk.module.css';
import type { DeskSearch } from './desk-search.ts';
import { NewCallerForm } from './new-caller-form.tsx';
import { RegisteredRequest } from './registered-request.tsx';

const route = getRouteApi('/inside/desk');

/** The agent's desk: who is on the line, what stands in the home, what is open, and a request in one flow. */
export function DeskPage() {
  const say = useWords();
  const navigate = useNavigate();
  const { customer, request } = route.useSearch();
  const [isNew, setNew] = useState(false);
  const show = (search: DeskSearch) => {
    setNew(false);
    return navigate({ to: '/desk', search });
  };
  const registered = (customerId: string, requestId: string) =>
    show({ customer: customerId, request: requestId });
  return (
    <>
      <h1>{say('desk.title')}</h1>
      <div className={styles.desk}>
        <div className={styles.column}>
          <CallerSearch onFound={(id) => show({ customer: id })} onNew={() => setNew(true)} />
          {isNew && <NewCallerForm onRegistered={registered} />}
          {!isNew && customer && (
            <CustomerPanel
              key={customer}
              customerId={customer}
              requestId={request}
              onRegistered={registered}
            />
          )}
          {!isNew && !customer && <p className={styles.soft}>{say('desk.start')}</p>}
        </div>
        <div className={styles.column}>
          {request && !isNew && (
            <RegisteredRequest key={request} requestId={request} onNext={() => show({ customer })} />
          )}
          {customer && !isNew && <CustomerHistory key={customer} customerId={customer} />}
        </div>
      </div>
    </>
  );
}
