import type { RevealPurpose } from '@firstfix/contract/customers/schemas';
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { ContactReveal } from '../desk/contact-reveal.tsx';
import { useWords } from '../words/words.ts';
import styles from './calls.module.css';
import { CustomerCell } from './row-cells.tsx';

interface CallFrameProps {
  readonly title: string;
  readonly customerId: string;
  readonly purpose: RevealPurpose;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Around every call: who is called, the number to dial, then what it is about. */
export function CallFrame({ title, customerId, purpose, onClose, children }: CallFrameProps) {
  const say = useWords();
  return (
    <Modal open footer={null} title={title} onCancel={onClose}>
      <div className={styles.call}>
        <p className={styles.who}>
          {say('calls.customer')} <CustomerCell id={customerId} />
          <ContactReveal customerId={customerId} purpose={purpose} />
        </p>
        {children}
      </div>
    </Modal>
  );
}
