// npm run pictures: writes docs/huong-dan from the guide, starts the example and takes the pictures of docs/images again;
// -- board: only those so named; -- text: only the words.
import { installPackages } from './lib/packages.mjs'
import { runInTerminal } from './lib/programs.mjs'
import { progressOn, runScript } from './lib/terminal.mjs'

await runScript(async () => {
  await installPackages(progressOn(process.stderr))
  return runInTerminal(['tests/pictures/run.ts', ...process.argv.slice(2)], { server: false })
})
