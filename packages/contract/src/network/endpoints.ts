import { Type } from 'typebox';
import { endpoint } from '../endpoint.ts';
import { DateOnly, IdParams, Nullable, PageOf, pageQuery, Uuid } from '../schemas.ts';
import {
  AbsenceView,
  Category,
  CityView,
  EngineerDetail,
  EngineerView,
  GradeChange,
  MarketTier,
  NewAbsence,
  NewCertificate,
  NewEngineer,
  NewOutlet,
  OutletChanges,
  OutletStatusChange,
  OutletTransfer,
  OutletView,
  RegionView,
  ShiftPlan,
  StandingChange,
  StationView,
  TerritoryView,
  TerritoryWithCells,
  WorkingDay,
} from './schemas.ts';
import { GRADES, OUTLET_STATUSES, OUTLET_TIERS, STANDINGS } from './states.ts';

const module = 'network';

export const ILLEGAL_STATUS = 'network.illegal_status';
export const ILLEGAL_STANDING = 'network.illegal_standing';
export const SECOND_SIGNATURE_NEEDED = 'network.second_signature_needed';
export const GRADE_NOT_EARNED = 'network.grade_not_earned';
export const PHONE_TAKEN = 'network.phone_taken';
export const OUTLET_NOT_ACTIVE = 'network.outlet_not_active';
export const ENGINEER_GONE = 'network.engineer_gone';
export const ABSENCE_OVER = 'network.absence_over';
export const ALREADY_THERE = 'network.already_there';

const staff = {
  agent: 'all',
  quality: 'all',
  finance: 'all',
  director: 'all',
  admin: 'all',
} as const;

const mapReaders = { ...staff, dispatcher: 'all', outlet_owner: 'all' } as const;
const readers = { ...staff, dispatcher: 'territory', outlet_owner: 'outlet' } as const;
const rosterMakers = { admin: 'all', dispatcher: 'territory', outlet_owner: 'outlet' } as const;

export const listRegions = endpoint({
  id: 'listRegions',
  method: 'GET',
  path: '/api/regions',
  module,
  summary: 'The regions of the country',
  may: mapReaders,
  response: Type.Object({ items: Type.Array(RegionView) }),
});

export const listCities = endpoint({
  id: 'listCities',
  method: 'GET',
  path: '/api/cities',
  module,
  summary: 'Cities, by name',
  may: mapReaders,
  query: Type.Object({ ...pageQuery, regionId: Type.Optional(Uuid) }),
  response: PageOf(CityView),
});

export const listTerritories = endpoint({
  id: 'listTerritories',
  method: 'GET',
  path: '/api/territories',
  module,
  summary: 'Territories, by name',
  may: { ...staff, dispatcher: 'territory' },
  query: Type.Object({ ...pageQuery, cityId: Type.Optional(Uuid) }),
  response: PageOf(TerritoryView),
});

export const getTerritory = endpoint({
  id: 'getTerritory',
  method: 'GET',
  path: '/api/territories/{id}',
  module,
  summary: 'One territory with its cells',
  may: { ...staff, dispatcher: 'territory' },
  params: IdParams,
  response: TerritoryWithCells,
});

export const locateTerritory = endpoint({
  id: 'locateTerritory',
  method: 'GET',
  path: '/api/territory-at',
  module,
  summary: 'Which territory serves a point',
  may: { ...staff, dispatcher: 'all' },
  query: Type.Object({
    lat: Type.Number({ minimum: -90, maximum: 90 }),
    lng: Type.Number({ minimum: -180, maximum: 180 }),
  }),
  response: Type.Object({
    cell: Type.String({ description: 'H3 cell of resolution 8' }),
    territory: Nullable(TerritoryView),
  }),
});

export const listOutlets = endpoint({
  id: 'listOutlets',
  method: 'GET',
  path: '/api/outlets',
  module,
  summary: 'Outlets',
  may: readers,
  query: Type.Object({
    ...pageQuery,
    cityId: Type.Optional(Uuid),
    territoryId: Type.Optional(Uuid),
    tier: Type.Optional(Type.Array(Type.Enum([...OUTLET_TIERS]), { maxItems: OUTLET_TIERS.length })),
    status: Type.Optional(Type.Array(Type.Enum([...OUTLET_STATUSES]), { maxItems: OUTLET_STATUSES.length })),
    marketTier: Type.Optional(MarketTier),
    category: Type.Optional(Category),
    text: Type.Optional(Type.String({ maxLength: 100 })),
    sort: Type.Optional(Type.Enum(['name', 'newest', 'stars'], { default: 'name' })),
  }),
  response: PageOf(OutletView),
});

