// npm start: everything a newcomer needs, then the server until Ctrl-C. Settings: PORT, HOST, KHEO_DATA, DATABASE_URL.
import { buildWhenStale } from './lib/building.mjs'
import { installPackages } from './lib/packages.mjs'
import { runInTerminal } from './lib/programs.mjs'
import { progressOn, runScript, Stop } from './lib/terminal.mjs'

await runScript(async () => {
  const say = progressOn(process.stdout)
  await installPackages(say)
  const { code, printed } = await buildWhenStale(say)
  if (code !== 0) throw new Stop(`${printed.trim()}\nKhông dựng được các trang (xem lỗi ở trên).`)
  return runInTerminal(['src/server.ts'], { server: true })
})
