import { fen } from '@firstfix/kernel';
import { describe, expect, it } from 'vitest';
import { preferredLanguage } from '../src/language.ts';
import { fieldError, invalidFields, refusal } from '../src/refusal.ts';
import { sayRefusal, tellField } from '../src/refusals/say.ts';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['zh', 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-GB,zh;q=0.9', 'en'],
    ['de-DE, en;q=0.3, zh-TW;q=0.8', 'zh'],
    ['zh;q=0, en', 'en'],
    ['zh;q=nonsense', 'en'],
    ['fr', 'en'],
    [';;;,,,q=', 'en'],
  ])('asked for by %j is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});

describe('a refusal in words', () => {
  it('names states as screens do, and offers the others as a choice', () => {
    const facts = { number: 'W1', state: 'en_route', legalStates: ['assigned', 'scheduled'] };
    const refused = refusal(409, 'orders.illegal_transition', facts);
    expect(sayRefusal('zh', refused)).toBe('工单 W1 的状态是“在途”，这一步只能在“已派工或已预约”时做。');
    expect(sayRefusal('en', refused)).toBe(
      'Order W1 is en route; this is possible while it is assigned or scheduled.',
    );
  });

  it('writes money as yuan and dates as people do', () => {
    const money = refusal(422, 'pay.amount_differs', { agreedFen: fen(123_450), amountFen: 5 });
    expect(sayRefusal('zh', money)).toBe('同意的报价是 ¥1,234.50，不是 ¥0.05：请按报价付。');
    const gone = refusal(409, 'network.engineer_gone', { name: '王', leftOn: '2026-03-01' });
    expect(sayRefusal('zh', gone)).toContain('2026年3月1日');
    expect(sayRefusal('en', gone)).toContain('1 March 2026');
  });

  it('tells moments by the clock of the place', () => {
    const alternatives = ['2026-11-21T06:00:00.000Z', '2026-11-22T01:30:00.000Z'];
    const full = (zone: string) => refusal(409, 'dispatch.slot_full', { alternatives, zone });
    expect(sayRefusal('zh', full('Asia/Shanghai'))).toContain('11月21日 14:00；11月22日 09:30');
    expect(sayRefusal('en', full('Asia/Urumqi'))).toContain('21 Nov, 12:00; 22 Nov, 07:30');
  });

  it('says by how much a rule is missed', () => {
    const broken = [
      { code: 'window', minutes: 12 },
      { code: 'skill', minutes: null },
    ];
    const refused = refusal(409, 'dispatch.breaks_rules', { broken });
    expect(sayRefusal('zh', refused)).toBe(
      '这样派会违反：赶不上承诺时间（12 分钟）；缺少技能或证书。请确认，或另选。',
    );
    expect(sayRefusal('en', refused)).toContain('after its promised window (12 min); the engineer lacks');
  });

  it('says what its fields say', () => {
    const refused = invalidFields([fieldError('/boughtOn', 'future', { date: '2030-01-02' })]);
    expect(sayRefusal('zh', refused)).toBe('2030年1月2日 还没有到');
    expect(refused.errors.map((error) => tellField('en', error))).toEqual([
      {
        pointer: '/boughtOn',
        code: 'future',
        message: '2 January 2030 has not come yet',
        params: { date: '2030-01-02' },
      },
    ]);
  });

  it('keeps one code for all its wordings', () => {
    expect(refusal(409, 'dispatch.slot_full/none_near').code).toBe('dispatch.slot_full');
  });
});
