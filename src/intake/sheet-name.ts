/** What a sheet may be called (工作表名称): at most 31 letters, some never, and no two alike. Pure. */
const MOST = 31;

/** `others`: the sheets beside it. `otherwise`: where nothing is left of the name. */
export function sheetName(name: string, others: readonly string[], otherwise: string): string {
  let short = '';
  for (const letter of name.replaceAll(/[\\/?*[\]:'\p{C}]/gu, ' ').trim()) {
    if (short.length + letter.length > MOST) break;
    short += letter;
  }
  const found = short.trim() || otherwise;
  // without regard to case, and a spreadsheet keeps one word for itself
  const taken = [...others, 'History'].some((other) => other.toLowerCase() === found.toLowerCase());
  return taken ? `${found.slice(0, MOST - 1)}表` : found;
}
