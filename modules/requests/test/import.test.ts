import { CITY_CENTRE } from '@firstfix/city';
import * as api from '@firstfix/contract/requests/endpoints';
import { newId } from '@firstfix/kernel';
import type { ImportChoice } from '@firstfix/requests';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshPhone, seedDemo } from './a-home.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await seedDemo(app);
});
afterAll(() => app.close());

const CHOICE: ImportChoice = { source: 'file', dryRun: false, triage: 'auto' };
const HEAD = 'external_id,name,phone,district_code,community,door,lat,lng,work_type,category,words';
const { lat, lng } = CITY_CENTRE;

function line(
  id: string,
  changes: { phone?: string; words?: string; category?: string; workType?: string } = {},
) {
  const { phone = freshPhone(), words = '不制冷', category = 'fridge', workType = 'repair' } = changes;
  return `${id},王五,${phone},990101,海情小区,2号楼301,${lat},${lng},${workType},${category},${words}`;
}

function importText(text: string, choice: Partial<ImportChoice> = {}) {
  return app.modules.requests.importRequests(Buffer.from(text), { ...CHOICE, source: newId(), ...choice });
}

async function countRequests(): Promise<number> {
  const [row] = await app.rows<{ n: number }>('select count(*)::int as n from requests.service_request');
  return row?.n ?? -1;
}

