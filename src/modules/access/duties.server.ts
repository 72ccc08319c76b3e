import { sql } from 'kysely'
import { newId, type Id } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { done, refused, type Outcome } from '#kernel/outcome.ts'
import { record } from '#platform/audit.ts'
import type { Access } from './access.server.ts'
import type { Actor, DutyKind } from './actor.ts'
import { administer, entry } from './administration.server.ts'
import { fitsLevel } from './duty.ts'
import type { AdministrationRefusal } from './labels.ts'
import { dutiesOn, findUnit, insertDuty } from './store.server.ts'

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

/** Ends a duty today: from this moment nobody acts in it any more. */
export async function endDuty(
  access: Access,
  ctx: { actor: Actor; now: Date },
  account: Id<'Account'>,
  duty: Id<'Duty'>,
): Answer<undefined> {
  return administer(access, ctx, account, async (tx, row) => {
    const today = dayInVietnam(ctx.now)
    const held = (await dutiesOn(tx, row, today)).find(({ id }) => id === duty)
    if (!held) return refused({ code: 'duty-already-ended' })
    if (row.id === ctx.actor.account && held.kind === 'administrator') return refused({ code: 'own-account' })
    await tx
      .updateTable('duty')
      .set({ valid: sql<string>`daterange(lower(valid), ${today}::date)` })
      .where('province_id', '=', row.province)
      .where('id', '=', duty)
      .execute()
    await record(tx, entry(row, ctx, 'duty-ended', { duty: held.kind, unit: held.unit }))
    return done()
  })
}
