import { type Static, Type } from 'typebox';
import { DateOnly, GeoPoint, Nullable, Timestamp, Uuid, Window } from '../schemas.ts';
import {
  ABSENCE_KINDS,
  CERTIFICATE_CODES,
  CERTIFICATE_LEVELS,
  GRADES,
  OUTLET_STATUSES,
  OUTLET_TIERS,
  STANDINGS,
} from './states.ts';

export const RegionView = Type.Object({ id: Uuid, name: Type.String() });

export const CityView = Type.Object({
  id: Uuid,
  regionId: Uuid,
  name: Type.String(),
  regionCode: Type.String({ description: 'Administrative division code of the city' }),
});

const territory = {
  id: Uuid,
  name: Type.String(),
  cityId: Uuid,
  regionId: Uuid,
  regionCode: Type.String({ description: 'Administrative division code of the city; price lists go by it' }),
  zone: Type.String({ description: 'IANA time zone' }),
  marketTier: Type.Enum([1, 2, 3]),
  orderOwnerId: Uuid,
};
export const TerritoryView = Type.Object(territory);
export type TerritoryView = Static<typeof TerritoryView>;

export const TerritoryWithCells = Type.Object({
  ...territory,
  cells: Type.Array(Type.String(), { description: 'H3 cells of resolution 8' }),
});

/** Text of a list's category: codes are the catalogue's. */
export const Category = Type.String({ minLength: 1, maxLength: 30, description: 'Product category' });
const Categories = Type.Array(Category, { maxItems: 30 });
const Reason = Type.String({ minLength: 1, maxLength: 500 });
const Name = Type.String({ minLength: 1, maxLength: 80 });
const Stars = Type.Integer({ minimum: 1, maximum: 5 });
export const MarketTier = Type.Integer({ minimum: 1, maximum: 3 });

export const OutletView = Type.Object({
  id: Uuid,
  name: Type.String(),
  cityId: Uuid,
  territoryIds: Type.Array(Uuid, { description: 'The territories it covers' }),
  tier: Type.Enum([...OUTLET_TIERS]),
  status: Type.Enum([...OUTLET_STATUSES]),
  statusReason: Nullable(Type.String()),
  stars: Stars,
  marketTier: MarketTier,
  categories: Type.Array(Type.String()),
  managerId: Nullable(Uuid),
  point: GeoPoint,
  qualityCertificateUntil: Nullable(DateOnly),
  openedOn: DateOnly,
  version: Type.Integer(),
});
export type OutletView = Static<typeof OutletView>;

export const NewOutlet = Type.Object({
  id: Type.Optional(Uuid),
  name: Name,
  cityId: Uuid,
  territoryIds: Type.Array(Uuid, { minItems: 1, maxItems: 50, uniqueItems: true }),
  tier: Type.Enum([...OUTLET_TIERS]),
  marketTier: MarketTier,
  categories: Categories,
  managerId: Type.Optional(Nullable(Uuid)),
  point: GeoPoint,
  qualityCertificateUntil: Type.Optional(Nullable(DateOnly)),
  openedOn: DateOnly,
});

export const OutletChanges = Type.Partial(
  Type.Object({
    name: Name,
    territoryIds: Type.Array(Uuid, { minItems: 1, maxItems: 50, uniqueItems: true }),
    marketTier: MarketTier,
    categories: Categories,
    managerId: Nullable(Uuid),
    qualityCertificateUntil: Nullable(DateOnly),
  }),
);

export const OutletStatusChange = Type.Object({ status: Type.Enum([...OUTLET_STATUSES]), reason: Reason });

export const NewCertificate = Type.Object({
  id: Type.Optional(Uuid),
  code: Type.Enum([...CERTIFICATE_CODES]),
  category: Nullable(Category),
  level: Nullable(Type.Enum([...CERTIFICATE_LEVELS])),
  number: Type.String({ minLength: 1, maxLength: 60 }),
  issuedOn: DateOnly,
  expiresOn: Type.String({ format: 'date', description: 'The last day it holds, in the territory’s zone' }),
});

export const CertificateView = Type.Object({
  id: Uuid,
  code: Type.Enum([...CERTIFICATE_CODES]),
  category: Nullable(Type.String()),
  level: Nullable(Type.Enum([...CERTIFICATE_LEVELS])),
  number: Type.String(),
  issuedOn: DateOnly,
  expiresOn: DateOnly,
});
export type CertificateView = Static<typeof CertificateView>;

const minute = { minimum: 0, maximum: 2160 } as const;

