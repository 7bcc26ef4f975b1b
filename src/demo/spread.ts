/** Division of a whole number by weights so that the parts add up exactly, and whims that are the same every time. Pure. */

/** Largest remainder (最大余数法): parts of `total`, in the order of the weights, whose sum is `total`. */
export function spread(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / all));
  const left = total - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = weights
    .map((weight, no) => ({ no, remainder: (total * weight) % all }))
    .sort((a, b) => b.remainder - a.remainder || a.no - b.no);
  for (const { no } of byRemainder.slice(0, left)) parts[no] = (parts[no] ?? 0) + 1;
  return parts;
}

/** A whole number from 0 to `below` − 1 that looks made up and is the same for the same words (FNV-1a). */
export function whim(words: string, below: number): number {
  let hash = 0x811c9dc5;
  for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) % below;
}

/** Parts of `total` that are at most `most` each, by made-up weights; `most` must be enough for it. */
export function spreadWithin(total: number, most: readonly number[], words: string): number[] {
  const parts = spread(
    total,
    most.map((each, no) => each * (1 + whim(`${words} ${no}`, 9))),
  );
  let over = 0;
  const held = parts.map((part, no) => {
    const kept = Math.min(part, most[no] ?? 0);
    over += part - kept;
    return kept;
  });
  return held.map((part, no) => {
    const more = Math.min(over, (most[no] ?? 0) - part);
    over -= more;
    return part + more;
  });
}
