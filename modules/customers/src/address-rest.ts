/** The part of an address that may be known, and the part that leads to a door. */
export interface CommunityAndDoor {
  readonly community: string;
  readonly door: string;
}

/** A number with what it counts: 10号, 3号楼, 甲12, 2单元, B座, 501. */
const NUMBER =
  /[甲乙丙丁]?(?:[0-9A-Za-z]+|[一二三四五六七八九十百]+(?=号|栋|幢|座|楼|单元|室|层|排|组|弄))[-#]?(?:号楼|号院|号|栋|幢|座|单元|室|层|楼|排|组|弄|门|户)?/gu;

/** Words that end the name of a place where people live or work. */
const COMMUNITY_END =
  /(?:小区|社区|花园|花苑|家园|新村|公寓|大厦|广场|山庄|别墅|国际|中心|公馆|豪庭|华庭|[苑园庭府城湾郡里村院屯庄寨区])$/u;
const URBAN_STREET_OFFICE = /^\p{Script=Han}{1,8}?街道(?:办事处)?/u;

/**
 * Cuts what follows the district. The community is the last named place before the door's numbers; a street
 * with a number before it goes to the door, in brackets, so that nothing is lost and nothing precise stays clear.
 */
export function splitRest(rest: string): CommunityAndDoor {
  const office = URBAN_STREET_OFFICE.exec(rest)?.[0] ?? '';
  const body = rest.slice(office.length);
  const { from, to } = findDoor(body);
  const community = body.slice(from, to);
  const street = office + body.slice(0, from);
  if (community === '') return { community: street, door: body.slice(to) };
  const door = body.slice(to);
  return { community, door: street === '' ? door : `${door}(${street})` };
}

/** `to` = where the door's numbers start, `from` = where the community's name before them does. */
function findDoor(body: string): { from: number; to: number } {
  const numbers = [...body.matchAll(NUMBER)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
  let from = 0;
  for (const { start, end } of numbers) {
    if (COMMUNITY_END.test(body.slice(from, start))) return { from, to: start };
    from = end;
  }
  // the name may come last: 建国路93号万达广场
  if (numbers.length > 0 && COMMUNITY_END.test(body.slice(from))) return { from, to: body.length };
  return { from: 0, to: numbers[0]?.start ?? body.length };
}
