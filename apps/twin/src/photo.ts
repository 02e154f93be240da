import { randomInt } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const WIDTH = 24;
const HEIGHT = 18;
/** Everything from this row down is floor. */
const FLOOR = 13;

type Colour = readonly [red: number, green: number, blue: number];

/** A small PNG of an appliance before a wall, with the grain of a dim room; no two are alike, as with real photos. */
export function takePhoto(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header[8] = 8; // bits a sample
  header[9] = 2; // red, green, blue
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(paint(), { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function paint(): Buffer {
  const wall = anyColour(150, 225);
  const floor = anyColour(90, 150);
  const body = anyColour(205, 250);
  const left = randomInt(3, 10);
  const right = left + randomInt(6, 12);
  const top = randomInt(2, 7);
  const bytes = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  let seed = randomInt(2 ** 31);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const inBody = x >= left && x < right && y >= top && y < FLOOR + 2;
      const onEdge = inBody && (x === left || x === right - 1 || y === top || y === top + 3);
      const colour = inBody ? body : y < FLOOR ? wall : floor;
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      const grain = ((seed >>> 16) & 7) - (onEdge ? 45 : 3);
      const at = y * (1 + WIDTH * 3) + 1 + x * 3;
      colour.forEach((part, index) => {
        bytes[at + index] = Math.max(0, Math.min(255, part + grain - y));
      });
    }
  }
  return bytes;
}

function anyColour(low: number, high: number): Colour {
  const tone = randomInt(low, high);
  return [tone, tone - randomInt(0, 14), tone - randomInt(0, 24)];
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
