import { type Static, Type } from 'typebox';
import { GeoPoint, Nullable, Timestamp, Uuid } from '../schemas.ts';

/** What a customer can agree to; `service` rests on the contract and is not asked. */
export const CONSENT_PURPOSES = ['marketing', 'recording', 'telemetry'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** Why somebody looks at a contact in clear. */
export const REVEAL_PURPOSES = ['appointment', 'visit', 'follow_up', 'complaint', 'emergency'] as const;
export type RevealPurpose = (typeof REVEAL_PURPOSES)[number];

export const DistrictCode = Type.String({ pattern: '^\\d{6}$', description: 'Administrative division code' });

/** Where a household is, without the door. */
export const HouseholdPlace = Type.Object({
  point: GeoPoint,
  districtCode: DistrictCode,
  community: Type.String({ description: 'Residential community or street, in clear' }),
});

/** Either the parts, or the text to find them in; parts given win over those found. */
export const AddressInput = Type.Object({
  text: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: '山东省青岛市市南区海情小区3号楼2单元501' }),
  ),
  districtCode: Type.Optional(DistrictCode),
  community: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
  door: Type.Optional(Type.String({ maxLength: 120, description: 'Building, entrance, room' })),
  point: GeoPoint,
});
export type AddressInput = Static<typeof AddressInput>;

export const AddressCandidate = Type.Object({
  districtCode: DistrictCode,
  province: Type.String(),
  city: Nullable(Type.String({ description: 'Null directly under a province or in a municipality' })),
  district: Type.String(),
  rest: Type.String({ description: 'What follows the district' }),
  community: Type.String({ description: 'Empty when none was found' }),
  door: Type.String({ description: 'Empty when none was found' }),
});
export type AddressCandidate = Static<typeof AddressCandidate>;

/** A residential community in words and on the map. */
export const CommunityView = Type.Object({
  districtCode: DistrictCode,
  area: Type.String({ description: 'City and district in words; empty where the code names none' }),
  community: Type.String(),
  point: GeoPoint,
});
export type CommunityView = Static<typeof CommunityView>;

export const ADDRESS_REFUSALS = ['empty', 'no_division', 'no_district'] as const;

export const HouseholdView = Type.Object({
  id: Uuid,
  place: HouseholdPlace,
  door: Nullable(Type.String({ description: 'In clear for the household’s own members, else null' })),
  members: Type.Array(Type.Object({ customerId: Uuid, name: Type.String({ description: 'Masked: 张*' }) })),
  version: Type.Integer(),
});
export type HouseholdView = Static<typeof HouseholdView>;

export const ConsentView = Type.Object({
  purpose: Type.Enum(['service', ...CONSENT_PURPOSES]),
  basis: Type.Enum(['contract', 'consent']),
  granted: Type.Boolean(),
  version: Type.String({ description: 'Which wording the customer saw' }),
  at: Timestamp,
});
export type ConsentView = Static<typeof ConsentView>;

export const CustomerView = Type.Object({
  id: Uuid,
  name: Type.String({ description: 'Masked: 张*' }),
  phone: Nullable(Type.String({ description: 'Masked: 138****1234; null after erasure' })),
  registeredAt: Timestamp,
  erasedAt: Nullable(Timestamp),
  households: Type.Array(HouseholdView),
  consents: Type.Array(ConsentView, { description: 'The last word on each purpose' }),
});
export type CustomerView = Static<typeof CustomerView>;

export const CustomerHit = Type.Object({
  id: Uuid,
  name: Type.String({ description: 'Masked: 张*' }),
  phone: Type.String({ description: 'Masked: 138****1234' }),
  communities: Type.Array(Type.String()),
});

export const ContactView = Type.Object({
  name: Type.String(),
  phone: Type.String(),
  households: Type.Array(
    Type.Object({ id: Uuid, districtCode: DistrictCode, community: Type.String(), door: Type.String() }),
  ),
});
export type ContactView = Static<typeof ContactView>;
