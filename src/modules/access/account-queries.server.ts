import { sql, type SqlBool } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { fold } from '#kernel/text.ts'
import { inScope, type Tx } from '#platform/database.ts'
import type { Access } from './access.server.ts'
import { accountState, accountStates, type AccountState } from './account-state.ts'
import type { Actor, DutyKind } from './actor.ts'
import { mayAdminister, mayReadAccounts } from './policy.ts'

/** Who asks, and when. */
export type ActorNow = { actor: Actor; now: Date }

/** What the list is narrowed to; an empty text or null narrows nothing. */
export type AccountFilter = {
  words: string
  unit: Id<'Unit'> | null
  kind: DutyKind | null
  state: AccountState | null
  page: number
}

export const everyAccount: AccountFilter = { words: '', unit: null, kind: null, state: null, page: 1 }

export type AccountRow = {
  id: Id<'Account'>
  signInName: string
  name: string
  state: AccountState
  isOff: boolean
  enrolled: boolean
  lastActiveAt: Date
  isSelf: boolean
  duties: { id: Id<'Duty'>; kind: DutyKind; unitName: string }[]
}
export type UnitChoice = { id: Id<'Unit'>; name: string; level: string }
export type AccountsPage = {
  accounts: AccountRow[]
  total: number
  pages: number
  page: number
  counts: Record<AccountState, number>
  units: UnitChoice[]
  mayChange: boolean
}

const rowsOnAPage = 50

/** The accounts of the reader's province with what each does today, narrowed and in pages. */
export async function accountsPage(
  access: Access,
  ctx: ActorNow,
  filter: AccountFilter = everyAccount,
): Promise<AccountsPage | null> {
  if (!mayReadAccounts(ctx.actor, ctx.actor.province)) return null
  const { province } = ctx.actor
  const enrolled = await enrolledUsers(access, province)
  return inScope(access.db, { reach: 'province', province }, async (tx) => {
    const found = await accountRows(tx, access, ctx, filter, enrolled)
    const shown = found.filter((row) => filter.state === null || row.state === filter.state)
    const pages = Math.max(1, Math.ceil(shown.length / rowsOnAPage))
    const page = Math.min(Math.max(1, filter.page), pages)
    return {
      accounts: shown.slice((page - 1) * rowsOnAPage, page * rowsOnAPage),
      total: shown.length,
      pages,
      page,
      counts: Object.fromEntries(
        accountStates.map((state) => [state, found.filter((row) => row.state === state).length]),
      ) as Record<AccountState, number>,
      units: await unitChoices(tx, province, dayInVietnam(ctx.now)),
      mayChange: mayAdminister(ctx.actor, province),
    }
  })
}

/** Every account that is on, for the review; a province has hundreds, and a review looks at all of them. */
export async function accountsToReview(access: Access, ctx: ActorNow): Promise<AccountRow[] | null> {
  if (!mayAdminister(ctx.actor, ctx.actor.province)) return null
  const { province } = ctx.actor
  const enrolled = await enrolledUsers(access, province)
  return inScope(access.db, { reach: 'province', province }, async (tx) =>
    (await accountRows(tx, access, ctx, everyAccount, enrolled)).filter((row) => !row.isOff),
  )
}

/** The library keeps the second factor on connections of its own: asked once for the province. */
async function enrolledUsers(access: Access, province: Id<'Unit'>): Promise<ReadonlySet<string>> {
  const rows = await access.identity.authDb
    .selectFrom('user')
    .select('id')
    .where('provinceId', '=', province)
    .where('twoFactorEnabled', '=', true)
    .execute()
  return new Set(rows.map((row) => row.id))
}

