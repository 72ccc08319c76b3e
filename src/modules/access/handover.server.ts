import { sql } from 'kysely'
import { newId, type Id } from '#kernel/ids.ts'
import { dayInVietnam, daysBetween, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import type { Access } from './access.server.ts'
import type { Actor } from './actor.ts'
import { entry } from './administration.server.ts'
import type { Duty } from './duty.ts'
import type { AdministrationRefusal } from './labels.ts'
import { mayAdminister } from './policy.ts'
import { dutiesOn, insertDuty, lockAccount, lockDuty, type Account } from './store.server.ts'

/** Who gives which duty to whom from which day, and how much open work was shown before it was confirmed. */
export type NewHandover = {
  from: Id<'Account'>
  to: Id<'Account'>
  duty: Id<'Duty'>
  firstDay: LocalDate
  openReports: number
  openQuestions: number
  confirmed: boolean
}

type Answer = Promise<Outcome<Id<'Handover'>, AdministrationRefusal>>

/** Bàn giao: the duty of one ends the day before it begins for the other, in one step, so that it is never nobody's. */
export async function handOver(access: Access, ctx: { actor: Actor; now: Date }, asked: NewHandover): Answer {
  const { actor, now } = ctx
  const { province } = actor
  if (!mayAdminister(actor, province)) return forbidden()
  return inScope(access.db, { reach: 'province', province }, async (tx) => {
    const pair = await lockPair(tx, province, asked)
    if (!pair) return notFound()
    const duty = await lockDuty(tx, { province, id: asked.duty, account: asked.from })
    const given = duty && (await unitsDuty(tx, pair.from, asked.duty, dayInVietnam(now)))
    if (!duty || !given) return refused({ code: 'duty-already-ended' })
    if (duty.endsOn) return refused({ code: 'duty-ends-already', day: duty.endsOn })
    const refusal = await whyNot(tx, pair, given, asked, ctx)
    if (refusal) return refused(refusal)
    await tx
      .updateTable('duty')
      .set({ valid: sql<string>`daterange(least(lower(valid), ${asked.firstDay}::date), ${asked.firstDay}::date)` })
      .where('province_id', '=', province)
      .where('id', '=', asked.duty)
      .execute()
    const next = { id: newId<'Duty'>(now), kind: given.kind, unit: given.unit, from: asked.firstDay }
    await insertDuty(tx, next, pair.to)
    const id = await insertHandover(tx, ctx, asked, next)
    await record(tx, {
      ...entry(pair.from, ctx, 'duty-handed-over', {
        duty: given.kind,
        unit: given.unit,
        to: pair.to.id,
        day: asked.firstDay,
        openReports: asked.openReports,
        openQuestions: asked.openQuestions,
      }),
      object: { kind: 'handover', id },
    })
    return done(id)
  })
}

/** In the order of their ids, so that two handovers between the same people wait for each other instead of both failing. */
async function lockPair(
  tx: Tx,
  province: Id<'Unit'>,
  asked: NewHandover,
): Promise<{ from: Account; to: Account } | null> {
  const locked = new Map<string, Account>()
  for (const id of [asked.from, asked.to].sort()) {
    const row = await lockAccount(tx, { province, id })
    if (row) locked.set(id, row)
  }
  const from = locked.get(asked.from)
  const to = locked.get(asked.to)
  return from && to ? { from, to } : null
}

async function unitsDuty(tx: Tx, account: Account, duty: Id<'Duty'>, today: LocalDate): Promise<Duty | undefined> {
  return (await dutiesOn(tx, account, today)).find(({ id }) => id === duty)
}

async function whyNot(
  tx: Tx,
  pair: { from: Account; to: Account },
  given: Duty,
  asked: NewHandover,
  ctx: { actor: Actor; now: Date },
): Promise<AdministrationRefusal | null> {
  if (pair.from.id === pair.to.id) return { code: 'same-person' }
  // Giving one's own duty away is leaving in good order; taking another's would be an administrator making themselves more.
  if (pair.to.id === ctx.actor.account) return { code: 'own-account' }
  if (pair.to.turnedOffAt) return { code: 'receiver-off' }
  const ahead = daysBetween(dayInVietnam(ctx.now), asked.firstDay)
  if (ahead < 0) return { code: 'first-day-not-ahead' }
  if (ahead > 366) return { code: 'first-day-too-far' }
  const held = await dutiesOn(tx, pair.to, asked.firstDay)
  if (held.some((one) => one.kind === given.kind && one.unit === given.unit)) return { code: 'duty-already-given' }
  return asked.confirmed ? null : { code: 'not-confirmed' }
}

async function insertHandover(
  tx: Tx,
  ctx: { actor: Actor; now: Date },
  asked: NewHandover,
  next: { id: Id<'Duty'>; kind: string; unit: Id<'Unit'> },
): Promise<Id<'Handover'>> {
  const id = newId<'Handover'>(ctx.now)
  await tx
    .insertInto('handover')
    .values({
      province_id: ctx.actor.province,
      id,
      unit_id: next.unit,
      kind: next.kind,
      from_account_id: asked.from,
      to_account_id: asked.to,
      from_duty_id: asked.duty,
      to_duty_id: next.id,
      first_day: asked.firstDay,
      open_reports: asked.openReports,
      open_questions: asked.openQuestions,
      made_by: ctx.actor.account,
      made_at: ctx.now,
    })
    .execute()
  return id
}
