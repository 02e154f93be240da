/** A code with the words people use for it. */
export interface CodeName {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Words files use beside the catalogue's own names. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  repair: ['维修', '报修', '修理', '故障维修'],
  install: ['安装', '装机', '送装'],
  maintain: ['保养', '维护'],
  clean: ['清洗', '清洁'],
  inspect: ['检测', '检查', '检修'],
  commission: ['调试'],
  survey: ['勘测', '勘察', '测量'],
  relocate: ['移机', '拆装'],
  trade_in: ['以旧换新', '换新'],
  appraise: ['鉴定'],
  fridge: ['电冰箱', '冷柜', '冰柜', 'refrigerator', 'freezer'],
  washer: ['干衣机', '烘干机', 'washing machine', 'dryer'],
  ac: ['空调器', '家用空调', 'air conditioner', 'aircon', 'aircon/dehumidifier'],
  waterheater: ['电热水器', '燃气热水器', 'water heater'],
  kitchen: [
    '油烟机',
    '抽油烟机',
    '烟机',
    '灶具',
    '燃气灶',
    '洗碗机',
    '微波炉',
    '烤箱',
    'range hood',
    'dishwasher',
  ],
  tv: ['电视机', '彩电', 'television', 'flat screen'],
  purifier: ['净水器', '饮水机'],
  'central-ac': ['中央空调', '多联机'],
};

/** Finds the code meant by a code, a name in either language or another common word. */
export function codeWords(names: readonly CodeName[]): (text: string) => string | undefined {
  const codes = new Map<string, string>();
  for (const { code, nameZh, nameEn } of names) {
    const others = OTHER_WORDS[code] ?? [];
    // the catalogue's own names win over common words of an earlier code
    for (const word of others) if (!codes.has(simple(word))) codes.set(simple(word), code);
    for (const word of [code, nameZh, nameEn]) codes.set(simple(word), code);
  }
  return (text) => codes.get(simple(text));
}

function simple(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '');
}
