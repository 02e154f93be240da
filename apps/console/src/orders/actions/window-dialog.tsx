import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { useQueryClient } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { SlotPicker } from '../../slots/slot-picker.tsx';
import { useWords } from '../../words/words.ts';
import styles from './actions.module.css';

/** Promises a window, or another one than before. */
export function WindowDialog({ order, onClose }: { order: WorkOrderView; onClose: () => void }) {
  const say = useWords();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const booked = async () => {
    await queries.invalidateQueries();
    message.success(say('orderActions.windowBooked'));
    onClose();
  };
  return (
    <Modal
      open
      footer={null}
      width={760}
      onCancel={onClose}
      title={say('orderActions.windowOf', { number: order.number })}
    >
      <div className={styles.dialog}>
        <SlotPicker orderId={order.id} onBooked={booked} />
      </div>
    </Modal>
  );
}
