import { type Static, Type } from 'typebox';
import { endpoint } from '../endpoint.ts';
import { Nullable } from '../schemas.ts';

const module = 'requests';

/** Files that hold requests; CSV in UTF-8 or GBK. */
export const IMPORT_FILE_TYPES = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
export const IMPORT_LIMIT_BYTES = 20_000_000;

/** What a column of such a file can hold. */
export const IMPORT_FIELDS = [
  'externalId',
  'channel',
  'name',
  'phone',
  'address',
  'districtCode',
  'community',
  'door',
  'lat',
  'lng',
  'workType',
  'category',
  'modelCode',
  'serialNumber',
  'words',
  'windowStart',
  'windowEnd',
  'urgent',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export const ImportError = Type.Object({
  row: Type.Integer({ description: 'As a spreadsheet counts; 1 is the head, 0 the file' }),
  field: Type.String(),
  code: Type.String(),
  message: Type.String(),
  given: Type.Optional(Type.String({ description: 'What stands in the cell, its first 40 characters' })),
});
export type ImportError = Static<typeof ImportError>;

const Sheet = Type.String({
  minLength: 1,
  maxLength: 100,
  description: 'The sheet of a workbook; without it, the first with anything in it',
});

const may = { agent: 'all', admin: 'all' } as const;
export const NO_IMPORT_FILE = 'requests.no_import_file';

export const readImportFile = endpoint({
  id: 'readImportFile',
  method: 'POST',
  path: '/api/request-files',
  module,
  summary: 'The columns of a file of requests and what each seems to hold',
  description: 'The body is the file itself (CSV or XLSX, at most 20 MB). Nothing is stored.',
  may,
  query: Type.Object({ sheet: Type.Optional(Sheet) }),
  response: Type.Object({
    sheets: Type.Array(Type.String(), { description: 'Of a workbook, without hidden ones' }),
    sheet: Nullable(Type.String({ description: 'The one that was read' })),
    rows: Type.Integer(),
    columns: Type.Array(
      Type.Object({
        head: Type.String(),
        field: Nullable(Type.Enum([...IMPORT_FIELDS])),
        samples: Type.Array(Type.String(), { description: 'The first cells that are not empty' }),
      }),
    ),
    errors: Type.Array(ImportError, { description: 'Why the file cannot be read' }),
  }),
  errors: [NO_IMPORT_FILE],
  replayable: false,
});

export const importRequestFile = endpoint({
  id: 'importRequestFile',
  method: 'POST',
  path: '/api/request-imports',
  module,
  summary: 'Register the requests of a file: all of them, or none with the errors of every row',
  description:
    'The body is the file itself (CSV or XLSX, at most 20 MB and 50,000 rows). The same file again changes nothing: a source’s external id is one request.',
  may,
  query: Type.Object({
    source: Type.String({ minLength: 1, maxLength: 40, description: 'Whose external ids they are' }),
    triage: Type.Optional(Type.Enum(['auto', 'manual'], { default: 'auto' })),
    sheet: Type.Optional(Sheet),
    dryRun: Type.Optional(Type.Boolean({ default: false, description: 'Check everything, store nothing' })),
    column: Type.Optional(
      Type.Array(Type.String({ pattern: '^[A-Za-z]{1,20}:\\d{1,3}$' }), {
        maxItems: 40,
        description: 'Field and column from 0, like `phone:3`; without any, the heads say',
      }),
    ),
  }),
  response: Type.Object({
    rows: Type.Integer(),
    registered: Type.Integer(),
    updated: Type.Integer(),
    unchanged: Type.Integer(),
    errorCount: Type.Integer(),
    errors: Type.Array(ImportError, { description: 'The first 5,000; with any, nothing was stored' }),
    ignoredColumns: Type.Array(Type.String()),
    dryRun: Type.Boolean(),
  }),
  errors: [NO_IMPORT_FILE],
  replayable: false,
});
