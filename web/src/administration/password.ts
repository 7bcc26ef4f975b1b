/** A first password: easy to read from paper, hard to guess, never the account. */
const kinds = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'] as const;
const letters = kinds.join('');
const GROUPS = 3;
const GROUP = 4;

/** Three groups of four with dashes, of all kinds: about 69 bits. `random` answers a whole number below its bound. */
export function firstPassword(account: string, random: (bound: number) => number = below): string {
  const unwanted = account.trim().toLowerCase();
  for (;;) {
    const groups = Array.from({ length: GROUPS }, () =>
      Array.from({ length: GROUP }, () => letters.charAt(random(letters.length))).join(''),
    );
    const made = groups.join('-');
    const ofAllKinds = kinds.every((kind) => [...kind].some((letter) => made.includes(letter)));
    if (ofAllKinds && (unwanted === '' || !made.toLowerCase().includes(unwanted))) return made;
  }
}

/** Every number equally likely: what would favour the small ones is drawn again. */
function below(bound: number): number {
  const [limit, drawn] = [256 - (256 % bound), new Uint8Array(1)];
  do crypto.getRandomValues(drawn);
  while ((drawn[0] ?? 0) >= limit);
  return (drawn[0] ?? 0) % bound;
}
