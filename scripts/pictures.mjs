// npm run pictures: starts the example and takes the pictures of docs/images again; -- board: only those so named.
import { installPackages } from './lib/packages.mjs'
import { runInTerminal } from './lib/programs.mjs'
import { progressOn, runScript } from './lib/terminal.mjs'

await runScript(async () => {
  await installPackages(progressOn(process.stderr))
  return runInTerminal(['tests/pictures/run.ts', ...process.argv.slice(2)], { server: false })
})
