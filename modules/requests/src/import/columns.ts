import type { ImportField } from '@firstfix/contract/requests/import';
import type { ImportError, Table } from './table.ts';

/** Fields of an import row and how the heads of their columns are written, after `simple`. */
const HEADS = {
  externalId: [
    'externalid',
    'id',
    'orderno',
    'ordernumber',
    '外部单号',
    '外部编号',
    '来源单号',
    '订单号',
    '单号',
    '编号',
  ],
  channel: ['channel', '渠道', '来源渠道', '诉求渠道'],
  name: ['name', 'customer', 'customername', 'contact', '姓名', '客户姓名', '用户姓名', '用户', '联系人'],
  phone: [
    'phone',
    'mobile',
    'tel',
    'telephone',
    '电话',
    '手机',
    '手机号',
    '手机号码',
    '联系电话',
    '用户电话',
  ],
  address: ['address', '地址', '详细地址', '用户地址', '上门地址', '服务地址'],
  districtCode: ['districtcode', 'adcode', 'divisioncode', '区划代码', '行政区划代码', '区县代码', '区划'],
  community: ['community', '小区', '小区名称'],
  door: ['door', '门牌', '门牌号', '房号', '楼栋房号'],
  lat: ['lat', 'latitude', '纬度'],
  lng: ['lng', 'lon', 'longitude', '经度'],
  workType: ['worktype', 'servicetype', '服务类型', '服务类别', '工单类型', '服务项目'],
  category: ['category', 'productcategory', 'product', '品类', '产品类别', '产品品类', '产品', '家电品类'],
  modelCode: ['modelcode', 'model', '型号', '产品型号'],
  serialNumber: ['serialnumber', 'serial', 'sn', '机身条码', '机身号', '序列号', '条码'],
  words: [
    'words',
    'problem',
    'description',
    'fault',
    '诉求',
    '用户描述',
    '故障描述',
    '问题描述',
    '故障现象',
    '描述',
    '备注',
  ],
  windowStart: ['windowstart', 'wishedfrom', '期望开始时间', '期望开始', '预约开始', '预约开始时间'],
  windowEnd: ['windowend', 'wishedto', '期望结束时间', '期望结束', '预约结束', '预约结束时间'],
  urgent: ['urgent', '加急', '是否加急', '紧急'],
} as const satisfies Record<ImportField, readonly string[]>;

const REQUIRED = ['externalId', 'name', 'phone', 'workType', 'category', 'words'] as const;

/** Heads of the other language can stand beside each other; what nobody knows is left aside and named. */
export interface Columns {
  readonly at: ReadonlyMap<ImportField, number>;
  readonly ignored: readonly string[];
  readonly errors: readonly ImportError[];
}

const FIELDS_BY_HEAD = new Map<string, ImportField>(
  Object.entries(HEADS).flatMap(([field, heads]) =>
    heads.map((head): [string, ImportField] => [head, field as ImportField]),
  ),
);

/** Which column holds which field: as somebody chose, else as the heads say. */
export function findColumns(table: Table, chosen?: ReadonlyMap<ImportField, number>): Columns {
  if (chosen === undefined) return readHeads(table);
  const taken = new Set(chosen.values());
  const ignored = table.header.filter((_, index) => !taken.has(index));
  return { at: chosen, ignored, errors: missingColumns(chosen) };
}

/** The field a head means by itself. */
export function fieldOfHead(head: string): ImportField | undefined {
  return FIELDS_BY_HEAD.get(simple(head));
}

function readHeads({ header }: Table): Columns {
  const at = new Map<ImportField, number>();
  const ignored: string[] = [];
  const errors: ImportError[] = [];
  for (const [index, head] of header.entries()) {
    const field = fieldOfHead(head);
    if (field === undefined) ignored.push(head);
    else if (at.has(field)) errors.push({ row: 1, field: head, says: 'twice/column', params: { head } });
    else at.set(field, index);
  }
  return { at, ignored, errors: [...errors, ...missingColumns(at)] };
}

function missingColumns(at: ReadonlyMap<ImportField, number>): ImportError[] {
  const missing = REQUIRED.filter((field) => !at.has(field)).map((field) => missingColumn(field));
  const placed = at.has('address') || (at.has('districtCode') && at.has('community'));
  return placed ? missing : [...missing, missingColumn('address')];
}

function missingColumn(field: ImportField): ImportError {
  const heads = [...HEADS[field].slice(0, 3), ...HEADS[field].slice(-1)].join(', ');
  return { row: 1, field, says: 'missing', params: { heads } };
}

/** `External ID`, `external_id` and `外部单号 ` as they are compared; a star or note in brackets does not count. */
function simple(head: string): string {
  return head
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|[\s_*＊:-]+/gu, '');
}
