import { addDays, addMonths } from '@firstfix/kernel/zone';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entitlement, type WarrantyFacts } from '../src/entitlement.ts';
import { aRepair, facts } from './a-warranty.ts';

const promise = {
  boughtFrom: '2021-01-01',
  boughtTo: null,
  unitMonths: 72,
  mainPartMonths: 120,
  mainParts: ['inverter'],
};

describe('where a guarantee starts', () => {
  const cases: [string, Partial<WarrantyFacts>, string, string | null][] = [
    ['the invoice', {}, 'invoice', '2025-03-10'],
    ['a later delivery', { deliveredOn: '2025-03-20' }, 'delivery', '2025-03-20'],
    [
      'a later installation',
      { deliveredOn: '2025-03-20', installedOn: '2025-04-02' },
      'installation',
      '2025-04-02',
    ],
    [
      'the invoice, when all was one day',
      { deliveredOn: '2025-03-10', installedOn: '2025-03-10' },
      'invoice',
      '2025-03-10',
    ],
    ['the exchange', { installedOn: '2025-04-02', exchangedOn: '2026-02-10' }, 'exchange', '2026-02-10'],
    ['months after production, without an invoice', { invoiced: false }, 'production', '2025-02-01'],
    [
      'the installation, when nothing else is known',
      { invoiced: false, boughtOn: null, madeOn: null, installedOn: '2025-04-02' },
      'installation',
      '2025-04-02',
    ],
  ];
  it.each(cases)('%s', (_name, changes, start, startsOn) => {
    expect(entitlement(facts(changes), '2025-05-01').basis).toMatchObject({ start, startsOn });
  });

  it('is unknown without any date, and a bare word is no proof', () => {
    const nothing = facts({ boughtOn: '2025-03-10', invoiced: false, madeOn: null });
    expect(entitlement(nothing, '2025-05-01')).toMatchObject({
      cover: 'unknown',
      basis: { flags: ['no_dates'] },
    });
  });
});

describe('what is covered', () => {
  it.each([
    ['2025-03-10', 'in_warranty', 'whole_unit'],
    ['2026-03-10', 'in_warranty', 'whole_unit'],
    ['2026-03-11', 'in_warranty', 'main_parts'],
    ['2028-03-10', 'in_warranty', 'main_parts'],
    ['2028-03-11', 'out_of_warranty', 'nothing'],
  ])('by law on %s: %s, %s', (on, cover, partsCovered) => {
    expect(entitlement(facts(), on)).toMatchObject({ cover, partsCovered });
  });

  it('includes the labour of a main part after two and a half years', () => {
    const covered = entitlement(facts(), '2027-09-10');
    expect(covered).toMatchObject({ mainParts: ['compressor'], labourCovered: true, until: '2028-03-10' });
  });

  it('is a new year after an exchange at eleven months', () => {
    const exchanged = entitlement(facts({ exchangedOn: '2026-02-10' }), '2026-12-01');
    expect(exchanged).toMatchObject({
      cover: 'in_warranty',
      partsCovered: 'whole_unit',
      until: '2027-02-10',
    });
  });

  it('is flagged without an invoice', () => {
    const flagged = entitlement(facts({ invoiced: false }), '2026-02-01');
    expect(flagged).toMatchObject({
      cover: 'in_warranty',
      until: '2026-02-01',
      basis: { flags: ['no_invoice'] },
    });
    expect(entitlement(facts({ invoiced: false }), '2026-02-02').partsCovered).toBe('main_parts');
  });

  it('is the promise where it is better, by the date of purchase', () => {
    const promised = entitlement(facts({ promises: [promise] }), '2030-01-01');
    expect(promised).toMatchObject({
      partsCovered: 'whole_unit',
      basis: { wholeUnit: { source: 'promise', months: 72 } },
    });
    const early = facts({ boughtOn: '2020-12-31', madeOn: '2020-01-01', promises: [promise] });
    expect(entitlement(early, '2022-06-01')).toMatchObject({
      partsCovered: 'main_parts',
      basis: { mainParts: { source: 'law' } },
    });
  });

  it('is unknown for goods without law or promise', () => {
    const none = entitlement(facts({ policies: [] }), '2025-05-01');
    expect(none).toMatchObject({ cover: 'unknown', basis: { flags: ['no_rule'] } });
  });

  it('goes on by an extended warranty', () => {
    const contract = {
      contractNumber: 'X1',
      covers: 'whole_unit',
      startsOn: '2026-03-11',
      untilOn: '2029-03-10',
    } as const;
    const extended = facts({ extended: [contract] });
    expect(entitlement(extended, '2026-03-10').cover).toBe('in_warranty');
    expect(entitlement(extended, '2027-01-01')).toMatchObject({
      cover: 'extended',
      basis: { extendedContract: 'X1' },
    });
    expect(entitlement(extended, '2029-03-11').cover).toBe('out_of_warranty');
  });
});

describe('days in repair', () => {
  it('move the end on, also by a repair that only the extension covers', () => {
    const repairs = [aRepair('2025-06-01', '2025-06-11'), aRepair('2026-03-15', '2026-03-20')];
    const extended = entitlement(facts({ repairs }), '2026-03-25');
    expect(extended.basis.wholeUnit).toMatchObject({ extendedByDays: 15, until: '2026-03-25' });
  });

  it('count once when two repairs share them, and not before the start', () => {
    const repairs = [
      aRepair('2025-01-01', '2025-02-01'),
      aRepair('2025-06-01', '2025-06-11'),
      aRepair('2025-06-05', '2025-06-15'),
    ];
    expect(entitlement(facts({ repairs }), '2025-12-01').basis.wholeUnit?.extendedByDays).toBe(14);
  });

  it('run while the appliance is still away', () => {
    const repairs = [aRepair('2026-03-01', null)];
    expect(entitlement(facts({ repairs }), '2026-06-01')).toMatchObject({
      cover: 'in_warranty',
      partsCovered: 'whole_unit',
    });
  });

  it('never shorten the cover', () => {
    const day = fc.integer({ min: 0, max: 600 });
    const repair = fc.tuple(day, fc.integer({ min: 0, max: 60 })).map(([from, days]) => {
      const receivedOn = addDays('2025-01-01', from);
      return aRepair(receivedOn, addDays(receivedOn, days));
    });
    fc.assert(
      fc.property(fc.array(repair, { maxLength: 8 }), repair, (repairs, one) => {
        const end = (with_: typeof repairs) =>
          entitlement(facts({ repairs: with_ }), '2027-06-01').basis.wholeUnit?.until ?? '';
        expect(end([...repairs, one]) >= end(repairs)).toBe(true);
        expect(end(repairs) >= addMonths('2025-03-10', 12)).toBe(true);
      }),
    );
  });
});
