/** `npm run bench` measures the console; `-- assessment` scoring; `-- lights` the day's turn of a country's lights;
 * `-- register` a spreadsheet of 100,000 enterprises; `-- ledger` a page of a million entries; `-- entries` a
 * spreadsheet of 100,000 of them; `-- imports` as many lines of JSON of a program; `-- indicator` the annual report's
 * figures over them, and how soon an entry is on the platform; `-- annual-report` the report of a year and its Word
 * document. */
const known = {
  register: './register.mjs',
  assessment: './assessment.mjs',
  lights: './lights.mjs',
  ledger: './ledger.mjs',
  indicator: './indicator.mjs',
  entries: './entries.mjs',
  imports: './imports.mjs',
  records: './records.mjs',
  'annual-report': './annual-report.mjs',
};
await import(known[process.argv[2]] ?? './console.mjs');
