import * as api from '@firstfix/contract/network/endpoints';
import { newId } from '@firstfix/kernel';
import { command, type PolicyStore, query, type Route } from '@firstfix/platform';
import { cellOf } from './cells.ts';
import type { EngineerRecord } from './engineer.ts';
import { gradeLadder } from './grade-ladder.ts';
import { addCertificate } from './operations/add-certificate.ts';
import { changeGrade } from './operations/change-grade.ts';
import { changeOutlet, changeOutletStatus } from './operations/change-outlet.ts';
import { changeStanding } from './operations/change-standing.ts';
import { createEngineer } from './operations/create-engineer.ts';
import { createOutlet } from './operations/create-outlet.ts';
import { leaveNetwork } from './operations/leave-network.ts';
import { reportAbsence, withdrawAbsence } from './operations/report-absence.ts';
import { setShifts } from './operations/set-shifts.ts';
import { transferEngineer } from './operations/transfer-engineer.ts';
import type { HashPhone } from './phone-hash.ts';
import { presentAbsence, presentEngineer, presentOutlet, presentTerritory } from './present.ts';
import { getEngineer, getMyProfile } from './queries/get-engineer.ts';
import { listEngineers } from './queries/list-engineers.ts';
import { getOutlet, listOutlets } from './queries/list-outlets.ts';
import { getTerritory, listCities, listRegions, listTerritories } from './queries/list-places.ts';
import { getStation, listStations } from './queries/list-stations.ts';
import { listWorkingDays } from './queries/list-working-days.ts';
import type { Reference } from './queries/reference.ts';
import type { NetworkDb } from './store/territory-store.ts';

interface Needs {
  readonly db: NetworkDb;
  readonly reference: Reference;
  readonly policies: PolicyStore;
  readonly hashPhone: HashPhone;
}

/** Contract endpoint → operation or query. */
export function networkRoutes(needs: Needs): Route[] {
  return [...placeRoutes(needs), ...outletRoutes(needs), ...engineerRoutes(needs), ...rosterRoutes(needs)];
}

function placeRoutes({ db, reference }: Needs): Route[] {
  return [
    query(api.listRegions, () => listRegions(db)),
    query(api.listCities, ({ query: asked }) => listCities(db, asked)),
    query(api.listTerritories, ({ caller, query: asked }) => listTerritories(db, caller, asked)),
    query(api.getTerritory, ({ caller, params }) => getTerritory(db, caller, params.id)),
    query(api.locateTerritory, async ({ query: point }) => {
      const territory = await reference.territoryAt(point);
      return { cell: cellOf(point), territory: territory ? presentTerritory(territory) : null };
    }),
  ];
}

function outletRoutes({ db, reference }: Needs): Route[] {
  const change = forgetting(reference);
  return [
    query(api.listOutlets, ({ caller, query: asked }) => listOutlets(db, caller, asked)),
    query(api.getOutlet, async ({ caller, params }) => presentOutlet(await getOutlet(db, caller, params.id))),
    change(api.createOutlet, async (tx, { body }) => presentOutlet(await createOutlet(tx, body))),
    change(api.changeOutlet, async (tx, { body, caller, params, ifMatch }) =>
      presentOutlet(await changeOutlet(tx, caller, params.id, { changes: body, ifMatch })),
    ),
    change(api.changeOutletStatus, async (tx, { body, caller, params, ifMatch }) =>
      presentOutlet(await changeOutletStatus(tx, caller, params.id, { ...body, ifMatch })),
    ),
  ];
}

function engineerRoutes({ db, reference, policies, hashPhone }: Needs): Route[] {
  const change = forgetting(reference);
  const today = (territoryId: string) => reference.today(territoryId);
  const present = async (engineer: EngineerRecord) =>
    presentEngineer(engineer, await today(engineer.territoryId));
  return [
    query(api.listEngineers, ({ caller, query: asked, now }) => listEngineers(db, caller, asked, now)),
    query(api.getEngineer, ({ params, ...asked }) => getEngineer(db, reference, asked, params.id)),
    query(api.getMyProfile, (asked) => getMyProfile(db, reference, asked)),
    change(api.createEngineer, async (tx, { body, caller }) =>
      present(await createEngineer(tx, caller, body, hashPhone)),
    ),
    change(api.changeGrade, async (tx, { body, caller, params, ifMatch }) => {
      const ladder = (await policies.current(gradeLadder, tx.now)).document;
      return present(await changeGrade(tx, caller, params.id, { ...body, ifMatch, ladder, today }));
    }),
    change(api.changeStanding, async (tx, { body, caller, params, ifMatch }) =>
      present(await changeStanding(tx, caller, params.id, { ...body, ifMatch })),
    ),
    change(api.transferEngineer, async (tx, { body, caller, params, ifMatch }) =>
      present(await transferEngineer(tx, caller, params.id, { ...body, ifMatch })),
    ),
    change(api.leaveNetwork, async (tx, { body, caller, params, ifMatch }) =>
      present(await leaveNetwork(tx, caller, params.id, { ...body, ifMatch })),
    ),
    change(api.addCertificate, async (tx, { body, caller, params, ifMatch }) => {
      const certificate = { ...body, id: body.id ?? newId() };
      return present(await addCertificate(tx, caller, params.id, { certificate, ifMatch }));
    }),
  ];
}

function rosterRoutes({ db, reference }: Needs): Route[] {
  const change = forgetting(reference);
  return [
    change(api.setShifts, async (tx, { body, caller, params, ifMatch }) => {
      const engineer = await setShifts(tx, caller, params.id, { shifts: body, ifMatch });
      return presentEngineer(engineer, await reference.today(engineer.territoryId));
    }),
    change(api.reportAbsence, async (tx, { body, caller, params }) =>
      presentAbsence(await reportAbsence(tx, caller, params.id, body)),
    ),
    change(api.withdrawAbsence, async (tx, { caller, params }) =>
      presentAbsence(await withdrawAbsence(tx, caller, params.id, params.absenceId)),
    ),
    query(api.listWorkingDays, ({ caller, query: asked }) => listWorkingDays(reference, caller, asked)),
    query(api.listStations, ({ caller, query: asked }) => listStations(db, caller, asked)),
    query(api.getStation, ({ caller, params }) => getStation(db, caller, params.id)),
  ];
}

/** Commands after which nothing remembered of the network is trusted any more. */
function forgetting(reference: Reference): typeof command {
  return (endpoint, answer) =>
    command(endpoint, (tx, input) => {
      tx.afterCommit(() => reference.clear());
      return answer(tx, input);
    });
}
