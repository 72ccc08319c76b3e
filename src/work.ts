import { guardFromEnvironment } from '#modules/access/access.server.ts'
import { startWorker, type RunningWorker } from '#platform/jobs/worker.ts'
import type { Log } from '#platform/log.ts'
import { mailFromEnvironment } from '#platform/notify/mail-settings.ts'
import { ringPlace } from '#platform/vault/ring.ts'
import { openTasks, rounds } from './tasks.ts'

/** Starts the worker of an installation, with what the environment says about mail and keys. */
export async function startWork(installation: {
  url: string
  secret: string
  dataDir: string
  log: Log
}): Promise<RunningWorker> {
  const { url, secret, dataDir, log } = installation
  const { env } = process
  const vaultKeys = ringPlace(dataDir, env['KHEO_VAULT_KEY'])
  const { tasks, close } = openTasks({
    url,
    secret,
    guard: guardFromEnvironment(env),
    dataDir,
    vaultKeys,
    mail: mailFromEnvironment(env),
  })
  const worker = await startWorker({ url, tasks, rounds, log })
  return {
    lost: worker.lost,
    async stop() {
      await worker.stop()
      await close()
    },
  }
}
