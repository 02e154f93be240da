import * as field from '@firstfix/contract/fieldwork/endpoints';
import { newId, toRfc3339 } from '@firstfix/kernel';
import type { TestApp } from '@firstfix/testkit';
import { expect } from 'vitest';
import type { People } from '../world-people.ts';
import { takePhoto } from '../world-things.ts';

const SAFE = {
  voltageVolts: 224,
  earthOhms: 0.8,
  neutralToEarthVolts: 0.6,
  leakageMilliamps: 0.1,
  polarity: 'correct',
} as const;
const LEAK = {
  faultCode: 'R01',
  symptomCode: 'not_cooling',
  causeCode: 'leaking',
  faultyPart: 'refrigerant-circuit',
  remedyCode: 'repair_leak',
  repairClass: 'major',
} as const;

/** The engineer's phone, beside the customer's page. */
export async function fieldEngineer(app: TestApp, people: People, visitId: string) {
  const { engineerId, outletId, place } = people;
  const account = { role: 'engineer', ownId: engineerId, outletId } as const;
  const engineer = await app.signIn(account);
  const params = { id: visitId };
  const command = () => ({
    commandId: newId(),
    occurredAt: toRfc3339(app.now()),
    position: { point: place.point, accuracyMetres: 8 },
  });
  const photo = () => takePhoto(app, account, newId());
  const step = (code: string, evidence: string[] = []) => ({ code, outcome: 'done' as const, evidence });
  return {
    async depart() {
      const point = { lat: place.point.lat + 0.02, lng: place.point.lng - 0.03 };
      const body = { ...command(), position: { point, accuracyMetres: 8 } };
      await engineer.call(field.departVisit, { params, body });
    },
    async arrive(doorCode: string) {
      const answer = await engineer.call(field.arriveVisit, { params, body: { ...command(), doorCode } });
      expect(answer.arrived).toBe(true);
    },
    async quote() {
      const ticked = ['licence_card', 'shoe_covers', 'mat', 'cloth', 'small_gift'] as const;
      await engineer.call(field.tickFiveOnes, { params, body: { ...command(), ticked: [...ticked] } });
      const serialNumber = 'FFF009153A1ZA512001L';
      await engineer.call(field.identifyAppliance, { params, body: { ...command(), serialNumber } });
      const before = { phase: 'before', measurements: SAFE } as const;
      await engineer.call(field.recordReadings, { params, body: { ...command(), ...before } });
      await engineer.call(field.diagnose, { params, body: { ...command(), diagnosis: LEAK } });
      const items = [{ code: 'labour.repair.fridge.major', quantity: 1 }];
      await engineer.call(field.giveQuote, { params, body: { ...command(), items } });
    },
    async work() {
      await engineer.call(field.beginVisit, { params, body: command() });
      const steps = [
        step('do_the_job', [await photo(), await photo()]),
        { code: 'old_part', outcome: 'not_applicable' as const },
        step('trial_run'),
        step('check_electricity'),
        step('explain_use'),
        step('maintain_product', [await photo()]),
        step('inspect_others'),
        step('leave_clean', [await photo()]),
      ];
      await engineer.call(field.tickSteps, { params, body: { ...command(), steps } });
      const after = { phase: 'after', measurements: SAFE } as const;
      await engineer.call(field.recordReadings, { params, body: { ...command(), ...after } });
      await engineer.call(field.finishVisit, { params, body: command() });
    },
  };
}
