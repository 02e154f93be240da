import { ask } from '@firstfix/client/api.ts';
import type { ApplianceView } from '@firstfix/contract/appliances/schemas';
import { listCategories, listWorkTypes } from '@firstfix/contract/catalogue/endpoints';
import { useLanguage } from '@firstfix/ui/language.ts';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, type FormInstance, Input, Select } from 'antd';
import type { KeyboardEvent } from 'react';
import { useWords } from '../words/words.ts';
import { useCategoryName } from './category-names.ts';
import styles from './desk.module.css';
import { categoryOfThing, thingOfCategory } from './wanted-work.ts';

/** The words, the thing and the work; only work done on that kind of thing can be chosen. */
export function WantedWorkFields({ appliances }: { appliances: readonly ApplianceView[] }) {
  const say = useWords();
  const rules = [{ required: true, message: say('desk.needed') }];
  const thing = Form.useWatch<string | undefined>('thing');
  const workTypes = useWorkTypeOptions(categoryOfThing(thing, appliances));
  const things = useThingOptions(appliances);
  return (
    <>
      <Form.Item name="words" label={say('desk.words')} rules={[{ ...rules[0], whitespace: true }]}>
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
          placeholder={say('desk.wordsHint')}
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="thing" label={say('desk.thing')} rules={rules}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={things} />
        </Form.Item>
        <Form.Item name="workType" label={say('desk.workType')} rules={rules}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={workTypes} />
        </Form.Item>
      </div>
      <Form.Item name="urgent" valuePropName="checked">
        <Checkbox>{say('desk.urgent')}</Checkbox>
      </Form.Item>
    </>
  );
}

function useThingOptions(appliances: readonly ApplianceView[]) {
  const say = useWords();
  const nameOf = useCategoryName();
  const { data } = useQuery({ ...ask(listCategories), staleTime: Number.POSITIVE_INFINITY });
  const owned = appliances
    .filter(({ retiredOn }) => retiredOn === null)
    .map(({ id, category, brand, boughtOn }) => ({
      value: id,
      label: [nameOf(category), brand, boughtOn].filter(Boolean).join(' · '),
    }));
  const others = (data?.items ?? []).map(({ code }) => ({
    value: thingOfCategory(code),
    label: nameOf(code),
  }));
  return [
    ...(owned.length > 0 ? [{ label: say('desk.onFile'), options: owned }] : []),
    { label: say('desk.notOnFile'), options: others },
  ];
}

function useWorkTypeOptions(category: string | undefined) {
  const language = useLanguage();
  const { data } = useQuery({ ...ask(listWorkTypes), staleTime: Number.POSITIVE_INFINITY });
  return (data?.items ?? [])
    .filter(({ norms }) => category === undefined || norms.some((norm) => norm.category === category))
    .map(({ code, nameZh, nameEn }) => ({ value: code, label: language === 'zh' ? nameZh : nameEn }));
}

/** Ctrl and Enter hand the form in from any field. */
export function submitOnCtrlEnter(event: KeyboardEvent, form: Pick<FormInstance, 'submit'>): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
}
