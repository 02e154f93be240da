import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AddressReading, readAddress } from '../src/address.ts';
import type { Division } from '../src/gazetteer.ts';
import { chinaDivisions } from '../src/store/divisions.ts';

const divisions = chinaDivisions();
const read = (text: string): AddressReading => readAddress(text, divisions);

function only(text: string) {
  const reading = read(text);
  if (reading.kind === 'refused') throw new Error(reading.reason);
  expect(reading.candidates.map(({ districtCode }) => districtCode)).toHaveLength(1);
  return reading.candidates[0];
}

describe('an address', () => {
  it.each([
    ['山东省青岛市市南区海情小区3号楼2单元501', '370202', '海情小区', '3号楼2单元501'],
    ['青岛市南区香港中路10号', '370202', '香港中路', '10号'],
    [
      '青岛市市南区 香港中路10号 海情小区，3号楼2单元501',
      '370202',
      '海情小区',
      '3号楼2单元501(香港中路10号)',
    ],
    ['北京市朝阳区建国路93号院万达广场8号楼1201', '110105', '万达广场', '8号楼1201(建国路93号院)'],
    ['北京市北京市朝阳区劲松三区301楼', '110105', '劲松三区', '301楼'],
    ['上海浦东新区张江镇紫薇路100弄3号501室', '310115', '张江镇紫薇路', '100弄3号501室'],
    ['重庆渝中区解放碑', '500103', '解放碑', ''],
    ['广西南宁青秀区民族大道10号', '450103', '民族大道', '10号'],
    ['内蒙古呼和浩特市新城区呼伦贝尔北路６号', '150102', '呼伦贝尔北路', '6号'],
    ['新疆乌鲁木齐天山区人民路1号', '650102', '人民路', '1号'],
    ['延边州延吉市局子街12号', '222401', '局子街', '12号'],
    ['湖北恩施土家族苗族自治州利川市东城', '422802', '东城', ''],
    ['东莞市南城街道鸿福路200号', '441900', '鸿福路', '200号(南城街道)'],
    ['河南省济源市北海大道1号', '419001', '北海大道', '1号'],
    ['济南市高新区舜华路1号', '370176', '舜华路', '1号'],
    ['吉林市昌邑区解放路5号', '220202', '解放路', '5号'],
    ['中国安徽省合肥市肥西县上派镇王村12号', '340123', '上派镇王村', '12号'],
  ])('%s', (text, districtCode, community, door) => {
    expect(only(text)).toMatchObject({ districtCode, community, door });
  });

  it('names all districts it could mean', () => {
    const reading = read('朝阳区建国路1号');
    expect(reading.kind === 'read' && reading.candidates.map((one) => one.city ?? one.province)).toEqual([
      '北京市',
      '长春市',
    ]);
  });

  it.each([
    ['', 'empty'],
    [' ，', 'empty'],
    ['香港中路10号', 'no_division'],
    ['中山路10号', 'no_division'],
    ['南京东路100号', 'no_division'],
    ['青岛', 'no_district'],
    ['山东省青岛市海情小区3号楼', 'no_district'],
  ])('is refused with a reason: %j', (text, reason) => {
    expect(read(text)).toEqual({ kind: 'refused', reason });
  });

  it('finds every district by its names from the province down, and keeps the rest', () => {
    const paths = divisions.flatMap((province) =>
      province.children.flatMap((city) => city.children.map((district) => ({ province, city, district }))),
    );
    const written = (division: Division) => (division.unwritten ? '' : division.name);
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.integer({ min: 1, max: 999 }),
        ({ province, city, district }, number) => {
          // 东莞市 is city and district at once and written once
          const names = [province, city, district].map(written);
          const reading = read(`${[...new Set(names)].join('')}幸福小区${number}号`);
          const candidates = reading.kind === 'read' ? reading.candidates : [];
          expect(candidates).toContainEqual(
            expect.objectContaining({
              districtCode: district.code,
              community: '幸福小区',
              door: `${number}号`,
            }),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never loses a character of what follows the district', () => {
    const piece = fc.constantFrom(
      '香港中路',
      '10号',
      '海情小区',
      '3号楼',
      '2单元',
      '501',
      '王村',
      '八大湖街道',
      'A座',
      '甲12号',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const { rest, community, door } = only(`青岛市市南区${pieces.join('')}`);
        const sorted = (text: string) =>
          [...text]
            .filter((character) => !'()'.includes(character))
            .sort()
            .join('');
        expect(sorted(community + door)).toBe(sorted(rest));
      }),
    );
  });

  it('survives any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void read(text)));
  });
});
