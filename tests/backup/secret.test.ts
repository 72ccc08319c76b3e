import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { writeFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { borrowInstallation, prepareInstallation } from '../../src/installation.ts'
import { useFolder } from '../support/backup.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase()
const folder = useFolder()
const thatDay = 'the secret of that day, of more than 32 characters'
let dataDir = ''

beforeEach(async () => {
  dataDir = folder.path(randomUUID())
  await mkdir(dataDir)
  vi.stubEnv('KHEO_SECRET', undefined)
  vi.stubEnv('KHEO_VAULT_KEY', undefined)
})
afterEach(() => vi.unstubAllEnvs())

/** Somebody who has enrolled a second factor, as a restored database holds one. */
async function enrolled(): Promise<void> {
  await database.asOwner(`with person as (
      insert into auth."user" (name, email, "emailVerified", "accountId", "provinceId")
      values ('mot-nguoi', 'mot-nguoi@vi-du.invalid', false, '1', '1') on conflict (email) do nothing returning id)
    insert into auth."twoFactor" (secret, "backupCodes", "userId") select 'sealed', 'sealed', id from person`)
}

function wanted() {
  return { dataDir, databaseUrl: database.url, exampleData: false, onProgress: () => undefined }
}

test('where nobody has a second factor yet, a secret is made', async () => {
  const { secret, stop } = await borrowInstallation(wanted())
  await stop()
  expect(secret).toHaveLength(43)
  expect(existsSync(join(dataDir, 'secret'))).toBe(true)
})

test.each([
  ['a command', borrowInstallation],
  ['a start', prepareInstallation],
])('%s makes no new secret while second factors need the old one', async (_, open) => {
  await enrolled()
  const refused = { name: 'StartRefused', message: expect.stringMatching(/KHEO_SECRET.*tệp .*\/secret/) }
  await expect(open(wanted())).rejects.toMatchObject(refused)
  expect(existsSync(join(dataDir, 'secret'))).toBe(false)
})

test('given again, in the environment or as its file, it is taken', async () => {
  await enrolled()
  vi.stubEnv('KHEO_SECRET', thatDay)
  expect((await borrowInstallation(wanted())).secret).toBe(thatDay)
  vi.stubEnv('KHEO_SECRET', '')
  await writeFile(join(dataDir, 'secret'), thatDay)
  expect((await borrowInstallation(wanted())).secret).toBe(thatDay)
})
