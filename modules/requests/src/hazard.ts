/** Goods whose names hold a safety word without meaning danger. */
const GOODS =
  /燃气(?:热水器|灶具?|壁挂炉|采暖炉|表)|gas (?:water heater|stove|hob|cooker|boiler|oven)|shock absorber|smoke detector/giu;

/** Words of danger to people: shock, smoke, fire, gas. */
const DANGER =
  /漏电|触电|电人|麻手|冒烟|起火|着火|冒火|烧焦|焦味|糊味|爆炸|燃气|煤气|漏气味|\b(?:smok(?:e|es|ed|ing)|electric shocks?|shock(?:s|ed)?|fire|burning|gas|sparks?)\b/iu;

/** Flame that should be there: a heater or hob that does not light is a fault, not a fire. */
const FLAME = /(?:不|没|难|无法|打不)(?:能)?(?:着火|冒火|起火|打火)|点不着火|打不着火?/gu;

/** Whether the customer's words speak of danger. Errs on the side of caution: “没有漏电” is looked at too. */
export function speaksOfHazard(words: string): boolean {
  const text = words.normalize('NFKC').replace(GOODS, ' ').replace(FLAME, ' ');
  return DANGER.test(text);
}
