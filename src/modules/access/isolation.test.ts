import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Id } from '#kernel/ids.ts'
import type { Scope } from '#kernel/scope.ts'
import { inScope } from '#platform/database.ts'
import { useAccess } from '../../../tests/support/access.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { createAdministrator } from './administration.server.ts'
import { exampleAccounts } from './example.ts'

// The queries here have no filter of their own, on purpose: row security is the net under them.
const database = useDatabase()
const room = useAccess(database)

async function seen(scope: Scope): Promise<{ accounts: string[]; duties: number }> {
  return inScope(room.access.db, scope, async (tx) => {
    const accounts = await tx.selectFrom('account').select('sign_in_name').orderBy('sign_in_name').execute()
    const duties = await tx.selectFrom('duty').select('id').execute()
    return { accounts: accounts.map((row) => row.sign_in_name), duties: duties.length }
  })
}

test('a commune sees its own accounts and duties, a province its own, the public none', async () => {
  await createAdministrator(room.access, new Date(), {
    signInName: 'quantri.khac',
    displayName: 'Cao Văn Thử',
    provinceCode: 'vi-du-khac',
  })
  const { province, songXanh, otherProvince } = room.units
  expect(await seen({ reach: 'unit', province, unit: songXanh })).toEqual({
    accounts: ['lanhdao.songxanh', 'xa.songxanh'],
    duties: 2,
  })
  expect(await seen({ reach: 'province', province })).toEqual({
    accounts: exampleAccounts.map((account) => account.signInName).sort(),
    duties: exampleAccounts.length,
  })
  expect(await seen({ reach: 'province', province: otherProvince })).toEqual({ accounts: ['quantri.khac'], duties: 1 })
  expect(await seen({ reach: 'public' })).toEqual({ accounts: [], duties: 0 })
})

test('a commune cannot change an account or give a duty of another unit, even with a query that tries', async () => {
  const { province, songXanh, nuiVang } = room.units
  const scope: Scope = { reach: 'unit', province, unit: songXanh }
  const touched = await inScope(room.access.db, scope, (tx) =>
    tx.updateTable('account').set({ display_name: 'Ai đó' }).where('unit_id', '=', nuiVang).executeTakeFirst(),
  )
  expect(touched.numUpdatedRows).toBe(0n)
  const given = inScope(room.access.db, scope, async (tx) => {
    const { id } = await tx.selectFrom('account').select('id').executeTakeFirstOrThrow()
    await tx
      .insertInto('duty')
      .values({
        province_id: province,
        id,
        account_id: id,
        unit_id: nuiVang,
        kind: 'commune-officer',
        valid: '[2026-01-01,)',
      })
      .execute()
  })
  await expect(given).rejects.toThrow(/row-level security/)
})

test.each([
  'auth."user"',
  'auth.session',
  'auth.account',
  'auth."twoFactor"',
  'auth.kept_post',
  'auth.sign_in_attempt',
])('the application cannot read %s', async (table) => {
  const read = inScope(room.access.db, { reach: 'province', province: room.units.province as Id<'Unit'> }, (tx) =>
    sql.raw(`select * from ${table}`).execute(tx),
  )
  await expect(read).rejects.toThrow(/permission denied/)
})

test('the identity library cannot read the ledger', async () => {
  await expect(sql`select * from public.account`.execute(room.access.identity.authDb)).rejects.toThrow(
    /permission denied/,
  )
})
