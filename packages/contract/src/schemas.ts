import { type Static, type TSchema, Type } from 'typebox';

/** The shapes many operations share; each module's own stand beside its endpoints. */

export const Uuid = Type.String({ format: 'uuid', description: 'UUIDv7, made by the server or the client' });
export const Timestamp = Type.String({ format: 'date-time', description: 'RFC 3339, UTC' });
export const DateOnly = Type.String({ format: 'date', description: 'Calendar date in the territory’s zone' });
export const Fen = Type.Integer({ description: 'Whole fen (1/100 yuan)' });

export const GeoPoint = Type.Object({
  lat: Type.Number({ minimum: -90, maximum: 90 }),
  lng: Type.Number({ minimum: -180, maximum: 180 }),
});
export type GeoPoint = Static<typeof GeoPoint>;

export const Window = Type.Object({ start: Timestamp, end: Timestamp });
export type Window = Static<typeof Window>;

export const IdParams = Type.Object({ id: Uuid });

export function Nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()]);
}

/** Query part of every list: `cursor` comes from the page before and is opaque. */
export const pageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
};

export function PageOf<T extends TSchema>(item: T) {
  return Type.Object({
    items: Type.Array(item),
    next: Nullable(Type.String({ description: 'Cursor of the next page; null on the last' })),
  });
}

/** What the words are filled with: codes, numbers, fen, dates and times as data. */
const RefusalParams = Type.Record(Type.String(), Type.Unknown());

/** One field's problem: where, its code, and its words in the language the request asks for. */
export const ProblemOfField = Type.Object({
  pointer: Type.String(),
  code: Type.String(),
  message: Type.String(),
  params: Type.Optional(RefusalParams),
});

export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.String(),
    requestId: Type.String(),
    params: Type.Optional(RefusalParams),
    errors: Type.Optional(Type.Array(ProblemOfField)),
  },
  {
    $id: 'Problem',
    additionalProperties: true,
    description: 'RFC 9457 problem; `detail` in the language of Accept-Language',
  },
);
