// npm run bench: the tables of docs/performance.md, measured side by side in one run on this machine; -- portal: one of them.
import { installPackages } from './lib/packages.mjs'
import { runInTerminal } from './lib/programs.mjs'
import { progressOn, runScript } from './lib/terminal.mjs'

await runScript(async () => {
  await installPackages(progressOn(process.stderr))
  return runInTerminal(['tests/bench/run.ts', ...process.argv.slice(2)], { server: false })
})
