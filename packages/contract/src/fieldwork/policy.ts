import { type Static, Type } from 'typebox';

/** The numbers of the field. */
export const FieldPolicy = Type.Object({
  geofenceMetres: Type.Integer({ minimum: 1, maximum: 100_000, description: 'Arrived means this near' }),
  doorCodeStepSeconds: Type.Integer({ minimum: 10, maximum: 3600, description: 'How long a code stays' }),
  doorCodeDriftSteps: Type.Integer({
    minimum: 0,
    maximum: 10,
    description: 'Codes before and after that count',
  }),
  doorCodeOfflineDriftSteps: Type.Integer({
    minimum: 0,
    maximum: 60,
    description: 'The same for a code read offline, on a phone whose clock nobody set',
  }),
  doorCodeMaxWrong: Type.Integer({ minimum: 1, maximum: 100, description: 'Wrong codes before it locks' }),
  positionDays: Type.Integer({
    minimum: 1,
    maximum: 365,
    description: 'Positions of engineers are forgotten after',
  }),
});
export type FieldPolicy = Static<typeof FieldPolicy>;

export const STANDARD_FIELD_POLICY: FieldPolicy = {
  geofenceMetres: 200,
  doorCodeStepSeconds: 60,
  doorCodeDriftSteps: 1,
  doorCodeOfflineDriftSteps: 5,
  doorCodeMaxWrong: 5,
  positionDays: 30,
};
