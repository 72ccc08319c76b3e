import { expect, test } from 'vitest'
import { useAccess, visit } from '../../../tests/support/access.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { cliAudit, cliCode, cliCreateAdministrator } from './cli.server.ts'
import { signIn } from './commands.server.ts'

const database = useDatabase()
const room = useAccess(database)
const now = new Date()

test('the code of an example account is printed without a database', () => {
  expect(cliCode(['xa.songxanh'], now)).toMatchObject({ exit: 0, stdout: expect.stringMatching(/^\d{6}$/) })
  expect(cliCode(['ai.do'], now)).toMatchObject({ exit: 2, stderr: expect.stringContaining('xa.songxanh') })
  expect(cliCode([], now)).toMatchObject({ exit: 2 })
})

test('the code of a secret on paper is the one that an app shows', () => {
  const paper = 'gezd gnbv gy3t qojq gezd gnbv gy3t qojq'
  expect(cliCode(['--secret', paper], new Date(59_000))).toEqual({ exit: 0, stdout: '287082' })
})

test('the operator opens the first administrator, who signs in with the printed password', async () => {
  const answer = await cliCreateAdministrator(room.access, ['Quantri.Moi', 'vi-du', '--name', 'Đỗ Thị Nháp'], now)
  expect(answer.exit).toBe(0)
  if (answer.exit !== 0) return
  const first = await signIn(room.access, visit(), { signInName: 'quantri.moi', password: answer.stdout })
  expect(first).toMatchObject({ ok: true, value: { next: 'enrol' } })
})

test.each([
  [[], 2],
  [['quantri.hai', 'vi-du'], 2],
  [['quản trị', 'vi-du', '--name', 'Ai Đó'], 2],
  [['quantri.hai', 'khong-co', '--name', 'Ai Đó'], 1],
  [['tinh.vidu', 'vi-du', '--name', 'Ai Đó'], 1],
])('%j opens nothing and says why (exit %i)', async (args, exit) => {
  expect(await cliCreateAdministrator(room.access, args, now)).toEqual({ exit, stderr: expect.stringMatching(/\S\.?/) })
})

test('the operator sees that the audit is whole, and which row was changed or taken out', async () => {
  const [count] = await database.asOwner<{ rows: number }>(
    "select count(*)::int as rows from audit join unit on unit.id = audit.province_id where unit.code = 'vi-du'",
  )
  expect(count?.rows).toBeGreaterThan(4)
  const whole = { exit: 0, stdout: `Sổ nhật ký nguyên vẹn: ${count?.rows} dòng` }
  expect(await cliAudit(room.access, ['vi-du'])).toEqual(whole)
  expect(await cliAudit(room.access, ['vi-du-khac'])).toEqual({ exit: 0, stdout: 'Sổ nhật ký nguyên vẹn: 0 dòng' })
  const province = room.units.province
  const broken = (n: number) => ({ exit: 1, stderr: expect.stringMatching(new RegExp(`dòng ${n}\\.$`)) })
  await database.asOwner("update audit set kind = 'khác' where province_id = $1 and n = 3", [province])
  expect(await cliAudit(room.access, ['vi-du'])).toEqual(broken(3))
  await database.asOwner('delete from audit where province_id = $1 and n >= 3', [province])
  expect(await cliAudit(room.access, ['vi-du'])).toEqual(broken(3))
  await database.asOwner('delete from audit where province_id = $1 and n = 1', [province])
  expect(await cliAudit(room.access, ['vi-du'])).toEqual(broken(1))
})

test.each([
  [[], 2],
  [['vi-du', 'vi-du-khac'], 2],
  [['khong-co'], 1],
  [['vi-du-song-xanh'], 1],
])('the audit of %j is not looked at, and the answer says why (exit %i)', async (args, exit) => {
  expect(await cliAudit(room.access, args)).toEqual({ exit, stderr: expect.stringMatching(/\S/) })
})
