import { sql, type SqlBool } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { inScope, type Tx } from '#platform/database.ts'
import type { Access } from './access.server.ts'
import { unitChoices, type AccountRow, type ActorNow, type UnitChoice } from './account-queries.server.ts'
import { accountState } from './account-state.ts'
import type { DutyKind } from './actor.ts'
import { mayAdminister, mayReadAccounts } from './policy.ts'
import { recoveryCodesLeft } from './recovery.server.ts'

export type DutySpell = {
  id: Id<'Duty'>
  kind: DutyKind
  unitName: string
  from: LocalDate
  until: LocalDate | null
  when: 'past' | 'today' | 'ahead'
}
export type AccountPage = Omit<AccountRow, 'duties'> & {
  openedAt: Date
  mustChangePassword: boolean
  recoveryCodes: number | null
  duties: DutySpell[]
  units: UnitChoice[]
  mayChange: boolean
}

/** One account with everything it did and does; null when there is none for the reader. */
export async function accountPage(access: Access, ctx: ActorNow, id: Id<'Account'>): Promise<AccountPage | null> {
  if (!mayReadAccounts(ctx.actor, ctx.actor.province)) return null
  const { province } = ctx.actor
  const today = dayInVietnam(ctx.now)
  return inScope(access.db, { reach: 'province', province }, async (tx) => {
    const row = await tx
      .selectFrom('account')
      .selectAll()
      .where('province_id', '=', province)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) return null
    const user = await access.identity.authDb
      .selectFrom('user')
      .select('twoFactorEnabled')
      .where('id', '=', row.auth_user_id)
      .executeTakeFirst()
    const enrolled = user?.twoFactorEnabled === true
    const duties = await spells(tx, province, id, today)
    const held = duties.filter((duty) => duty.when === 'today').length
    const facts = { turnedOffAt: row.turned_off_at, lastActiveAt: row.last_active_at, enrolled, duties: held }
    return {
      id,
      signInName: row.sign_in_name,
      name: row.display_name,
      state: accountState(facts, access.guard, ctx.now),
      isOff: row.turned_off_at !== null,
      enrolled,
      lastActiveAt: row.last_active_at,
      isSelf: id === ctx.actor.account,
      openedAt: row.created_at,
      mustChangePassword: row.password_is_one_time,
      recoveryCodes: (await recoveryCodesLeft(access.identity.authDb, row.auth_user_id))?.left ?? null,
      duties,
      units: await unitChoices(tx, province, today),
      mayChange: mayAdminister(ctx.actor, province),
    }
  })
}

/** Every duty an account ever had, the newest first; one that never began (given and taken back the same day) is left out. */
async function spells(tx: Tx, province: Id<'Unit'>, account: Id<'Account'>, today: LocalDate): Promise<DutySpell[]> {
  const rows = await tx
    .selectFrom('duty')
    .select([
      'id',
      'kind',
      sql<LocalDate>`lower(valid)`.as('from'),
      sql<LocalDate | null>`upper(valid) - 1`.as('until'),
      // The unit's name as it was on the duty's first day.
      sql<string>`coalesce((select name from unit_version v where v.unit_id = duty.unit_id and v.tree = 'state'
        and v.valid @> lower(duty.valid) limit 1), '')`.as('unitName'),
    ])
    .where('province_id', '=', province)
    .where('account_id', '=', account)
    .where(sql<SqlBool>`not isempty(valid)`)
    .orderBy(sql`lower(valid)`, 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    id: row.id as Id<'Duty'>,
    kind: row.kind as DutyKind,
    when: row.from > today ? 'ahead' : row.until !== null && row.until < today ? 'past' : 'today',
  }))
}
