/** `npm run bench` loads the product beside its floor (`-- --districts 100`); with a name, one thing of its own is measured. */
const known = {
  console: './console.mjs',
  register: './register.mjs',
  assessment: './assessment.mjs',
  lights: './lights.mjs',
  ledger: './ledger.mjs',
  indicator: './indicator.mjs',
  entries: './entries.mjs',
  imports: './imports.mjs',
  records: './records.mjs',
  burden: './burden.mjs',
  'annual-report': './annual-report.mjs',
};
const [name] = process.argv.slice(2);
if (name !== undefined && !name.startsWith('-') && !(name in known))
  throw new Error(`There is no bench ${name}: ${Object.keys(known).join(', ')}, or none for all of the speed.`);
await import(known[name] ?? './speed/speed.mjs');
