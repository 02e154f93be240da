import type { Sayings } from './saying.ts';

/** What is wrong with a file of requests, by row and column. */
export const importFields = {
  'too_large/file': { zh: '文件超过 {megabytes} MB。', en: 'The file is larger than {megabytes} MB.' },
  'workbook/not_excel': {
    zh: '这是压缩文件，但不是 Excel 工作簿。',
    en: 'The file is an archive but no Excel workbook.',
  },
  'workbook/no_sheet': { zh: '工作簿里没有工作表。', en: 'The file has no sheet.' },
  'workbook/cut_off': { zh: '文件不完整。', en: 'The file is cut off.' },
  'workbook/too_large': { zh: '文件解压后太大。', en: 'The file is too large unpacked.' },
  'workbook/damaged': { zh: '文件已损坏。', en: 'The file is damaged.' },
  'workbook/packing': {
    zh: '文件的压缩方式无法读取。',
    en: 'The file is packed in a way nobody reads here.',
  },
  encoding: {
    zh: '文件既不是 UTF-8 也不是 GBK：请在表格软件里另存为“CSV UTF-8”。',
    en: 'The file is neither UTF-8 nor GBK: save it as “CSV UTF-8” in the spreadsheet program.',
  },
  not_text: {
    zh: '文件里有 NUL 字符：不是 CSV 文本。',
    en: 'The file holds NUL characters: it is no CSV text.',
  },
  csv: {
    zh: '这一行不是有效的 CSV，多半是引号没有成对（{reason}）。',
    en: 'The line is no valid CSV, most likely quotes are not in pairs ({reason}).',
  },
  'empty/file': {
    zh: '文件是空的：第一行须是表头。',
    en: 'The file is empty: the first line names the columns.',
  },
  too_many_rows: { zh: '文件超过 {rows} 行：请拆分。', en: 'The file has more than {rows} rows: split it.' },
  'twice/column': { zh: '列“{head}”出现了两次。', en: 'The column “{head}” comes twice.' },
  missing: {
    zh: '没有这一列，表头可以写作：{heads}。',
    en: 'There is no column for this; it may be headed {heads}.',
  },
  cells: {
    zh: '这一行的单元格比表头多：单元格里有逗号时要加引号。',
    en: 'The row has more cells than the header: a comma inside a cell needs quotes around the cell.',
  },
  repeated: { zh: '与第 {row} 行的单号相同。', en: 'This stands in row {row} already.' },
  'required/cell': { zh: '没有填写。', en: 'This is empty.' },
  too_long: { zh: '超过 {limit} 个字符。', en: 'This is longer than {limit} characters.' },
  'phone/key': {
    zh: '看起来是电话号码：个人信息不能当作单号。',
    en: 'This reads as a phone number: personal data cannot be the key.',
  },
  'unknown/cell': { zh: '不认识“{text}”。', en: '“{text}” is not known.' },
  'unknown/channel': { zh: '“{text}”不是其中之一：{allowed}。', en: '“{text}” is none of {allowed}.' },
  'unknown/district': {
    zh: '不是区县的行政区划代码。',
    en: 'This is not the division code of a district or county.',
  },
  'invalid/degrees': {
    zh: '须为 -{limit} 到 {limit} 之间的度数。',
    en: 'This is not a number of degrees between -{limit} and {limit}.',
  },
  'window/end': { zh: '不晚于开始时间。', en: 'This is not after the start.' },
  'invalid/time': {
    zh: '不是 2026-11-21 14:00 或 2026-11-21T06:00:00Z 这样的时间。',
    en: 'This is no time like 2026-11-21 14:00 or 2026-11-21T06:00:00Z.',
  },
  'invalid/yes_no': { zh: '须填“是”或“否”。', en: 'This is neither yes (是) nor no (否).' },
  'invalid/several_districts': {
    zh: '可能是 {places} 中的一个：请写完整，或填写区划代码。',
    en: 'This could mean {places}: write the whole, or give the districtCode.',
  },
  'invalid/no_community': { zh: '地址里没有小区或街道。', en: 'The address names no community or street.' },
  'required/place': {
    zh: '还不知道“{community}”在哪里：请填写纬度和经度（WGS-84）。',
    en: 'Nobody knows yet where “{community}” lies: give lat and lng (WGS-84).',
  },
  'outside/row': { zh: '不在任何服务区域内。', en: 'The place lies in no territory: nobody serves it.' },
  'unknown/row_model': {
    zh: '目录里没有型号“{modelCode}”。',
    en: 'The catalogue has no model “{modelCode}”.',
  },
  contradiction: { zh: '型号“{modelCode}”的品类是 {category}。', en: '“{modelCode}” is a {category}.' },
} as const satisfies Sayings;
