// npm run -s kheo -- <command>: stdout carries only the answer, progress goes to stderr. 0 done, 1 failed, 2 bad input.
import { installPackages } from './lib/packages.mjs'
import { runInTerminal } from './lib/programs.mjs'
import { progressOn, runScript } from './lib/terminal.mjs'

await runScript(async () => {
  await installPackages(progressOn(process.stderr))
  return runInTerminal(['src/cli.ts', ...process.argv.slice(2)], { server: false })
})