export const getOutlet = endpoint({
  id: 'getOutlet',
  method: 'GET',
  path: '/api/outlets/{id}',
  module,
  summary: 'One outlet',
  may: { ...readers, engineer: 'own' },
  params: IdParams,
  response: OutletView,
});

export const createOutlet = endpoint({
  id: 'createOutlet',
  method: 'POST',
  path: '/api/outlets',
  module,
  summary: 'Take an outlet into the network',
  may: { admin: 'all', director: 'all' },
  body: NewOutlet,
  response: OutletView,
  status: 201,
  errors: [ALREADY_THERE],
});

export const changeOutlet = endpoint({
  id: 'changeOutlet',
  method: 'PATCH',
  path: '/api/outlets/{id}',
  module,
  summary: 'Change what an outlet is called, covers or is for',
  may: { admin: 'all', director: 'all' },
  params: IdParams,
  body: OutletChanges,
  response: OutletView,
  ifMatch: true,
});

export const changeOutletStatus = endpoint({
  id: 'changeOutletStatus',
  method: 'POST',
  path: '/api/outlets/{id}/change-status',
  module,
  summary: 'Send an outlet into rectification, back to work, or end its contract',
  may: { admin: 'all', director: 'all', quality: 'all' },
  params: IdParams,
  body: OutletStatusChange,
  response: OutletView,
  errors: [ILLEGAL_STATUS],
  ifMatch: true,
});

export const listEngineers = endpoint({
  id: 'listEngineers',
  method: 'GET',
  path: '/api/engineers',
  module,
  summary: 'Engineers',
  may: readers,
  query: Type.Object({
    ...pageQuery,
    territoryId: Type.Optional(Uuid),
    outletId: Type.Optional(Uuid),
    grade: Type.Optional(Type.Array(Type.Enum([...GRADES]), { maxItems: GRADES.length })),
    standing: Type.Optional(Type.Array(Type.Enum([...STANDINGS]), { maxItems: STANDINGS.length })),
    category: Type.Optional(Category),
    active: Type.Optional(Type.Boolean()),
    certificateExpiresBefore: Type.Optional(DateOnly),
    text: Type.Optional(Type.String({ maxLength: 100, description: 'Name or licence number' })),
    sort: Type.Optional(Type.Enum(['name', 'newest', 'stars', 'points'], { default: 'name' })),
  }),
  response: PageOf(EngineerView),
});

export const getEngineer = endpoint({
  id: 'getEngineer',
  method: 'GET',
  path: '/api/engineers/{id}',
  module,
  summary: 'One engineer with certificates, shifts and absences',
  may: { ...readers, engineer: 'own' },
  params: IdParams,
  response: EngineerDetail,
});

export const getMyProfile = endpoint({
  id: 'getMyProfile',
  method: 'GET',
  path: '/api/my-profile',
  module,
  summary: 'The engineer’s own record, outlet and territory',
  may: { engineer: 'own' },
  response: Type.Object({ engineer: EngineerDetail, outlet: OutletView, territory: TerritoryView }),
});

export const createEngineer = endpoint({
  id: 'createEngineer',
  method: 'POST',
  path: '/api/engineers',
  module,
  summary: 'An engineer joins, as a trainee with a fresh licence',
  may: { admin: 'all', quality: 'all', outlet_owner: 'outlet' },
  body: NewEngineer,
  response: EngineerView,
  status: 201,
  errors: [PHONE_TAKEN, OUTLET_NOT_ACTIVE, ALREADY_THERE],
});

export const changeGrade = endpoint({
  id: 'changeGrade',
  method: 'POST',
  path: '/api/engineers/{id}/change-grade',
  module,
  summary: 'Raise or lower an engineer’s grade',
  may: { admin: 'all', quality: 'all' },
  params: IdParams,
  body: GradeChange,
  response: EngineerView,
  errors: [GRADE_NOT_EARNED, ENGINEER_GONE],
  ifMatch: true,
});

