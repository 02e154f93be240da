import type { ImportField } from '@firstfix/contract/requests/import';
import { REQUEST_CHANNELS, type RequestChannel } from '@firstfix/contract/requests/states';
import { type Instant, type Point, parseInstant, type TimeWindow } from '@firstfix/kernel';
import { DEFAULT_ZONE, instantAt, isLocalDate } from '@firstfix/kernel/zone';
import { isRounded } from './cell-text.ts';
import type { ImportError, ImportFault } from './table.ts';

/** One row that can be registered. */
export interface ImportRow {
  readonly row: number;
  readonly externalId: string;
  readonly channel: RequestChannel;
  readonly name: string;
  readonly phone: string;
  readonly address: { readonly districtCode: string; readonly community: string; readonly door: string };
  /** Null when the file gives no coordinates: the community must be known. */
  readonly point: Point | null;
  readonly workType: string;
  readonly category: string;
  readonly modelCode: string | null;
  readonly serialNumber: string | null;
  readonly words: string;
  readonly wishedWindow: TimeWindow | null;
  readonly urgent: boolean;
}

/** What was read, or the words of why not. */
export type Reading<T> = { readonly value: T } | { readonly refusal: ImportFault };

/** How the modules that own them read phones, addresses and codes. */
export interface Readers {
  readonly phone: (text: string) => Reading<string>;
  readonly address: (text: string) => Reading<ImportRow['address']>;
  readonly workType: (text: string) => string | undefined;
  readonly category: (text: string) => string | undefined;
  readonly isDistrict: (code: string) => boolean;
}

const YES = /^(?:1|y|yes|true|是|加急|紧急|urgent)$/i;
const NO = /^(?:|0|n|no|false|否|普通)$/i;
const CHANNEL_WORDS: Readonly<Record<string, RequestChannel>> = {
  电话: 'phone',
  网站: 'web',
  官网: 'web',
  在线: 'chat',
  门店: 'shop',
  商城: 'partner',
  渠道商: 'partner',
};

/** Checks one row whole: all that is wrong with it is told at once. */
export function checkRow(
  row: number,
  cell: (field: ImportField) => string,
  readers: Readers,
): { readonly errors: readonly ImportError[]; readonly value: ImportRow | undefined } {
  const checked = new RowCheck(row, cell);
  const value: ImportRow = {
    row,
    externalId: checked.externalId(),
    channel: checked.channel(),
    name: checked.text('name', 60),
    phone: checked.phone(readers),
    address: checked.address(readers),
    point: checked.point(),
    workType: checked.code('workType', readers.workType),
    category: checked.code('category', readers.category),
    modelCode: checked.text('modelCode', 60, true) || null,
    serialNumber: checked.serialNumber() || null,
    words: checked.text('words', 2000),
    wishedWindow: checked.window(),
    urgent: checked.urgent(),
  };
  return { errors: checked.errors, value: checked.errors.length === 0 ? value : undefined };
}

/** Reads the cells of one row and gathers what is wrong with them. */
class RowCheck {
  readonly errors: ImportError[] = [];
  readonly #row: number;
  readonly #cell: (field: ImportField) => string;

  constructor(row: number, cell: (field: ImportField) => string) {
    this.#row = row;
    this.#cell = cell;
  }

  text(field: ImportField, maxLength: number, mayBeEmpty = false): string {
    const text = this.#cell(field);
    if (text === '' && !mayBeEmpty) this.#refuse(field, { says: 'required/cell' });
    if (text.length > maxLength) this.#refuse(field, { says: 'too_long', params: { limit: maxLength } });
    return text;
  }

  externalId(): string {
    const id = this.#exact('externalId', this.text('externalId', 80));
    if (/(^|\D)1[3-9]\d{9}(\D|$)/.test(id)) {
      this.#refuse('externalId', { says: 'phone/key' });
    }
    return id;
  }

  serialNumber(): string {
    return this.#exact('serialNumber', this.text('serialNumber', 60, true));
  }

  phone(readers: Readers): string {
    const text = this.#cell('phone');
    return isRounded(text) ? this.#exact('phone', text) : (this.read('phone', readers.phone) ?? '');
  }

