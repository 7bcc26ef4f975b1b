/** Which rows of a file were there before (重复行), by digests of their keys: twenty bytes for each, whatever the key says. Pure. */
import { createHash } from 'node:crypto';

const WORDS = 4;
const FIRST_SLOTS = 1 << 12;

export class SeenRows {
  private slots = FIRST_SLOTS;
  private count = 0;
  /** 128 bits of the digest each, so that two keys never meet. */
  private digests = new Uint32Array(FIRST_SLOTS * WORDS);
  /** 0: the slot is free. */
  private rows = new Uint32Array(FIRST_SLOTS);

  /** The row that bore the key first, or undefined; then this one does. */
  firstOf(key: string, row: number): number | undefined {
    const digest = createHash('sha256').update(key).digest();
    const words = Uint32Array.from({ length: WORDS }, (_, no) => digest.readUInt32LE(no * 4));
    const slot = this.slotOf(words);
    const earlier = this.rows[slot];
    if (earlier !== undefined && earlier !== 0) return earlier;
    this.digests.set(words, slot * WORDS);
    this.rows[slot] = row;
    this.count += 1;
    if (this.count * 2 > this.slots) this.grow();
    return undefined;
  }

  /** Where the digest stands, or the free slot where it belongs. */
  private slotOf(words: Uint32Array): number {
    let slot = (words[0] ?? 0) % this.slots;
    while (this.rows[slot] !== 0 && words.some((word, no) => this.digests[slot * WORDS + no] !== word))
      slot = (slot + 1) % this.slots;
    return slot;
  }

  private grow(): void {
    const { digests, rows, slots } = this;
    this.slots = slots * 2;
    this.digests = new Uint32Array(this.slots * WORDS);
    this.rows = new Uint32Array(this.slots);
    for (let old = 0; old < slots; old++) {
      if (rows[old] === 0) continue;
      const words = digests.subarray(old * WORDS, (old + 1) * WORDS);
      const slot = this.slotOf(words);
      this.digests.set(words, slot * WORDS);
      this.rows[slot] = rows[old] ?? 0;
    }
  }
}