describe('importing requests', () => {
  it('registers each row once, however often the file comes', async () => {
    const phone = freshPhone();
    const text = [HEAD, line('a1', { phone }), line('a2'), line('a3', { phone })].join('\r\n');
    const source = 'jd';
    const first = await importText(text, { source });
    expect(first).toMatchObject({ rows: 3, registered: 3, updated: 0, unchanged: 0, errors: [] });
    const before = await countRequests();
    expect(await importText(text, { source })).toMatchObject({ registered: 0, updated: 0, unchanged: 3 });
    expect(await countRequests()).toBe(before);
    const rows = await app.rows<{ external_id: string; state: string; opened: number; suspected: number }>(
      `select r.external_id, r.state, cardinality(r.suspected_duplicate_of) as suspected,
         (select count(*)::int from orders.work_order o where o.request_id = r.id and o.owner_id = r.owner_id) as opened
       from requests.service_request r where source = 'jd' order by 1`,
    );
    expect(rows).toEqual([
      { external_id: 'a1', state: 'triaged', suspected: 0, opened: 1 },
      { external_id: 'a2', state: 'triaged', suspected: 0, opened: 1 },
      { external_id: 'a3', state: 'triaged', suspected: 1, opened: 1 },
    ]);
    const agent = await app.signIn({ role: 'agent' });
    expect((await agent.call(api.listRequests, { query: { phone } })).items).toHaveLength(2);
  });

  it('brings new words to requests nobody has looked at', async () => {
    const choice = { source: 'untriaged', triage: 'manual' as const };
    const [one, two] = [freshPhone(), freshPhone()];
    await importText([HEAD, line('b1', { phone: one }), line('b2', { phone: two })].join('\n'), choice);
    const changed = [HEAD, line('b1', { phone: one, words: '漏电' }), line('b2', { phone: two })].join('\n');
    expect(await importText(changed, choice)).toMatchObject({ registered: 0, updated: 1, unchanged: 1 });
    const rows = await app.rows(
      `select words, hazard, state from requests.service_request where source = 'untriaged' order by external_id`,
    );
    expect(rows).toEqual([
      { words: '漏电', hazard: true, state: 'registered' },
      { words: '不制冷', hazard: false, state: 'registered' },
    ]);
  });

  it('reads Chinese heads, a byte order mark, addresses as written and codes by name', async () => {
    const text =
      '\uFEFF外部单号,姓名,手机号,详细地址,纬度,经度,服务类型,品类,故障描述,期望开始时间,期望结束时间,加急,客户经理\n' +
      `c1,赵六,${freshPhone()},山东省青岛市市南区海情小区3号楼2单元501,${lat},${lng},维修,冰箱,"不制冷,有异响",2026/11/22 9:00,2026-11-22 11:00,是,李\n`;
    const source = 'chinese';
    const report = await importText(text, { source });
    expect(report).toMatchObject({ registered: 1, errors: [], ignoredColumns: ['客户经理'] });
    const [row] = await app.rows(
      `select district_code, community, words, urgent, wished_windows from requests.service_request where source = $1`,
      [source],
    );
    expect(row).toEqual({
      district_code: '370202',
      community: '海情小区',
      words: '不制冷,有异响',
      urgent: true,
      wished_windows: [['2026-11-22T01:00:00.000Z', '2026-11-22T03:00:00.000Z']],
    });
  });

  it('tells every error of every row and stores nothing', async () => {
    const before = await countRequests();
    const rows = [
      line('d1'),
      line('d2', { phone: '12345' }),
      line('d3', { category: 'sofa', workType: '跳舞' }),
      line('d1'),
      line('13912345678'),
      line('d6', { words: '' }),
      `${line('d7')},surplus`,
      line('d8').replace(`${lat},${lng}`, '39.9,116.4'),
    ];
    const report = await importText([HEAD, ...rows].join('\n'));
    expect(report.registered).toBe(0);
    expect(report.errors.map(({ row, field, code }) => [row, field, code])).toEqual([
      [3, 'phone', 'invalid'],
      [4, 'workType', 'unknown'],
      [4, 'category', 'unknown'],
      [5, 'externalId', 'repeated'],
      [6, 'externalId', 'phone'],
      [7, 'words', 'required'],
      [8, '', 'cells'],
    ]);
    const outside = await importText([HEAD, line('e1'), rows[7]].join('\n'));
    expect(outside.errors).toMatchObject([{ row: 3, field: 'lat', code: 'outside' }]);
    expect(await countRequests()).toBe(before);
    const [customers] = await app.rows<{ n: number }>('select count(*)::int as n from customers.customer');
    await importText([HEAD, line('e2'), rows[1]].join('\n'));
    expect(await app.rows('select count(*)::int as n from customers.customer')).toEqual([customers]);
  });

  it('reads GBK, as spreadsheet programs in China write it', async () => {
    const [head = '', row = ''] = [HEAD, line('h1')];
    // 冰箱 and 维修 in GBK
    const [fridge, repair] = [Buffer.from([0xb1, 0xf9, 0xcf, 0xe4]), Buffer.from([0xce, 0xac, 0xd0, 0xde])];
    const [before = '', after = ''] = row.replace('王五', 'Wang').split('repair,fridge');
    const ascii = before.replace('海情小区,2号楼301', 'Haiqing,2-301');
    const bytes = [
      Buffer.from(`${head}\n${ascii}`),
      repair,
      Buffer.from(','),
      fridge,
      Buffer.from(after.replace('不制冷', 'warm')),
    ];
    const report = await app.modules.requests.importRequests(Buffer.concat(bytes), {
      ...CHOICE,
      source: 'gbk',
    });
    expect(report).toMatchObject({ registered: 1, errors: [] });
  });

  it('refuses other encodings and files without the columns', async () => {
    const broken = Buffer.concat([Buffer.from(`${HEAD}\n`), Buffer.from([0xff, 0xff])]);
    const report = await app.modules.requests.importRequests(broken, CHOICE);
    expect(report.errors).toMatchObject([{ row: 0, code: 'encoding' }]);
    expect(report.errors[0]?.message).toContain('GBK');
    expect((await importText('')).errors).toMatchObject([{ code: 'empty' }]);
    expect((await importText('name,phone\n')).errors.map(({ field }) => field)).toEqual([
      'externalId',
      'workType',
      'category',
      'words',
      'address',
    ]);
    expect((await importText(`${HEAD}\n"open`)).errors).toMatchObject([{ code: 'csv' }]);
  });

  it('stores nothing on a dry run but counts what it would', async () => {
    const before = await countRequests();
    const text = [HEAD, line('f1'), line('f2')].join('\n');
    expect(await importText(text, { dryRun: true })).toMatchObject({
      registered: 2,
      dryRun: true,
      errors: [],
    });
    expect(await countRequests()).toBe(before);
  });

  it('finds a known community where the file gives no coordinates', async () => {
    const head = HEAD.replace(',lat,lng', '');
    const blind = line('g1').replace(`,${lat},${lng}`, '');
    expect(await importText([head, blind].join('\n'))).toMatchObject({ registered: 1, errors: [] });
    const nowhere = blind.replace('海情小区', '没人知道小区');
    expect((await importText([head, nowhere].join('\n'))).errors).toMatchObject([
      { field: 'lat', code: 'required' },
    ]);
  });
});

it('leaves nothing for the doctor to find', async () => {
  const checks = [...app.modules.requests.parts.checks, ...app.modules.orders.parts.checks];
  for (const { name, find } of checks) {
    const found =
      typeof find === 'string'
        ? await app.rows(find)
        : await find({ rows: app.rows, dataDir: app.runtime.dataDir });
    expect(found, name).toEqual([]);
  }
});