export const changeStanding = endpoint({
  id: 'changeStanding',
  method: 'POST',
  path: '/api/engineers/{id}/change-standing',
  module,
  summary: 'Change the standing of an engineer’s licence',
  description: 'Revoking needs another person than the one who suspended.',
  may: { admin: 'all', quality: 'all', director: 'all' },
  params: IdParams,
  body: StandingChange,
  response: EngineerView,
  errors: [ILLEGAL_STANDING, SECOND_SIGNATURE_NEEDED, ENGINEER_GONE],
  ifMatch: true,
});

export const transferEngineer = endpoint({
  id: 'transferEngineer',
  method: 'POST',
  path: '/api/engineers/{id}/transfer',
  module,
  summary: 'Another outlet, another home territory',
  may: { admin: 'all', director: 'all' },
  params: IdParams,
  body: OutletTransfer,
  response: EngineerView,
  errors: [OUTLET_NOT_ACTIVE, ENGINEER_GONE],
  ifMatch: true,
});

export const leaveNetwork = endpoint({
  id: 'leaveNetwork',
  method: 'POST',
  path: '/api/engineers/{id}/leave',
  module,
  summary: 'An engineer leaves; the date is the first day without work',
  may: { admin: 'all', outlet_owner: 'outlet' },
  params: IdParams,
  body: Type.Object({ leftOn: DateOnly }),
  response: EngineerView,
  errors: [ENGINEER_GONE],
  ifMatch: true,
});

export const addCertificate = endpoint({
  id: 'addCertificate',
  method: 'POST',
  path: '/api/engineers/{id}/certificates',
  module,
  summary: 'Record a certificate',
  description: 'A certificate of code `product` names a category and a level; the others name none.',
  may: { admin: 'all', quality: 'all' },
  params: IdParams,
  body: NewCertificate,
  response: EngineerView,
  status: 201,
  errors: [ENGINEER_GONE, ALREADY_THERE],
  ifMatch: true,
});

export const setShifts = endpoint({
  id: 'setShifts',
  method: 'PUT',
  path: '/api/engineers/{id}/shifts',
  module,
  summary: 'Set the weekly pattern and the days that differ from it',
  may: rosterMakers,
  params: IdParams,
  body: ShiftPlan,
  response: EngineerView,
  errors: [ENGINEER_GONE],
  ifMatch: true,
});

export const reportAbsence = endpoint({
  id: 'reportAbsence',
  method: 'POST',
  path: '/api/engineers/{id}/absences',
  module,
  summary: 'Say that an engineer will not be there',
  may: { ...rosterMakers, engineer: 'own' },
  params: IdParams,
  body: NewAbsence,
  response: AbsenceView,
  status: 201,
  errors: [ENGINEER_GONE, ALREADY_THERE],
});

export const withdrawAbsence = endpoint({
  id: 'withdrawAbsence',
  method: 'POST',
  path: '/api/engineers/{id}/absences/{absenceId}/withdraw',
  module,
  summary: 'Take back an absence that is not over',
  may: { ...rosterMakers, engineer: 'own' },
  params: Type.Object({ id: Uuid, absenceId: Uuid }),
  response: AbsenceView,
  errors: [ABSENCE_OVER],
});

export const listWorkingDays = endpoint({
  id: 'listWorkingDays',
  method: 'GET',
  path: '/api/working-days',
  module,
  summary: 'Who of a territory works when, at most 31 days',
  may: { ...readers, engineer: 'own' },
  query: Type.Object({ territoryId: Uuid, from: DateOnly, to: DateOnly }),
  response: Type.Object({ items: Type.Array(WorkingDay) }),
});

export const listStations = endpoint({
  id: 'listStations',
  method: 'GET',
  path: '/api/stations',
  module,
  summary: 'Mobile stations, by name',
  may: { ...readers, engineer: 'own' },
  query: Type.Object({ ...pageQuery, territoryId: Type.Optional(Uuid) }),
  response: PageOf(StationView),
});

export const getStation = endpoint({
  id: 'getStation',
  method: 'GET',
  path: '/api/stations/{id}',
  module,
  summary: 'One mobile station',
  may: { ...readers, engineer: 'own' },
  params: IdParams,
  response: StationView,
});
