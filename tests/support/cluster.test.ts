import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { postgresIn } from '../../src/platform/launcher/living.ts'

test.skipIf(process.platform !== 'linux')('a run of the tests that is killed leaves no database server', async () => {
  const begin = `import { startCluster } from ${JSON.stringify(join(import.meta.dirname, 'cluster.ts'))}
    console.log((await startCluster()).url('postgres'))
    setInterval(() => undefined, 1000)`
  const run = spawn(process.execPath, ['--input-type=module-typescript', '--eval', begin], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve) => run.stdout.once('data', (chunk: Buffer) => resolve(String(chunk))))
  const folder = /host=(\S+)/.exec(url)?.[1] ?? ''
  expect(await postgresIn(join(folder, 'cluster'))).not.toEqual([])
  run.kill('SIGKILL')
  await expect.poll(() => postgresIn(join(folder, 'cluster')), { timeout: 30_000 }).toEqual([])
  await rm(folder, { recursive: true })
})
