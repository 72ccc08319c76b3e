import { beforeAll, expect, test } from 'vitest'
import { signedIn, useAccess, visit } from '../../../tests/support/access.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import type { Actor } from './actor.ts'
import { signIn } from './commands.server.ts'
import { openAccountsOfList, previewList } from './listing.server.ts'

const database = useDatabase()
const room = useAccess(database)
let admin: Actor
let officer: Actor

beforeAll(async () => {
  admin = (await signedIn(room.access, 'quantri.vidu')).actor
  officer = (await signedIn(room.access, 'xa.songxanh')).actor
})

const by = (actor: Actor) => ({ actor, now: new Date() })
const head = 'Họ và tên;Tên đăng nhập;Nhiệm vụ;Đơn vị\n'
const two = `${head}Trần Văn Nháp;xa.mot;Cán bộ xã;song xanh\nĐinh Thị Thử;tinh.hai;Cán bộ tỉnh;Tỉnh Ví Dụ\n`

async function counted(): Promise<string> {
  const [row] = await database.asOwner<{ n: string }>(
    `select concat_ws(' ', (select count(*) from account), (select count(*) from duty), (select count(*) from audit),
       (select count(*) from auth."user")) as n`,
  )
  return row?.n ?? ''
}

test('looking through a list changes nothing, right or wrong', async () => {
  const before = await counted()
  expect(await previewList(room.access, by(admin), two)).toMatchObject({ ok: true, value: { problems: 0 } })
  const wrong = await previewList(room.access, by(admin), `${head}Trần Văn Nháp;xa.songxanh;Cán bộ xã;song xanh`)
  expect(wrong).toMatchObject({ ok: true, value: { problems: 1 } })
  expect(await counted()).toBe(before)
})

test('one wrong row stops all of them: nothing is opened', async () => {
  const before = await counted()
  const answer = await openAccountsOfList(room.access, by(admin), `${two}Ai Đó;xa.songxanh;Cán bộ xã;song xanh`)
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'list-has-errors', count: 1 } })
  expect(await counted()).toBe(before)
})

test('a list is opened whole: each can sign in with the password of their sheet, and sending it again opens nobody', async () => {
  const answer = await openAccountsOfList(room.access, by(admin), two)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  const { invitations } = answer.value
  expect(invitations.map((one) => [one.displayName, one.unitName])).toEqual([
    ['Trần Văn Nháp', 'Xã Sông Xanh'],
    ['Đinh Thị Thử', 'Tỉnh Ví Dụ'],
  ])
  for (const { signInName, oneTimePassword: password } of invitations) {
    const first = await signIn(room.access, visit(), { signInName, password })
    expect(first).toMatchObject({ ok: true, value: { next: 'enrol' } })
  }
  const before = await counted()
  expect(await openAccountsOfList(room.access, by(admin), two)).toMatchObject({ refusal: { code: 'list-has-errors' } })
  expect(await counted()).toBe(before)
  const kinds = await database.asOwner<{ kind: string; changed: unknown }>(
    `select kind, changed from audit where kind = 'accounts-listed'`,
  )
  expect(kinds).toEqual([{ kind: 'accounts-listed', changed: { accounts: 2 } }])
})

test('two administrators sending the same list at once: it is opened once', async () => {
  const list = `${head}Trần Văn Nháp;xa.ba;Cán bộ xã;song xanh\nĐinh Thị Thử;xa.bon;Cán bộ xã;nui vang\n`
  const both = await Promise.all([list, list].map((text) => openAccountsOfList(room.access, by(admin), text)))
  expect(both.map((one) => one.ok).sort()).toEqual([false, true])
  const rows = await database.asOwner(`select 1 from account where sign_in_name in ('xa.ba', 'xa.bon')`)
  expect(rows).toHaveLength(2)
})

test('nobody but an administrator sends a list, and no unit of another province is known', async () => {
  expect(await previewList(room.access, by(officer), two)).toEqual({ ok: false, kind: 'forbidden' })
  expect(await openAccountsOfList(room.access, by(officer), two)).toEqual({ ok: false, kind: 'forbidden' })
  const foreign = await previewList(room.access, by(admin), `${head}Ai Đó;ai.do;Cán bộ tỉnh;Tỉnh Ví Dụ Khác`)
  expect(foreign).toMatchObject({ ok: true, value: { problems: 1 } })
})

test.each([
  ['', 'empty'],
  [head, 'empty'],
  ['Họ và tên;Tên\nAi Đó;ai.do', 'columns-missing'],
  [`${head}Ai Đó;ai.do\0;Cán bộ xã;song xanh`, 'not-unicode'],
  [head + Array.from({ length: 301 }, (_, n) => `Ai Đó;ai.${n};Cán bộ xã;song xanh`).join('\n'), 'list-too-long'],
])('the list %j is no list: %s', async (text, code) => {
  expect(await previewList(room.access, by(admin), text)).toMatchObject({ ok: false, refusal: { code } })
})
