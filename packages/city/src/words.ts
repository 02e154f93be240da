import type { Random } from '@firstfix/kernel/random';

/** A name in both languages of the product. */
export type Name = {
  readonly zh: string;
  readonly en: string;
};

type Syllable = readonly [zh: string, pinyin: string];

const FIRST = syllables(
  '锦 jin 翠 cui 金 jin 玉 yu 清 qing 明 ming 春 chun 秋 qiu 云 yun 星 xing 海 hai 江 jiang 湖 hu 松 song 竹 zhu 梅 mei 兰 lan 桂 gui 枫 feng 柳 liu 长 chang 永 yong 安 an 和 he 福 fu 瑞 rui 祥 xiang 嘉 jia 文 wen 学 xue 丽 li 雅 ya 静 jing 悦 yue 盛 sheng 华 hua 新 xin 晨 chen 虹 hong 景 jing',
);
const SECOND = syllables(
  '绣 xiu 园 yuan 湖 hu 山 shan 河 he 泉 quan 溪 xi 林 lin 桥 qiao 塘 tang 洲 zhou 岚 lan 霞 xia 波 bo 岸 an 宁 ning 康 kang 泰 tai 平 ping 贤 xian 德 de 礼 li 源 yuan 光 guang 阳 yang 辉 hui 荣 rong 昌 chang 兴 xing 隆 long 丰 feng 乐 le 怡 yi 颐 yi 馨 xin 韵 yun',
);
const COMMUNITY_END: readonly (readonly [string, string])[] = [
  ['小区', 'Estate'],
  ['花园', 'Garden'],
  ['家园', 'Homes'],
  ['新村', 'Village'],
  ['花苑', 'Court'],
  ['公寓', 'Apartments'],
  ['雅苑', 'Yard'],
  ['华庭', 'Terrace'],
];
const PARK_END: readonly (readonly [string, string])[] = [
  ['公园', 'Park'],
  ['植物园', 'Arboretum'],
  ['森林公园', 'Forest Park'],
];

function syllables(text: string): readonly Syllable[] {
  const words = text.split(' ');
  return words.flatMap((word, at): Syllable[] => (at % 2 === 0 ? [[word, words[at + 1] ?? '']] : []));
}

/** Invented names, each given once. */
export class NameBook {
  readonly #random: Random;
  readonly #given = new Set<string>();

  constructor(random: Random) {
    this.#random = random;
  }

  community(): Name {
    return this.#fresh(() => {
      const [zh, en] = this.#random.pick(COMMUNITY_END);
      return this.#stem(zh, ` ${en}`);
    });
  }

  /** Streets run north as 大街 or 街, east as 大道 or 路. */
  street(northward: boolean, great: boolean): Name {
    const [zh, en] = northward
      ? great
        ? ['大街', 'Street']
        : ['街', 'Street']
      : great
        ? ['大道', 'Avenue']
        : ['路', 'Road'];
    return this.#fresh(() => this.#stem(zh, ` ${en}`));
  }

  park(): Name {
    return this.#fresh(() => {
      const [zh, en] = this.#random.pick(PARK_END);
      return this.#stem(zh, ` ${en}`);
    });
  }

  #stem(zh: string, en: string): Name {
    const [first, firstEn] = this.#random.pick(FIRST);
    const [second, secondEn] = this.#random.pick(SECOND);
    return { zh: `${first}${second}${zh}`, en: `${capital(firstEn + secondEn)}${en}` };
  }

  /** A stem is given once, whatever follows: 锦绣小区 and 锦绣花园 would be taken for one place. */
  #fresh(make: () => Name): Name {
    for (;;) {
      const name = make();
      const stem = name.zh.slice(0, 2);
      if (this.#given.has(stem) || stem.charAt(0) === stem.charAt(1)) continue;
      this.#given.add(stem);
      return name;
    }
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