async function accountRows(
  tx: Tx,
  access: Access,
  ctx: ActorNow,
  filter: AccountFilter,
  enrolled: ReadonlySet<string>,
): Promise<AccountRow[]> {
  const { province } = ctx.actor
  const today = dayInVietnam(ctx.now)
  let query = tx
    .selectFrom('account')
    .select(['id', 'sign_in_name', 'display_name', 'turned_off_at', 'last_active_at', 'auth_user_id'])
    .where('province_id', '=', province)
  for (const word of fold(filter.words).split(' ').filter(Boolean)) {
    query = query.where(sql<SqlBool>`${foldedName} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`)
  }
  if (filter.unit || filter.kind) {
    const { unit, kind } = filter
    query = query.where((has) => {
      let held = has
        .selectFrom('duty')
        .select('duty.id')
        .whereRef('duty.province_id', '=', 'account.province_id')
        .whereRef('duty.account_id', '=', 'account.id')
        .where(sql<SqlBool>`duty.valid @> ${today}::date`)
      if (unit) held = held.where('duty.unit_id', '=', unit)
      if (kind) held = held.where('duty.kind', '=', kind)
      return has.exists(held)
    })
  }
  const rows = await query
    .orderBy(sql`display_name collate "vi-x-icu"`)
    .orderBy('id')
    .execute()
  const dutiesOf = Map.groupBy(await dutiesToday(tx, province, today), (duty) => duty.account)
  return rows.map((row) => {
    const duties = dutiesOf.get(row.id) ?? []
    const facts = {
      turnedOffAt: row.turned_off_at,
      lastActiveAt: row.last_active_at,
      enrolled: enrolled.has(row.auth_user_id),
    }
    return {
      id: row.id as Id<'Account'>,
      signInName: row.sign_in_name,
      name: row.display_name,
      state: accountState({ ...facts, duties: duties.length }, access.guard, ctx.now),
      isOff: row.turned_off_at !== null,
      enrolled: facts.enrolled,
      lastActiveAt: row.last_active_at,
      isSelf: row.id === ctx.actor.account,
      duties: duties.map(({ id, kind, unitName }) => ({ id, kind, unitName })),
    }
  })
}

// As `fold` does it: without marks, lower case, đ as d. A province has hundreds of accounts, so no column is kept for it.
const foldedName = sql`replace(regexp_replace(normalize(lower(display_name || ' ' || sign_in_name), nfd), '[\u0300-\u036f]', '', 'g'), 'đ', 'd')`

async function dutiesToday(
  tx: Tx,
  province: Id<'Unit'>,
  today: LocalDate,
): Promise<{ id: Id<'Duty'>; account: string; kind: DutyKind; unitName: string }[]> {
  const rows = await tx
    .selectFrom('duty')
    .leftJoin('unit_version', (join) =>
      join
        .onRef('unit_version.unit_id', '=', 'duty.unit_id')
        .on('unit_version.tree', '=', 'state')
        .on(sql<SqlBool>`unit_version.valid @> ${today}::date`),
    )
    .select(['duty.id', 'duty.account_id', 'duty.kind', 'unit_version.name'])
    .where('duty.province_id', '=', province)
    .where(sql<SqlBool>`duty.valid @> ${today}::date`)
    .orderBy('duty.id')
    .execute()
  return rows.map((row) => ({
    id: row.id as Id<'Duty'>,
    account: row.account_id,
    kind: row.kind as DutyKind,
    unitName: row.name ?? '',
  }))
}

/** The units a duty may be given in today: the province first, then its communes by name. */
export async function unitChoices(tx: Tx, province: Id<'Unit'>, today: LocalDate): Promise<UnitChoice[]> {
  const rows = await tx
    .selectFrom('unit_version')
    .select(['unit_id', 'name', 'level'])
    .where('province_id', '=', province)
    .where('tree', '=', 'state')
    .where('level', 'in', ['province', 'commune'])
    .where(sql<SqlBool>`valid @> ${today}::date`)
    .orderBy(sql`level = 'commune'`)
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('unit_id')
    .execute()
  return rows.map((unit) => ({ id: unit.unit_id as Id<'Unit'>, name: unit.name, level: unit.level }))
}
