/** What a spreadsheet unpacks to, read from its table of contents before anything is unpacked (压缩炸弹检查). */

const END = 0x06_05_4b_50;
const ENTRY = 0x02_01_4b_50;
const MOST_ENTRIES = 500;
const HAS_DESCRIPTOR = 8;
/** Nothing, deflated, still takes two bytes. */
const EMPTY = 2;

/**
 * Whether the archive is plain and unpacks to at most so many bytes: the reader stops each entry at the size stated here. An
 * entry that does not state its size, and the form for archives over 4 GB, count as broken.
 */
export function unpacked(bytes: Uint8Array, most: number): 'plain' | 'broken' | 'tooLarge' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return 'broken';
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // the size of the contents that says: look elsewhere, in the form for archives over 4 GB
  if (count > MOST_ENTRIES || view.getUint32(end + 12, true) === 0xff_ff_ff_ff) return 'broken';
  let sum = 0;
  for (let no = 0; no < count; no++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return 'broken';
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const silent = packed === 0 && (view.getUint16(at + 8, true) & HAS_DESCRIPTOR) !== 0;
    if (silent || (size === 0) !== (packed === 0 || (packed === EMPTY && size === 0))) return 'broken';
    sum += size;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sum <= most ? 'plain' : 'tooLarge';
}

function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}