  /** What must be there to its last digit. */
  #exact(field: ImportField, text: string): string {
    if (isRounded(text)) {
      this.#refuse(field, { says: 'rounded' });
    }
    return text;
  }

  read<T>(field: ImportField, reader: (text: string) => Reading<T>): T | undefined {
    const reading = reader(this.#cell(field));
    if ('value' in reading) return reading.value;
    this.#refuse(field, { ...reading.refusal, code: 'invalid' });
    return undefined;
  }

  code(field: ImportField, find: (text: string) => string | undefined): string {
    const text = this.#cell(field);
    const code = find(text);
    if (code === undefined) {
      const empty: ImportFault = { says: 'required/cell' };
      this.#refuse(
        field,
        text === '' ? empty : { says: 'unknown/cell', params: { text: text.slice(0, 40) } },
      );
    }
    return code ?? '';
  }

  channel(): RequestChannel {
    const text = this.#cell('channel');
    if (text === '') return 'import';
    const channel = REQUEST_CHANNELS.find((one) => one === text.toLowerCase()) ?? CHANNEL_WORDS[text];
    if (channel === undefined)
      this.#refuse('channel', {
        says: 'unknown/channel',
        params: { text: text.slice(0, 40), allowed: REQUEST_CHANNELS.join(', ') },
      });
    return channel ?? 'import';
  }

  /** Parts given in columns of their own win over those found in the text. */
  address(readers: Readers): ImportRow['address'] {
    const given = { districtCode: this.#cell('districtCode'), community: this.#cell('community') };
    const door = this.#cell('door');
    if (given.districtCode !== '' && !readers.isDistrict(given.districtCode)) {
      this.#refuse('districtCode', { says: 'unknown/district' });
    }
    const text = this.#cell('address');
    const whole = given.districtCode !== '' && given.community !== '';
    if (whole && (door !== '' || text === '')) return { ...given, door: door.slice(0, 120) };
    const found = this.read('address', readers.address);
    return {
      districtCode: given.districtCode || (found?.districtCode ?? ''),
      community: (given.community || (found?.community ?? '')).slice(0, 80),
      door: (door || (found?.door ?? '')).slice(0, 120),
    };
  }

  point(): Point | null {
    const [lat, lng] = [this.#cell('lat'), this.#cell('lng')];
    if (lat === '' && lng === '') return null;
    return { lat: this.#degrees('lat', lat, 90), lng: this.#degrees('lng', lng, 180) };
  }

  #degrees(field: 'lat' | 'lng', text: string, limit: number): number {
    const degrees = text === '' ? Number.NaN : Number(text);
    if (!(Math.abs(degrees) <= limit)) this.#refuse(field, { says: 'invalid/degrees', params: { limit } });
    return degrees;
  }

  window(): TimeWindow | null {
    const [start, end] = [this.#cell('windowStart'), this.#cell('windowEnd')];
    if (start === '' && end === '') return null;
    const window = { start: this.#time('windowStart', start), end: this.#time('windowEnd', end) };
    if (window.start >= window.end) this.#refuse('windowEnd', { says: 'window/end' });
    return window;
  }

  #time(field: 'windowStart' | 'windowEnd', text: string): Instant {
    const instant = readTime(text);
    if (instant === undefined) this.#refuse(field, { says: 'invalid/time' });
    return instant ?? Number.NaN;
  }

  urgent(): boolean {
    const text = this.#cell('urgent');
    if (!YES.test(text) && !NO.test(text)) this.#refuse('urgent', { says: 'invalid/yes_no' });
    return YES.test(text);
  }

  #refuse(field: ImportField, fault: ImportFault): void {
    const given = this.#cell(field).slice(0, 40);
    this.errors.push({ row: this.#row, field, ...fault, ...(given === '' ? {} : { given }) });
  }
}

/** RFC 3339, or the wall clock in China as spreadsheets write it. */
function readTime(text: string): Instant | undefined {
  if (/^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:\d{2})$/.test(text)) {
    return Number.isNaN(Date.parse(text)) ? undefined : parseInstant(text);
  }
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\s+(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text);
  if (!parts) return undefined;
  const [, year = '', month = '', day = '', hour = '', minute = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isLocalDate(date) || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return instantAt(date, Number(hour) * 60 + Number(minute), DEFAULT_ZONE);
}
