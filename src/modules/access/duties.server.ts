import { sql } from 'kysely'
import { newId, type Id } from '#kernel/ids.ts'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, refused, type Outcome } from '#kernel/outcome.ts'
import { record } from '#platform/audit.ts'
import type { Tx } from '#platform/database.ts'
import type { Access } from './access.server.ts'
import type { Actor, DutyKind } from './actor.ts'
import { administer, entry } from './administration.server.ts'
import { fitsLevel } from './duty.ts'
import type { AdministrationRefusal } from './labels.ts'
import { dutiesOn, findAccount, findUnit, insertDuty, type Account } from './store.server.ts'

type Answer<Value> = Promise<Outcome<Value, AdministrationRefusal>>

export async function giveDuty(
  access: Access,
  ctx: { actor: Actor; now: Date },
  account: Id<'Account'>,
  given: { kind: DutyKind; unit: Id<'Unit'> },
): Answer<{ duty: Id<'Duty'> }> {
  return administer(access, ctx, account, async (tx, row) => {
    if (row.id === ctx.actor.account) return refused({ code: 'own-account' })
    const unit = await findUnit(tx, row.province, given.unit, ctx.now)
    if (!unit || !fitsLevel(given.kind, unit.level)) return refused({ code: 'unit-does-not-fit-duty' })
    const today = dayInVietnam(ctx.now)
    const held = await dutiesOn(tx, row, today)
    if (held.some((duty) => duty.kind === given.kind && duty.unit === given.unit)) {
      return refused({ code: 'duty-already-given' })
    }
    const duty = newId<'Duty'>(ctx.now)
    await insertDuty(tx, { id: duty, ...given, from: today }, row)
    await record(tx, entry(row, ctx, 'duty-given', { duty: given.kind, unit: given.unit }))
    return done({ duty })
  })
}

/**
 * Ends a duty today: from this moment nobody acts in it any more. One that has not begun never does; if it was handed over,
 * whoever gave it away keeps it.
 */
export async function endDuty(
  access: Access,
  ctx: { actor: Actor; now: Date },
  account: Id<'Account'>,
  duty: Id<'Duty'>,
): Answer<{ begun: boolean; returned: boolean }> {
  return administer(access, ctx, account, async (tx, row) => {
    const today = dayInVietnam(ctx.now)
    const held = await lockUnended(tx, row, duty, today)
    if (!held) return refused({ code: 'duty-already-ended' })
    if (row.id === ctx.actor.account && held.kind === 'administrator') return refused({ code: 'own-account' })
    await tx
      .updateTable('duty')
      .set({ valid: sql<string>`daterange(least(lower(valid), ${today}::date), ${today}::date)` })
      .where('province_id', '=', row.province)
      .where('id', '=', duty)
      .execute()
    await endFollowing(tx, row, duty, today)
    const giver = held.begun ? null : await reopenGiven(tx, row, duty)
    const changed = { duty: held.kind, unit: held.unit }
    await record(tx, entry(row, ctx, 'duty-ended', changed))
    if (giver) await record(tx, entry(giver, ctx, 'duty-returned', changed))
    return done({ begun: held.begun, returned: giver !== null })
  })
}

/** A duty that holds today or is still ahead. */
async function lockUnended(
  tx: Tx,
  account: Account,
  duty: Id<'Duty'>,
  today: LocalDate,
): Promise<{ kind: string; unit: string; begun: boolean } | null> {
  const row = await tx
    .selectFrom('duty')
    .select(['kind', 'unit_id as unit', sql<boolean>`lower(valid) <= ${today}::date`.as('begun')])
    .where('province_id', '=', account.province)
    .where('id', '=', duty)
    .where('account_id', '=', account.id)
    .where(sql<boolean>`(upper_inf(valid) or upper(valid) > ${today}::date)`)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** A duty that would follow from this one when its unit goes into another (docs/adr/0035) does not begin any more. */
async function endFollowing(tx: Tx, account: Account, duty: Id<'Duty'>, today: LocalDate): Promise<void> {
  await tx
    .updateTable('duty')
    .set({ valid: 'empty' })
    .where('province_id', '=', account.province)
    .where('follows_duty_id', '=', duty)
    .where(sql<boolean>`lower(valid) > ${today}::date`)
    .execute()
}

/** Opens again what was handed over as this duty, unless it was ended in another way since; answers whose it is. */
async function reopenGiven(tx: Tx, account: Account, duty: Id<'Duty'>): Promise<Account | null> {
  const row = await tx
    .updateTable('duty')
    .from('handover')
    .set({ valid: sql<string>`daterange(lower(duty.valid), null)` })
    .where('handover.province_id', '=', account.province)
    .where('handover.to_duty_id', '=', duty)
    .where('duty.province_id', '=', account.province)
    .whereRef('duty.id', '=', 'handover.from_duty_id')
    .where(sql<boolean>`upper(duty.valid) = handover.first_day`)
    .returning('duty.account_id')
    .executeTakeFirst()
  return row ? findAccount(tx, { province: account.province, id: row.account_id as Id<'Account'> }) : null
}
