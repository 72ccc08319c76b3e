import { sql } from 'kysely'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import type { Id } from '#kernel/ids.ts'
import type { Db, Tx } from '#platform/database.ts'
import type { DutyKind } from './actor.ts'
import type { Duty } from './duty.ts'

export type Account = {
  province: Id<'Unit'>
  id: Id<'Account'>
  unit: Id<'Unit'>
  signInName: string
  name: string
  userId: string
  passwordIsOneTime: boolean
  lastActiveAt: Date
  turnedOffAt: Date | null
}

const columns = [
  'province_id',
  'id',
  'unit_id',
  'sign_in_name',
  'display_name',
  'auth_user_id',
  'password_is_one_time',
  'last_active_at',
  'turned_off_at',
] as const

type Row = {
  province_id: string
  id: string
  unit_id: string
  sign_in_name: string
  display_name: string
  auth_user_id: string
  password_is_one_time: boolean
  last_active_at: Date
  turned_off_at: Date | null
}

function toAccount(row: Row): Account {
  return {
    province: row.province_id as Id<'Unit'>,
    id: row.id as Id<'Account'>,
    unit: row.unit_id as Id<'Unit'>,
    signInName: row.sign_in_name,
    name: row.display_name,
    userId: row.auth_user_id,
    passwordIsOneTime: row.password_is_one_time,
    lastActiveAt: row.last_active_at,
    turnedOffAt: row.turned_off_at,
  }
}

type Key = { province: Id<'Unit'>; id: Id<'Account'> }

export async function findAccount(tx: Tx, key: Key): Promise<Account | null> {
  const row = await tx
    .selectFrom('account')
    .select(columns)
    .where('province_id', '=', key.province)
    .where('id', '=', key.id)
    .executeTakeFirst()
  return row ? toAccount(row) : null
}

/** FOR UPDATE: an administrator turning an account off and its officer signing in must see one another. */
export async function lockAccount(tx: Tx, key: Key): Promise<Account | null> {
  const row = await tx
    .selectFrom('account')
    .select(columns)
    .where('province_id', '=', key.province)
    .where('id', '=', key.id)
    .forUpdate()
    .executeTakeFirst()
  return row ? toAccount(row) : null
}

/** In the order of their ids, like every lock on more than one account. */
export async function lockAccountsThatAreOn(
  tx: Tx,
  province: Id<'Unit'>,
  only: { notSince: Date } | null = null,
): Promise<Account[]> {
  let query = tx
    .selectFrom('account')
    .select(columns)
    .where('province_id', '=', province)
    .where('turned_off_at', 'is', null)
  if (only) query = query.where('last_active_at', '<', only.notSince)
  return (await query.orderBy('id').forUpdate().execute()).map(toAccount)
}

export async function lockDuty(
  tx: Tx,
  key: { province: Id<'Unit'>; id: Id<'Duty'>; account: Id<'Account'> },
): Promise<{ endsOn: LocalDate | null } | null> {
  const row = await tx
    .selectFrom('duty')
    .select(sql<LocalDate | null>`upper(valid) - 1`.as('endsOn'))
    .where('province_id', '=', key.province)
    .where('id', '=', key.id)
    .where('account_id', '=', key.account)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export async function insertAccount(tx: Tx, account: Account): Promise<void> {
  await tx
    .insertInto('account')
    .values({
      province_id: account.province,
      id: account.id,
      unit_id: account.unit,
      sign_in_name: account.signInName,
      display_name: account.name,
      auth_user_id: account.userId,
      password_is_one_time: account.passwordIsOneTime,
      last_active_at: account.lastActiveAt,
      turned_off_at: account.turnedOffAt,
      created_at: account.lastActiveAt,
    })
    .execute()
}

export async function updateAccount(
  tx: Tx,
  key: Key,
  change: { last_active_at?: Date; turned_off_at?: Date | null; password_is_one_time?: boolean; display_name?: string },
): Promise<void> {
  await tx.updateTable('account').set(change).where('province_id', '=', key.province).where('id', '=', key.id).execute()
}

/** The duties of an account that are valid on a day, the oldest first. */
export async function dutiesOn(tx: Tx, key: Key, day: LocalDate): Promise<Duty[]> {
  const rows = await tx
    .selectFrom('duty')
    .innerJoin('unit_version', (join) =>
      join
        .onRef('unit_version.unit_id', '=', 'duty.unit_id')
        .on('unit_version.tree', '=', 'state')
        .on(sql<boolean>`unit_version.valid @> ${day}::date`),
    )
    .select(['duty.id', 'duty.kind', 'duty.unit_id', 'unit_version.name'])
    .where('duty.province_id', '=', key.province)
    .where('duty.account_id', '=', key.id)
    .where(sql<boolean>`duty.valid @> ${day}::date`)
    .orderBy('duty.id')
    .execute()
  return rows.map((row) => ({
    id: row.id as Id<'Duty'>,
    kind: row.kind as DutyKind,
    unit: row.unit_id as Id<'Unit'>,
    unitName: row.name,
  }))
}

export async function insertDuty(
  tx: Tx,
  duty: { id: Id<'Duty'>; kind: DutyKind; unit: Id<'Unit'>; from: LocalDate },
  account: Key,
): Promise<void> {
  await tx
    .insertInto('duty')
    .values({
      province_id: account.province,
      id: duty.id,
      account_id: account.id,
      unit_id: duty.unit,
      kind: duty.kind,
      valid: `[${duty.from},)`,
    })
    .execute()
}

/** A unit as it is today, when it lies in the province (or is the province). */
export async function findUnit(
  tx: Tx,
  province: Id<'Unit'>,
  unit: Id<'Unit'>,
  now: Date,
): Promise<{ id: Id<'Unit'>; name: string; level: string } | null> {
  const row = await tx
    .selectFrom('unit_version')
    .select(['unit_id', 'name', 'level'])
    .where('unit_id', '=', unit)
    .where('province_id', '=', province)
    .where('tree', '=', 'state')
    .where(sql<boolean>`valid @> ${dayInVietnam(now)}::date`)
    .executeTakeFirst()
  return row ? { id: row.unit_id as Id<'Unit'>, name: row.name, level: row.level } : null
}

/** Every province that has an account; row security shows accounts of one at a time, so units are asked. */
export async function provinces(db: Db): Promise<Id<'Unit'>[]> {
  const rows = await db
    .selectFrom('unit_version')
    .select('unit_id')
    .distinct()
    .where('level', '=', 'province')
    .orderBy('unit_id')
    .execute()
  return rows.map((row) => row.unit_id as Id<'Unit'>)
}

/** The province that an operator names by its code. */
export async function provinceOf(db: Db, code: string): Promise<Id<'Unit'> | null> {
  const row = await db
    .selectFrom('unit')
    .innerJoin('unit_version', 'unit_version.unit_id', 'unit.id')
    .select('unit.id')
    .where('unit.code', '=', code)
    .where('unit_version.level', '=', 'province')
    .executeTakeFirst()
  return row ? (row.id as Id<'Unit'>) : null
}
