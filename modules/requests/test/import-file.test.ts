import { CITY_CENTRE } from '@firstfix/city';
import { pathOf } from '@firstfix/contract/client';
import {
  IMPORT_FILE_TYPES,
  importRequestFile,
  NO_IMPORT_FILE,
  readImportFile,
} from '@firstfix/contract/requests/import';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshPhone, seedDemo } from './a-home.ts';
import { aBook, aSheet, aWorkbook } from './a-workbook.ts';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startTestApp();
  await seedDemo(app);
  token = await app.tokenFor({ role: 'agent' });
});
afterAll(() => app.close());

const [CSV, XLSX] = IMPORT_FILE_TYPES;
const { lat, lng } = CITY_CENTRE;

async function send(path: string, body: string | Buffer, type: string) {
  const answer = await fetch(app.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': type },
    body: new Uint8Array(Buffer.from(body)),
  });
  return { status: answer.status, body: await answer.json() };
}

const runPath = (query: object) => pathOf(importRequestFile.path, undefined, query);

/** Heads nobody would guess. */
const strange = (id: string, phone: string) =>
  `A,B,C,D,E,F,G,H,I,J\n${id},王五,${phone},990101,海情小区,${lat},${lng},repair,fridge,不制冷`;
const COLUMNS = [
  'externalId:0',
  'name:1',
  'phone:2',
  'districtCode:3',
  'community:4',
  'lat:5',
  'lng:6',
  'workType:7',
  'category:8',
  'words:9',
];

it('describes the columns of a file and stores nothing', async () => {
  const { status, body } = await send(readImportFile.path, '手机号,电话,什么\n1,,a\n2,,\n', CSV);
  expect(status).toBe(200);
  expect(body).toEqual({
    sheets: [],
    sheet: null,
    rows: 2,
    columns: [
      { head: '手机号', field: 'phone', samples: ['1', '2'] },
      { head: '电话', field: null, samples: [] },
      { head: '什么', field: null, samples: ['a'] },
    ],
    errors: [],
  });
});

it('registers by the columns chosen, after a dry run that stores nothing, as the one who sent it', async () => {
  const file = strange('m1', freshPhone());
  const query = { source: 'mapped', column: COLUMNS };
  const dry = await send(runPath({ ...query, dryRun: true }), file, CSV);
  expect(dry.body).toMatchObject({ registered: 1, dryRun: true, errorCount: 0 });
  const done = await send(runPath(query), file, CSV);
  expect(done.body).toMatchObject({ rows: 1, registered: 1, dryRun: false, errorCount: 0 });
  expect((await send(runPath(query), file, CSV)).body).toMatchObject({ registered: 0, unchanged: 1 });
  const rows = await app.rows(
    `select (select count(*)::int from requests.service_request where source = 'mapped') as requests,
       (select string_agg(distinct actor_role, ',') from platform.audit where action = 'importRequests') as role`,
  );
  expect(rows).toEqual([{ requests: 1, role: 'agent' }]);
});

it('tells the errors of a workbook by the rows of its sheet', async () => {
  const [heads = '', line = ''] = strange('w1', '12345').split('\n');
  const book = aWorkbook(aSheet([heads.split(','), [], [], line.split(',')]));
  const { body } = await send(runPath({ source: 'book', column: COLUMNS }), book, XLSX);
  expect(body).toMatchObject({ registered: 0, errorCount: 1, errors: [{ row: 4, field: 'phone' }] });
});

it('takes the sheet chosen, and refuses numbers a spreadsheet has cut short', async () => {
  const [heads = '', line = ''] = strange('s1', freshPhone()).split('\n');
  const rounded = line.replace(/,1\d{10},/, ',1.39E+10,').replace('s1', '6.90123E+17');
  const book = aBook({
    sheets: [
      { name: '一月', xml: aSheet([heads.split(','), line.split(',')]) },
      { name: '二月', xml: aSheet([heads.split(','), rounded.split(',')]) },
    ],
  });
  const path = (sheet: string) => pathOf(readImportFile.path, undefined, { sheet });
  expect((await send(path('二月'), book, XLSX)).body).toMatchObject({
    sheets: ['一月', '二月'],
    sheet: '二月',
    rows: 1,
  });
  expect((await send(path('三月'), book, XLSX)).body).toMatchObject({
    sheet: null,
    errors: [{ code: 'no_sheet' }],
  });
  const run = { source: 'sheets', column: COLUMNS, dryRun: true };
  expect((await send(runPath(run), book, XLSX)).body).toMatchObject({ registered: 1, errorCount: 0 });
  expect((await send(runPath({ ...run, sheet: '二月' }), book, XLSX)).body).toMatchObject({
    errors: [
      { row: 2, field: 'externalId', code: 'rounded' },
      { row: 2, field: 'phone', code: 'rounded' },
    ],
  });
});

it('refuses a body that is no file, and columns named twice', async () => {
  expect(await send(runPath({ source: 'x' }), '{}', 'application/json')).toMatchObject({
    status: 422,
    body: { code: NO_IMPORT_FILE },
  });
  const twice = await send(runPath({ source: 'x', column: ['phone:1', 'phone:2'] }), 'a\n', CSV);
  expect(twice).toMatchObject({ status: 422, body: { errors: [{ pointer: '/column/1' }] } });
});
