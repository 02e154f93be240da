import { api } from '@firstfix/client/api.ts';
import { findCommunities, parseAddress } from '@firstfix/contract/customers/endpoints';
import type { AddressCandidate } from '@firstfix/contract/customers/schemas';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, type FormInstance, Input, Select } from 'antd';
import { Refusal } from '../orders/actions/refusal.tsx';
import { useWords } from '../words/words.ts';
import styles from './desk.module.css';

/** Where a new home is, as the form holds it. */
export interface GivenAddress {
  readonly text: string;
  readonly districtCode: string;
  readonly community: string;
  readonly door?: string;
  readonly lat: string | number;
  readonly lng: string | number;
}

/** The address as people say it; district, community and door are read out of it, the place is known from neighbours. */
export function NewAddressFields({ form }: { form: FormInstance }) {
  const say = useWords();
  const rules = [{ required: true, message: say('desk.needed') }];
  const reading = useAddressReading(form);
  const { candidates = [], placed } = reading.data ?? {};
  return (
    <>
      <Form.Item name="text" label={say('desk.address')} rules={rules}>
        <Input.Search
          maxLength={200}
          autoComplete="off"
          placeholder={say('desk.addressHint')}
          enterButton={<Button htmlType="button">{say('desk.readAddress')}</Button>}
          loading={reading.isPending}
          onSearch={(text, event) => {
            event?.preventDefault();
            reading.mutate(text);
          }}
          onBlur={({ target }) => target.value !== reading.variables && reading.mutate(target.value)}
        />
      </Form.Item>
      <Refusal error={reading.error} />
      {reading.data && candidates.length === 0 && <Alert type="warning" title={say('desk.addressUnread')} />}
      {reading.data && candidates.length > 0 && !placed && (
        <Alert type="info" title={say('desk.placeUnknown')} />
      )}
      <div className={styles.pair}>
        <Form.Item name="districtCode" label={say('desk.district')} rules={rules}>
          <Select
            options={candidates.map((one) => ({ value: one.districtCode, label: districtName(one) }))}
            notFoundContent={say('desk.addressFirst')}
          />
        </Form.Item>
        <Form.Item name="community" label={say('orders.community')} rules={rules}>
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
        <Form.Item name="door" label={say('desk.door')}>
          <Input maxLength={120} autoComplete="off" />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="lat" label={say('desk.lat')} rules={rules}>
            <Input inputMode="decimal" autoComplete="off" />
          </Form.Item>
          <Form.Item name="lng" label={say('desk.lng')} rules={rules}>
            <Input inputMode="decimal" autoComplete="off" />
          </Form.Item>
        </div>
      </div>
    </>
  );
}

function useAddressReading(form: FormInstance) {
  return useMutation({
    mutationFn: async (text: string) => {
      if (text.trim() === '') return { candidates: [], placed: false };
      const { candidates } = await api.call(parseAddress, { body: { text } });
      const [first] = candidates;
      if (!first) return { candidates, placed: false };
      return { candidates, placed: await placeOf(form, first, candidates.length === 1) };
    },
  });
}

/** Fills in what was read; the place is where a home of that community is known. */
async function placeOf(form: FormInstance, found: AddressCandidate, isOnly: boolean): Promise<boolean> {
  const { districtCode, community, door } = found;
  form.setFieldsValue({ community, door, districtCode: isOnly ? districtCode : undefined });
  if (community === '') return false;
  const { items } = await api.call(findCommunities, { query: { text: community } });
  const place =
    items.find((one) => one.community === community && one.districtCode === districtCode) ?? items[0];
  if (place) form.setFieldsValue(place.point);
  return place !== undefined;
}

function districtName({ province, city, district }: AddressCandidate): string {
  return [province, city, district].filter(Boolean).join(' ');
}
