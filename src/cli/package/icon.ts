import { inflateSync } from 'node:zlib';

/** The icons of the package, held against what Teams asks of them: a wrong one is refused, or shown as a grey square. */

/** A picture, four bytes a pixel: red, green, blue, and how opaque it is. */
type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };
/** The largest icon that is decoded; both of Teams' are far smaller. */
const LARGEST = 1024;

/** What is wrong with the colour icon; empty when nothing is. */
export function colourFaults(png: Buffer): string[] {
  return faultsOf('color.png', png, 192, ({ pixels }) => {
    const opaque = everyPixel(pixels, (_red, _green, _blue, alpha) => alpha === 255);
    return opaque ? [] : ['has see-through pixels: Teams shows black there; fill the whole square.'];
  });
}

/** What is wrong with the outline icon; empty when nothing is. */
export function outlineFaults(png: Buffer): string[] {
  return faultsOf('outline.png', png, 32, ({ pixels }) => {
    const white = (red: number, green: number, blue: number) => red === 255 && green === 255 && blue === 255;
    const onlyWhite = everyPixel(pixels, (red, green, blue, alpha) => alpha === 0 || white(red, green, blue));
    const anything = !everyPixel(pixels, (_red, _green, _blue, alpha) => alpha === 0);
    const around = !everyPixel(pixels, (_red, _green, _blue, alpha) => alpha > 0);
    return [
      ...(onlyWhite ? [] : ['has another colour than white (255, 255, 255).']),
      ...(anything && around ? [] : ['must be a white drawing with nothing behind it.']),
    ];
  });
}

function faultsOf(name: string, png: Buffer, size: number, look: (picture: Picture) => string[]): string[] {
  const picture = decode(png);
  if (picture === undefined) return [`${name}: is no PNG of 8 bits a colour, RGB or RGBA, without interlacing.`];
  const { width, height } = picture;
  const measured = width === size && height === size ? [] : [`is ${width} × ${height} pixels, not ${size} × ${size}.`];
  return [...measured, ...look(picture)].map((fault) => `${name}: ${fault}`);
}

function everyPixel(pixels: Uint8Array, is: (red: number, green: number, blue: number, alpha: number) => boolean) {
  for (let at = 0; at < pixels.length; at += 4) {
    if (!is(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0, pixels[at + 3] ?? 0)) return false;
  }
  return true;
}

/** Undefined for what is no PNG of the plain kinds that every program writes. */
function decode(png: Buffer): Picture | undefined {
  if (png.length < 33 || !png.subarray(0, 8).equals(SIGNATURE)) return undefined;
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = CHANNELS[png[25] ?? 0];
  const plain = png[24] === 8 && png[28] === 0 && width > 0 && height > 0 && width <= LARGEST && height <= LARGEST;
  if (!plain || channels === undefined) return undefined;
  const rows = unfiltered(dataOf(png), width * channels, height, channels);
  return rows && { width, height, pixels: withAlpha(rows, channels) };
}

function dataOf(png: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  try {
    return inflateSync(Buffer.concat(parts));
  } catch {
    return undefined;
  }
}

/** Undoes the filter of each row (PNG, section 9). */
function unfiltered(data: Buffer | undefined, stride: number, height: number, channels: number) {
  if (data === undefined || data.length !== (stride + 1) * height) return undefined;
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const above = y === 0 ? new Uint8Array(stride) : rows.subarray((y - 1) * stride, y * stride);
    const row = rows.subarray(y * stride, (y + 1) * stride);
    undoRow(data.subarray(y * (stride + 1), (y + 1) * (stride + 1)), above, row, channels);
  }
  return rows;
}

/** Gives one row, from the kind of its filter and what was filtered. */
function undoRow([filter = 0, ...values]: Uint8Array, above: Uint8Array, row: Uint8Array, channels: number): void {
  for (const [x, value] of values.entries()) {
    const left = row[x - channels] ?? 0;
    row[x] = value + predicted(filter, left, above[x] ?? 0, above[x - channels] ?? 0);
  }
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      return 0;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function withAlpha(rows: Uint8Array, channels: number): Uint8Array {
  if (channels === 4) return rows;
  const pixels = new Uint8Array((rows.length / 3) * 4).fill(255);
  for (let i = 0; i < rows.length / 3; i++) pixels.set(rows.subarray(i * 3, i * 3 + 3), i * 4);
  return pixels;
}
