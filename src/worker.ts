// node src/worker.ts: the worker alone, beside web processes that run with KHEO_WORKER=0.
import { openDataFolder } from '#platform/data-folder.ts'
import { StartRefused } from '#platform/launcher/refusal.ts'
import { logTarget, openLog } from '#platform/log.ts'
import { mailFromEnvironment } from '#platform/notify/mail-settings.ts'
import { borrowInstallation, installationSettings } from './installation.ts'
import { startWork } from './work.ts'

try {
  await work()
} catch (error) {
  const sentence = error instanceof StartRefused ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`Không khởi động được: ${sentence}\n`)
  process.exitCode = 1
}

async function work(): Promise<void> {
  mailFromEnvironment(process.env)
  const settings = installationSettings(process.env)
  const { dataDir } = settings
  openDataFolder(dataDir)
  const onProgress = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
  const installation = await borrowInstallation({ ...settings, onProgress })
  const log = openLog(logTarget(process.env, dataDir))
  const worker = await startWork({ url: installation.url, secret: installation.secret, dataDir, log })
  const stop = async (code: number): Promise<void> => {
    await worker.stop()
    await installation.stop()
    log.flush(() => process.exit(code))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0))
  void worker.lost.then(() => stop(1))
  process.stdout.write('Bộ phận làm việc nền đang chạy. Dừng: bấm Ctrl+C\n')
}
