import { type FormEvent, useState } from 'react';
import { Button } from './button.tsx';
import { useUiWords } from './language.ts';
import styles from './phone-sign-in.module.css';
import { ProblemNotice } from './problem-notice.tsx';

interface PhoneSignInProps {
  /** Phones of a demo to pick from. */
  readonly phones: readonly string[];
  readonly onAsk: (phone: string) => Promise<unknown>;
  readonly onCode: (phone: string, code: string) => Promise<unknown>;
}

/** Signing in by a code sent to the phone: two steps, one thumb. */
export function PhoneSignIn({ phones, onAsk, onCode }: PhoneSignInProps) {
  const say = useUiWords();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState<string>();
  const [problem, setProblem] = useState<Error>();
  const attempt = async (work: () => Promise<unknown>) => {
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const askFor = (number: string) =>
    attempt(async () => {
      await onAsk(number);
      setCode('');
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    return code === undefined ? askFor(phone) : attempt(() => onCode(phone, code));
  };
  const pick = (number: string) => {
    setPhone(number);
    return askFor(number);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <label>
        {say('phone.number')}
        <input
          inputMode="tel"
          autoComplete="tel"
          required
          pattern="1[3-9][0-9]{9}"
          disabled={code !== undefined}
          value={phone}
          onChange={({ target }) => setPhone(target.value)}
        />
      </label>
      {phones.length > 0 && code === undefined && <DemoPhones phones={phones} onPick={pick} />}
      {code !== undefined && (
        <label>
          {say('phone.code')}
          <input
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            pattern="[0-9]{6}"
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        </label>
      )}
      {problem && <ProblemNotice problem={problem} />}
      <Button primary type="submit">
        {say(code === undefined ? 'phone.ask' : 'phone.enter')}
      </Button>
      {code !== undefined && <Button onClick={() => setCode(undefined)}>{say('phone.other')}</Button>}
    </form>
  );
}

/** Whoever tries the product knows nobody's number. */
function DemoPhones({ phones, onPick }: { phones: readonly string[]; onPick: (phone: string) => void }) {
  const say = useUiWords();
  return (
    <section className={styles.demo} aria-label={say('phone.demo')}>
      <span>{say('phone.demo')}</span>
      <div>
        {phones.map((phone) => (
          <Button key={phone} compact onClick={() => onPick(phone)}>
            {phone}
          </Button>
        ))}
      </div>
    </section>
  );
}
