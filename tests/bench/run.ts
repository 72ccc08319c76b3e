// npm run bench: every table. npm run bench -- portal entry: only those. npm run bench -- figures ten: figures at ten years;
// -- submit tenth: a tenth of the country.
const suites = [
  'reading',
  'papers',
  'territory',
  'portal',
  'api',
  'entry',
  'figures',
  'library',
  'durability',
  'submit',
  'excel',
] as const
const sizes = ['ten', 'tenth']

const words = process.argv.slice(2)
const asked = words.filter((name) => !sizes.includes(name))
const unknown = asked.filter((name) => !suites.some((suite) => suite === name))
if (unknown.length > 0) {
  process.stderr.write(`No table is called ${unknown.join(', ')}; there are: ${suites.join(', ')}\n`)
  process.exitCode = 2
} else {
  for (const suite of suites) {
    if (asked.length > 0 && !asked.includes(suite)) continue
    const { bench } = (await import(`./${suite}.ts`)) as { bench: (sizes: readonly string[]) => Promise<void> }
    await bench(words.filter((word) => sizes.includes(word)))
  }
}