export const BreakRule = Type.Object({
  fromMinute: Type.Integer({ ...minute, description: 'The break starts between these minutes' }),
  toMinute: Type.Integer(minute),
  seconds: Type.Integer({ minimum: 60, maximum: 4 * 3600 }),
});

export const ShiftHours = Type.Object({
  startMinute: Type.Integer({ minimum: 0, maximum: 1439, description: 'By the wall clock, from midnight' }),
  endMinute: Type.Integer({ minimum: 1, maximum: 2160, description: 'Above 1440: on the next day' }),
  breaks: Type.Array(BreakRule, { maxItems: 4 }),
});
export type ShiftHours = Static<typeof ShiftHours>;

export const WeekShift = Type.Object({
  weekday: Type.Integer({ minimum: 1, maximum: 7, description: '1 = Monday … 7 = Sunday' }),
  hours: ShiftHours,
});

export const ShiftException = Type.Object({
  date: DateOnly,
  hours: Nullable(ShiftHours),
});

export const ShiftPlan = Type.Object({
  week: Type.Array(WeekShift, { maxItems: 7 }),
  exceptions: Type.Array(ShiftException, { maxItems: 400, description: '`hours: null` is a day off' }),
});
export type ShiftPlan = Static<typeof ShiftPlan>;

const engineer = {
  id: Uuid,
  userId: Uuid,
  name: Type.String(),
  outletId: Uuid,
  territoryId: Uuid,
  grade: Type.Enum([...GRADES]),
  standing: Type.Enum([...STANDINGS]),
  standingReason: Nullable(Type.String()),
  stars: Stars,
  licenceNumber: Type.String(),
  licencePoints: Type.Integer(),
  licenceExpiresOn: DateOnly,
  joinedOn: DateOnly,
  leftOn: Nullable(DateOnly),
  active: Type.Boolean({ description: 'Has not left' }),
  skills: Type.Array(Type.String(), {
    description: 'Valid today: `grade:B` and every lower grade, `prod:fridge`, `cert:gas`',
  }),
  version: Type.Integer(),
};

export const EngineerView = Type.Object(engineer);
export type EngineerView = Static<typeof EngineerView>;

export const AbsenceView = Type.Object({
  id: Uuid,
  kind: Type.Enum([...ABSENCE_KINDS]),
  start: Timestamp,
  end: Timestamp,
});
export type AbsenceView = Static<typeof AbsenceView>;

export const EngineerDetail = Type.Object({
  ...engineer,
  home: GeoPoint,
  certificates: Type.Array(CertificateView),
  shifts: ShiftPlan,
  absences: Type.Array(AbsenceView, { description: 'Those not yet over' }),
});
export type EngineerDetail = Static<typeof EngineerDetail>;

export const NewEngineer = Type.Object({
  id: Type.Optional(Uuid),
  userId: Type.Optional(Uuid),
  name: Type.String({ minLength: 1, maxLength: 40 }),
  phone: Type.String({
    pattern: '^1[3-9]\\d{9}$',
    description: 'For signing in by code; kept as a keyed hash only',
  }),
  outletId: Uuid,
  territoryId: Uuid,
  home: GeoPoint,
  joinedOn: DateOnly,
  licenceExpiresOn: DateOnly,
});

export const GradeChange = Type.Object({
  grade: Type.Enum([...GRADES]),
  evidence: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'Number of the examination or re-assessment',
  }),
});

export const StandingChange = Type.Object({ standing: Type.Enum([...STANDINGS]), reason: Reason });

export const OutletTransfer = Type.Object({ outletId: Uuid, territoryId: Uuid });

export const NewAbsence = Type.Object({
  id: Type.Optional(Uuid),
  kind: Type.Enum([...ABSENCE_KINDS]),
  start: Timestamp,
  end: Timestamp,
});

export const WorkingDay = Type.Object({
  engineerId: Uuid,
  date: DateOnly,
  start: Timestamp,
  end: Timestamp,
  breaks: Type.Array(
    Type.Object({ window: Window, seconds: Type.Integer() }, { description: 'Starts inside its window' }),
  ),
});

export const StationView = Type.Object({
  id: Uuid,
  name: Type.String(),
  territoryId: Uuid,
  outletId: Uuid,
  vehicle: Type.String({ description: 'Number plate' }),
  crew: Type.Array(Uuid, { description: 'Its engineers' }),
  posts: Type.Array(
    Type.Object({
      weekday: Type.Integer(),
      startMinute: Type.Integer(),
      endMinute: Type.Integer(),
      community: Type.String(),
      point: GeoPoint,
    }),
  ),
  cells: Type.Array(Type.String(), { description: 'H3 cells of resolution 8 it serves' }),
});
export type StationView = Static<typeof StationView>;
