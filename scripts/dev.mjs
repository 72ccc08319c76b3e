// npm run dev: the pages with reload, on the same data folder as npm start.
import { installPackages } from './lib/packages.mjs'
import { runInTerminal } from './lib/programs.mjs'
import { progressOn, runScript } from './lib/terminal.mjs'

await runScript(async () => {
  await installPackages(progressOn(process.stdout))
  return runInTerminal(['scripts/dev-server.mjs'], { server: true })
})
