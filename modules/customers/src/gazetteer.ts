/** A province, city or district with the ways people write it, the whole name first. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly writings: readonly string[];
  readonly children: readonly Division[];
  /** A level people never write, like the 市辖区 between 北京市 and 东城区. */
  readonly unwritten: boolean;
}

interface GrowingDivision extends Division {
  readonly children: GrowingDivision[];
}

/** Two, four and six digits: province, city, district. */
export interface DivisionRow {
  readonly code: string;
  readonly name: string;
}

/** Puts the rows under each other by their codes. Throws when a row's parent is missing. */
export function buildGazetteer(rows: readonly DivisionRow[]): readonly Division[] {
  const byCode = new Map<string, GrowingDivision>();
  const provinces: Division[] = [];
  for (const { code, name } of rows.toSorted((a, b) => a.code.length - b.code.length)) {
    const division = {
      code,
      name,
      writings: writingsOf(name),
      children: [],
      unwritten: UNWRITTEN.test(name),
    };
    byCode.set(code, division);
    if (code.length === 2) provinces.push(division);
    else parentOf(byCode, code).children.push(division);
  }
  return provinces;
}

function parentOf(byCode: ReadonlyMap<string, GrowingDivision>, code: string): GrowingDivision {
  const parent = byCode.get(code.slice(0, -2));
  if (!parent) throw new RangeError(`division ${code} has no parent`);
  return parent;
}

const UNWRITTEN = /^(市辖区|县|(省|自治区)直辖县级行政区划)$/;

const PEOPLES =
  '蒙古族|蒙古|维吾尔族|哈萨克族|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|普米族|塔吉克|怒族|鄂温克族|鄂温克|保安族|裕固族|独龙族|鄂伦春|各族';
const AUTONOMOUS = new RegExp(`(?:${PEOPLES})*自治[区州县旗]$`, 'u');
const PLAIN = /(?:省|地区|盟|林区|特区|市|区|县|旗)$/u;
/** Where the people's name is part of the place's. */
const SHORT: Readonly<Record<string, string>> = { 内蒙古自治区: '内蒙古' };

/** 延边朝鲜族自治州 → 延边, 延边州; 青岛市 → 青岛. A form of one character would be found everywhere. */
function writingsOf(name: string): string[] {
  const autonomous = SHORT[name] ?? name.replace(AUTONOMOUS, '');
  const short = autonomous === name ? name.replace(PLAIN, '') : autonomous;
  const prefecture = name.endsWith('自治州') ? [`${autonomous}州`] : [];
  return [...new Set([name, short, ...prefecture, ...zoneWritings(name)])].filter(
    (form) => [...form].length >= 2,
  );
}

/** 济南高新技术产业开发区 is written 高新区 under its city. */
function zoneWritings(name: string): string[] {
  if (/高新?技术(?:产业)?开发区$/u.test(name)) return ['高新区', '高新技术产业开发区'];
  return /经济(?:技术)?开发区$/u.test(name) ? ['经济技术开发区', '经济开发区', '经开区'] : [];
}
