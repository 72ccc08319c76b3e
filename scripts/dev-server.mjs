// Started by scripts/dev.mjs with the right Node: the database first, then Vite in this process.
import { createServer } from 'vite'
import { installationSettings, prepareInstallation } from '../src/installation.ts'
import { StartRefused } from '../src/platform/launcher/refusal.ts'
import { progressOn } from './lib/terminal.mjs'

try {
  await serve()
} catch (error) {
  process.stderr.write(
    `${error instanceof StartRefused ? error.message : error instanceof Error ? error.stack : error}\n`,
  )
  process.exit(1)
}

async function serve() {
  const settings = installationSettings(process.env)
  const installation = await prepareInstallation({ ...settings, onProgress: progressOn(process.stdout) })
  Object.assign(process.env, {
    KHEO_DATABASE_URL: installation.url,
    KHEO_SECRET: installation.secret,
    KHEO_DATA: settings.dataDir,
  })
  void installation.lost.then(stop)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop())
  const port = process.env.PORT ? { port: Number(process.env.PORT), strictPort: true } : {}
  const vite = await createServer({ server: { host: process.env.HOST || '127.0.0.1', ...port } })
  await vite.listen()
  vite.printUrls()

  /** @param {string} [sentence] */
  async function stop(sentence) {
    if (sentence) process.stderr.write(`${sentence}\n`)
    await vite?.close()
    await installation.stop()
    process.exit(sentence ? 1 : 0)
  }
}
