import { sql } from 'kysely'
import { newId, type Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'

/** A duty that ends with its unit, and the unit where it goes on (docs/adr/0035). */
export type FollowingDuty = { duty: Id<'Duty'>; to: Id<'Unit'> }

/** What became of it: its days as they were, and the duty that follows; null where the person has that one already. */
export type FollowedDuty = { closed: string; was: string; opened: string | null }

/** Closes duties with the last day of their units and opens the same ones where these went, in the caller's transaction. */
export async function followUnits(
  tx: Tx,
  province: Id<'Unit'>,
  following: readonly FollowingDuty[],
  day: LocalDate,
  now: Date,
): Promise<FollowedDuty[]> {
  const followed: FollowedDuty[] = []
  for (const { duty, to } of following) {
    const held = await lockHeld(tx, province, duty)
    await tx
      .updateTable('duty')
      .set({ valid: sql<string>`daterange(least(lower(valid), ${day}::date), ${day}::date)` })
      .where('province_id', '=', province)
      .where('id', '=', duty)
      .execute()
    followed.push({
      closed: duty,
      was: held.valid,
      opened: await openAt(tx, province, { ...held, duty, to, day }, now),
    })
  }
  return followed
}

type Held = { account: string; kind: string; valid: string }

// FOR UPDATE: whoever ends or hands over this duty at the same moment must find it moved.
async function lockHeld(tx: Tx, province: Id<'Unit'>, duty: Id<'Duty'>): Promise<Held> {
  return tx
    .selectFrom('duty')
    .select(['account_id as account', 'kind', sql<string>`valid::text`.as('valid')])
    .where('province_id', '=', province)
    .where('id', '=', duty)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

async function openAt(
  tx: Tx,
  province: Id<'Unit'>,
  held: Held & { duty: Id<'Duty'>; to: Id<'Unit'>; day: LocalDate },
  now: Date,
): Promise<string | null> {
  const twin = await tx
    .selectFrom('duty')
    .select('id')
    .where('province_id', '=', province)
    .where('account_id', '=', held.account)
    .where('unit_id', '=', held.to)
    .where('kind', '=', held.kind)
    .where(sql<boolean>`valid && ${held.valid}::daterange`)
    .executeTakeFirst()
  if (twin) return null
  const id = newId<'Duty'>(now)
  await tx
    .insertInto('duty')
    .values({
      province_id: province,
      id,
      account_id: held.account,
      unit_id: held.to,
      kind: held.kind,
      valid: sql<string>`daterange(greatest(lower(${held.valid}::daterange), ${held.day}::date), upper(${held.valid}::daterange))`,
      follows_duty_id: held.duty,
    })
    .execute()
  return id
}

/** True when a duty that would be taken back was handed to somebody else in the meantime. */
export async function wasHandedOn(tx: Tx, province: Id<'Unit'>, followed: readonly FollowedDuty[]): Promise<boolean> {
  const opened = followed.flatMap((one) => one.opened ?? [])
  if (opened.length === 0) return false
  const row = await tx
    .selectFrom('handover')
    .select('id')
    .where('province_id', '=', province)
    .where('from_duty_id', 'in', opened)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes back what `followUnits` did; a duty that was ended in another way since stays ended. */
export async function unfollowUnits(
  tx: Tx,
  province: Id<'Unit'>,
  followed: readonly FollowedDuty[],
  day: LocalDate,
): Promise<void> {
  for (const { closed, was, opened } of followed) {
    if (opened) await tx.deleteFrom('duty').where('province_id', '=', province).where('id', '=', opened).execute()
    await tx
      .updateTable('duty')
      .set({ valid: was })
      .where('province_id', '=', province)
      .where('id', '=', closed)
      .where(sql<boolean>`(upper(valid) = ${day}::date or isempty(valid) and lower(${was}::daterange) >= ${day}::date)`)
      .execute()
  }
}
