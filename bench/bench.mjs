/** `npm run bench` measures the console; `npm run bench -- assessment` measures scoring. */
await import(process.argv[2] === 'assessment' ? './assessment.mjs' : './console.mjs');
