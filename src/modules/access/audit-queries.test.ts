import { beforeAll, expect, test } from 'vitest'
import { addDays, dayInVietnam } from '#kernel/local-date.ts'
import { signedIn, useAccess } from '../../../tests/support/access.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import type { Actor } from './actor.ts'
import { turnAccount } from './administration.server.ts'
import { auditChain, auditPage, wholeAudit, type AuditFilter } from './audit-queries.server.ts'
import { exampleAccounts } from './example.ts'

const database = useDatabase()
const room = useAccess(database)
const today = dayInVietnam(new Date())
let admin: Actor
let officer: Actor

beforeAll(async () => {
  admin = (await signedIn(room.access, 'quantri.vidu')).actor
  officer = (await signedIn(room.access, 'xa.songxanh')).actor
  for (const way of ['off', 'on'] as const) {
    await turnAccount(room.access, { actor: admin, now: new Date() }, officer.account, way)
  }
})

const as = (actor: Actor) => ({ db: room.access.db, actor, now: new Date() })
async function kindsOf(filter: Partial<AuditFilter>): Promise<string[]> {
  return (await auditPage(as(admin), { ...wholeAudit, ...filter }))?.rows.map((row) => row.kind) ?? []
}

test('the audit is read newest first, with names for everybody', async () => {
  const [row] = (await auditPage(as(admin), wholeAudit))?.rows ?? []
  expect(row).toMatchObject({
    kind: 'account-turned-on',
    by: 'Đỗ Văn Nháp',
    unitName: 'Tỉnh Ví Dụ',
    object: { kind: 'account', name: 'Nguyễn Thị Mẫu' },
  })
})

test.each([
  ['person', { account: 'officer' }, ['signed-in']],
  ['kind', { kind: 'account-turned-off' }, ['account-turned-off']],
  ['object', { objectKind: 'account', object: 'officer' }, 4],
  ['day that is over', { to: addDays(today, -1) }, []],
  ['day that has not come', { from: addDays(today, 1) }, []],
  ['today', { from: today, to: today, kind: 'account-turned-on' }, ['account-turned-on']],
] as const)('it is narrowed by %s', async (_, asked, expected) => {
  const filter = Object.fromEntries(
    Object.entries(asked).map(([key, value]) => [key, value === 'officer' ? officer.account : value]),
  )
  const found = await kindsOf(filter)
  if (typeof expected === 'number') expect(found).toHaveLength(expected)
  else expect(found).toEqual(expected)
})

test('page by page every row comes once, also when rows are written in between', async () => {
  const seen: number[] = []
  let before: number | null = null
  do {
    const page = await auditPage(as(admin), { ...wholeAudit, before }, 3)
    seen.push(...(page?.rows.map((row) => row.n) ?? []))
    before = page?.next ?? null
    await turnAccount(room.access, { actor: admin, now: new Date() }, officer.account, 'on')
  } while (before !== null)
  expect(seen).toEqual([...seen].sort((one, other) => other - one))
  expect(seen.at(-1)).toBe(1)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThan(exampleAccounts.length)
})

test('the chain is whole, and a row changed behind our back is named', async () => {
  expect(await auditChain(as(admin))).toMatchObject({ rows: expect.any(Number) })
  await database.asOwner(`update audit set kind = 'signed-out' where n = 2 and province_id = $1`, [admin.province])
  expect(await auditChain(as(admin))).toEqual({ brokenAt: 2 })
  expect(await auditChain(as(officer))).toBeNull()
})

test('an administrator of another province finds nothing of this one', async () => {
  const other: Actor = { ...admin, unit: room.units.otherProvince, province: room.units.otherProvince }
  const page = await auditPage(as(other), wholeAudit)
  expect([page?.rows, page?.people]).toEqual([[], []])
})
