import { api } from '@firstfix/client/api.ts';
import type { BodyOf } from '@firstfix/contract';
import { requestCode } from '@firstfix/contract/identity/endpoints';
import { ContractForm } from '@firstfix/ui/form/contract-form.tsx';
import { useUiWords } from '@firstfix/ui/language.ts';
import { tell } from '@firstfix/ui/toasts.ts';
import { useMutation } from '@tanstack/react-query';
import { useWords } from '../words/words.ts';
import { Specimen } from './specimen.tsx';

/** A form made from the contract, and the server's real answer. */
export function FormSpecimen() {
  const say = useWords();
  const ui = useUiWords();
  const sending = useMutation({
    mutationFn: (body: BodyOf<typeof requestCode>) => api.call(requestCode, { body }),
    onSuccess: ({ sentTo }) => tell(say('gallery.sent', { sentTo })),
  });
  return (
    <Specimen title={say('gallery.form')} note={say('gallery.formNote')}>
      <ContractForm
        endpoint={requestCode}
        fields={[
          { name: 'phone', label: ui('phone.number'), help: say('gallery.phoneHelp') },
          {
            name: 'role',
            label: say('gallery.role'),
            choiceWords: { customer: ui('role.customer'), engineer: ui('role.engineer') },
          },
        ]}
        verb={ui('phone.ask')}
        busy={sending.isPending}
        problem={sending.error}
        onSend={sending.mutate}
      />
    </Specimen>
  );
}
