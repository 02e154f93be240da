import { api } from '@firstfix/client/api.ts';
import { eraseCustomer, exportMyData } from '@firstfix/contract/customers/endpoints';
import { Button } from '@firstfix/ui/button.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Card } from '../parts/card.tsx';
import form from '../parts/form.module.css';
import { useWords } from '../words/words.ts';

/** Everything kept about me: to take along, or to be gone. */
export function Privacy({ customerId }: { customerId: string }) {
  const say = useWords();
  const [sure, setSure] = useState(false);
  const params = { id: customerId };
  const take = useMutation({
    mutationFn: async () => save(await api.call(exportMyData, { params }), say('me.fileName')),
  });
  const erase = useMutation({
    mutationFn: () => api.call(eraseCustomer, { params }),
    // the sessions went with the person
    onSuccess: () => location.assign('/home'),
  });
  const problem = take.error ?? erase.error;
  return (
    <Card title={say('me.privacy')}>
      <p className={form.soft}>{say('me.privacyMeans')}</p>
      {problem && <ProblemNotice problem={problem} />}
      <Button disabled={take.isPending} onClick={() => take.mutate()}>
        {say('me.take')}
      </Button>
      {sure ? (
        <>
          <p role="alert">{say('me.eraseMeans')}</p>
          <div className={form.buttons}>
            <Button onClick={() => setSure(false)}>{say('me.keep')}</Button>
            <Button disabled={erase.isPending} onClick={() => erase.mutate()}>
              {say('me.eraseNow')}
            </Button>
          </div>
        </>
      ) : (
        <Button onClick={() => setSure(true)}>{say('me.erase')}</Button>
      )}
    </Card>
  );
}

/** Hands a file to the phone. */
function save(content: unknown, name: string): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
