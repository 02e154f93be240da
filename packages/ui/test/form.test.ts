import { ApiProblem } from '@firstfix/contract/client';
import { createAccount, requestCode } from '@firstfix/contract/identity/endpoints';
import { listEngineers } from '@firstfix/contract/network/endpoints';
import { describe, expect, it } from 'vitest';
import { asEntered, faultOf, rulesOf } from '../src/form/field-rules.ts';
import { pointedErrors } from '../src/form/pointed-errors.ts';

describe('rules of a field come from the contract', () => {
  const phone = rulesOf(requestCode.body, 'phone');

  it('knows kinds, choices and what may be left empty', () => {
    expect(phone).toMatchObject({ kind: 'text', needed: true });
    expect(rulesOf(requestCode.body, 'role')).toMatchObject({
      kind: 'choice',
      choices: ['customer', 'engineer'],
    });
    expect(rulesOf(createAccount.body, 'outletId')).toMatchObject({ kind: 'text', needed: false });
    expect(rulesOf(listEngineers.query, 'active').kind).toBe('yes-no');
    expect(rulesOf(listEngineers.query, 'certificateExpiresBefore').kind).toBe('day');
    expect(rulesOf(listEngineers.query, 'limit')).toMatchObject({ kind: 'number', maximum: 200 });
  });

  it.each([
    ['', 'needed'],
    ['12', 'notLikeThat'],
    ['13800001234', undefined],
  ])('says of the phone "%s": %s', (entered, fault) => {
    expect(faultOf(phone, entered)?.fault).toBe(fault);
  });

  it('names the limit that was met', () => {
    const password = rulesOf(createAccount.body, 'password');
    expect(faultOf(password, 'short')).toEqual({ fault: 'tooShort', limit: 10 });
    expect(faultOf(password, 'x'.repeat(201))).toEqual({ fault: 'tooLong', limit: 200 });
    const limit = rulesOf(listEngineers.query, 'limit');
    expect(faultOf(limit, '0')).toEqual({ fault: 'tooSmall', limit: 1 });
    expect(faultOf(limit, '201')).toEqual({ fault: 'tooLarge', limit: 200 });
    expect(faultOf(limit, 'many')?.fault).toBe('notLikeThat');
  });

  it('sends what the contract wants', () => {
    expect(asEntered(rulesOf(listEngineers.query, 'limit'), '20')).toBe(20);
    expect(asEntered(rulesOf(listEngineers.query, 'active'), 'false')).toBe(false);
    expect(asEntered(phone, ' ')).toBeUndefined();
  });
});

describe('a refusal', () => {
  const inWords = ({ message }: Error) => message;
  const problem = new ApiProblem(422, {
    detail: 'It does not fit.',
    errors: [
      { pointer: '/phone', code: 'taken', message: 'is taken' },
      { pointer: '/address/door', code: 'unknown', message: 'no such door' },
    ],
  });

  it('stands at the field it points to, the rest above the form', () => {
    const { byField, general } = pointedErrors(problem, ['phone', 'name'], inWords);
    expect([...byField]).toEqual([['phone', 'is taken']]);
    expect(general).toBe('It does not fit.');
    expect(pointedErrors(problem, ['phone', 'address'], inWords).general).toBeUndefined();
  });

  it('without fields is said whole', () => {
    const late = new ApiProblem(409, { detail: 'Too late.' });
    expect(pointedErrors(late, ['phone'], inWords).general).toBe('Too late.');
    expect(pointedErrors(new TypeError('Failed to fetch'), ['phone'], () => 'offline').general).toBe(
      'offline',
    );
    expect(pointedErrors(null, [], inWords).general).toBeUndefined();
  });
});
