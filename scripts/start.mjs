// npm start: everything a newcomer needs, then the server until Ctrl-C. Settings: PORT, HOST, KHEO_DATA, DATABASE_URL.
import { beginBuild } from './lib/building.mjs'
import { installPackages } from './lib/packages.mjs'
import { runInTerminal } from './lib/programs.mjs'
import { progressOn, runScript, Stop } from './lib/terminal.mjs'

const server = ['src/server.ts']
/** 128 + SIGINT, as a shell counts it. */
const interrupted = 130

await runScript(async () => {
  const say = progressOn(process.stdout)
  await installPackages(say)
  const builder = new AbortController()
  const build = beginBuild(say, builder.signal)
  return build ? serveWhileBuilding(build, builder) : runInTerminal(server, { server: true })
})

/**
 * The server prepares the database meanwhile and then waits for the pages. Whichever fails takes the other with it.
 * @param {NonNullable<ReturnType<typeof beginBuild>>} build
 * @param {AbortController} builder
 */
async function serveWhileBuilding({ sources, built }, builder) {
  const waiting = new AbortController()
  const serving = runInTerminal(server, {
    server: true,
    env: { KHEO_AWAIT_BUILD: sources },
    signal: waiting.signal,
  }).finally(() => builder.abort())
  const faults = built
    .catch((error) => ({ code: 1, printed: String(error) }))
    .then(({ code, printed }) => {
      // Stopped with the server or by Ctrl-C: nothing is wrong with the pages.
      if (code === 0 || code === interrupted || builder.signal.aborted) return ''
      waiting.abort()
      return `${printed.trim()}\nKhông dựng được các trang (xem lỗi ở trên).`
    })
  const [code, fault] = await Promise.all([serving, faults])
  if (fault) throw new Stop(fault)
  return code
}
