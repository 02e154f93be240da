import type { Sayings } from './saying.ts';

/** What is wrong with a file of requests, by row and column. */
export const importFields = {
  'too_large/file': {
    zh: '文件超过 {megabytes} MB：请拆成几份。',
    en: 'The file is larger than {megabytes} MB: split it.',
  },
  too_heavy: {
    zh: '读取文件太慢或太占内存：请把数据行（不带格式和图片）复制到新的工作簿，或拆成几份。',
    en: 'The file takes too long or too much memory to read: copy the rows, without formats and pictures, into a new workbook, or split it.',
  },
  workbook: {
    zh: '文件已损坏或不是 Excel 工作簿：请用表格软件打开，重新另存为 .xlsx。',
    en: 'The file is damaged or no Excel workbook: open it in a spreadsheet program and save it as .xlsx once more.',
  },
  protected: {
    zh: '文件有密码保护：请打开后取消密码，再保存上传。',
    en: 'The file is protected by a password: open it, save it without one, and send that.',
  },
  old_excel: {
    zh: '这是 2007 年以前的 Excel 文件（.xls）：请打开后另存为 .xlsx。',
    en: 'The file is an Excel file of before 2007 (.xls): open it and save it as .xlsx.',
  },
  markup: {
    zh: '这是网页，只是用了表格的文件名：请用表格软件打开，另存为 .xlsx。',
    en: 'The file is a web page under a spreadsheet’s name: open it in a spreadsheet program and save it as .xlsx.',
  },
  unpacked: {
    zh: '文件解压后超过 {megabytes} MB：请把数据行复制到新的工作簿，或拆成几份。',
    en: 'The file unpacks to more than {megabytes} MB: copy the rows into a new workbook, or split it.',
  },
  encoding: {
    zh: '文件既不是 UTF-8 也不是 GBK：请在表格软件里另存为“CSV UTF-8”。',
    en: 'The file is neither UTF-8 nor GBK: save it as “CSV UTF-8” in the spreadsheet program.',
  },
  not_text: {
    zh: '文件里有 NUL 字符，不是 CSV 文本：请另存为 .xlsx 或 CSV。',
    en: 'The file holds NUL characters: it is no CSV text. Save it as .xlsx or CSV.',
  },
  csv: {
    zh: '这一行不是有效的 CSV，多半是引号没有成对（{reason}）：含逗号或换行的内容要加引号。',
    en: 'The line is no valid CSV, most likely quotes are not in pairs ({reason}): what holds commas or line breaks needs them.',
  },
  'empty/file': {
    zh: '文件是空的：第一行须是表头。',
    en: 'The file is empty: the first line names the columns.',
  },
  'empty/sheets': {
    zh: '所有工作表都是空的：第一行须是表头。',
    en: 'The file is empty on all its sheets: the first row names the columns.',
  },
  no_sheet: {
    zh: '工作表“{name}”不存在或没有数据：请换一张。',
    en: 'There is no sheet “{name}” with anything in it: choose another one.',
  },
  too_many_rows: {
    zh: '文件超过 {rows} 行：请拆成几份。',
    en: 'The file has more than {rows} rows: split it.',
  },
  too_many_columns: {
    zh: '文件超过 {columns} 列：请删去用不到的列。',
    en: 'The file has more than {columns} columns: delete those nobody needs.',
  },
  rounded: {
    zh: '长数字已被表格软件截断：请把这一列设为文本，重新填写。',
    en: 'This is a long number cut short by a spreadsheet: format the column as text and type it again.',
  },
  'twice/column': { zh: '列“{head}”出现了两次。', en: 'The column “{head}” comes twice.' },
  missing: {
    zh: '没有这一列，表头可以写作：{heads}。',
    en: 'There is no column for this; it may be headed {heads}.',
  },
  cells: {
    zh: '这一行的单元格比表头多：单元格里有逗号时要加引号。',
    en: 'The row has more cells than the header: a comma inside a cell needs quotes around the cell.',
  },
  repeated: {
    zh: '第 {row} 行已用这个单号：请删去一行或改单号。',
    en: 'This stands in row {row} already: delete one, or give it another id.',
  },
  'required/cell': { zh: '没有填写。', en: 'This is empty.' },
  too_long: {
    zh: '超过 {limit} 个字符：请缩短。',
    en: 'This is longer than {limit} characters: shorten it.',
  },
  'phone/key': {
    zh: '看起来是电话号码：个人信息不能当作单号，请换一列。',
    en: 'This reads as a phone number: personal data cannot be the key. Choose another column.',
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
  'outside/row': {
    zh: '不在任何服务区域内：请核对位置。',
    en: 'The place lies in no territory: nobody serves it. Check where it is.',
  },
  'unknown/row_model': {
    zh: '目录里没有型号“{modelCode}”。',
    en: 'The catalogue has no model “{modelCode}”.',
  },
  contradiction: {
    zh: '型号“{modelCode}”的品类是 {category}：请改型号或品类。',
    en: '“{modelCode}” is a {category}: change one of them.',
  },
} as const satisfies Sayings;
