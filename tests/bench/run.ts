// npm run bench: every table. npm run bench -- portal entry: only those.
const suites = ['reading', 'territory', 'portal', 'api', 'entry', 'durability'] as const

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !suites.some((suite) => suite === name))
if (unknown.length > 0) {
  process.stderr.write(`No table is called ${unknown.join(', ')}; there are: ${suites.join(', ')}\n`)
  process.exitCode = 2
} else {
  for (const suite of suites) {
    if (asked.length > 0 && !asked.includes(suite)) continue
    const { bench } = (await import(`./${suite}.ts`)) as { bench: () => Promise<void> }
    await bench()
  }
}
