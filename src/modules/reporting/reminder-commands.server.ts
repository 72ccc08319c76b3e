import { newId } from '#kernel/ids.ts'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { periodKey } from '#kernel/period.ts'
import { holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { tell } from '#platform/notify/tell.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { firstDayToSubmit, type BoardAsked, type BoardRow } from './board.ts'
import { boardRows } from './board-store.server.ts'
import { keepObligations } from './obligation-arising.server.ts'
import { mayReview } from './policy.ts'
import type { ReminderRefusal } from './reminder-labels.ts'
import { reachOfUnits } from './reminder-queries.server.ts'
import { ladderOf, lockReminders, saveLadder, saveReminders } from './reminder-store.server.ts'
import {
  longestWords,
  mostInSending,
  passedOver,
  readLadder,
  type PassedOver,
  type ReminderLine,
  type Rung,
  type SendingId,
} from './reminder.ts'
import { templateOn } from './template-version-store.server.ts'

/** Whom an officer reminds, and what they add. */
export type Reminding = { units: readonly UnitId[]; leaders: boolean; words: string }

/** How many were reminded, and who was passed over and why. */
export type Reminded = { units: number; passed: { name: string; passed: PassedOver }[] }

/**
 * Reminds the chosen units of a report they have not handed in. Nobody is reminded twice of the same within twenty hours, whoever
 * presses; who is passed over is answered with the reason, and the others are reminded.
 */
export async function remindUnits(
  ctx: Ctx,
  asked: BoardAsked,
  { units, leaders, words: typed }: Reminding,
): Promise<Outcome<Reminded, ReminderRefusal>> {
  if (!mayReview(ctx.actor)) return forbidden()
  const words = tidy(typed)
  const no = faultOf(asked, [...new Set(units)], words, dayInVietnam(ctx.now))
  if (no) return refused(no)
  await keepObligations(ctx.db, ctx.actor.province, ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    await lockReminders(tx, ctx.actor.province, asked)
    const rows = await rowsOf(tx, ctx, asked)
    if (!rows) return notFound()
    const reach = await reachOfUnits(tx, ctx.actor.province, units, leaders, dayInVietnam(ctx.now))
    const decided = [...new Set(units)].flatMap((unit) => {
      const row = rows.get(unit)
      // A unit of another board is none of this one: nothing is said of it.
      return row ? [{ row, passed: passedOver(row, reach.get(unit) ?? { people: 0, byMail: 0 }, ctx.now) }] : []
    })
    const lines = decided.flatMap(({ row, passed }): ReminderLine[] =>
      passed ? [] : [{ unit: row.unit, due: row.due, rung: null, leaders }],
    )
    if (lines.length === 0) return refused({ code: 'nobody-to-remind' })
    await send(tx, ctx.actor.province, asked, lines, {
      ...{ words, account: ctx.actor.account, person: ctx.actor.name, at: ctx.now },
    })
    return done({
      units: lines.length,
      passed: decided.flatMap(({ row, passed }) => (passed ? [{ name: row.name, passed }] : [])),
    })
  })
}

function faultOf(
  { period }: BoardAsked,
  units: readonly UnitId[],
  words: string,
  today: LocalDate,
): ReminderRefusal | null {
  const first = firstDayToSubmit(period)
  if (today < first) return { code: 'nothing-due-yet', first }
  if (units.length === 0) return { code: 'none-chosen' }
  if (units.length > mostInSending) return { code: 'too-many-chosen' }
  if (lengthOf(words) > longestWords) return { code: 'words-too-long' }
  return holdsPersonalNumber(words) ? { code: 'words-personal' } : null
}

async function rowsOf(tx: Tx, ctx: Ctx, asked: BoardAsked): Promise<Map<UnitId, BoardRow> | null> {
  const template = await templateOn(tx, asked.template, asked.period.to)
  if (!template) return null
  const { rows } = await boardRows(tx, ctx.actor.province, template, asked.period, dayInVietnam(ctx.now))
  return new Map(rows.map((row) => [row.unit, row]))
}

/** Save, record, tell: one sending, whoever or whatever sends it. */
export async function send(
  tx: Tx,
  province: UnitId,
  asked: BoardAsked,
  lines: readonly ReminderLine[],
  by: { words: string; account: Ctx['actor']['account'] | null; person: string; at: Date },
): Promise<void> {
  const id: SendingId = newId<'ReminderSending'>(by.at)
  await saveReminders(tx, province, asked, lines, { id, ...by })
  await record(tx, {
    ...{ province, account: by.account, unit: by.account === null ? null : province, kind: 'units-reminded' },
    object: { kind: 'report-reminder', id },
    changed: { period: periodKey(asked.period), units: lines.length },
    at: by.at,
  })
  await tell(tx, 'report-reminder', { province, object: id, by: by.account, at: by.at })
}

/** Sets when units are reminded by themselves, and whether they are. */
export async function setLadder(
  ctx: Ctx,
  ladder: { isOn: boolean; rungs: readonly Rung[]; version: number },
): Promise<Outcome<undefined, ReminderRefusal>> {
  if (!mayReview(ctx.actor)) return forbidden()
  const rungs = readLadder(ladder.rungs)
  if (typeof rungs === 'string') return refused({ code: 'ladder-fault', fault: rungs })
  const { province } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const was = await ladderOf(tx, province, 'lock')
    if ((was?.version ?? 0) !== ladder.version) return refused({ code: 'ladder-changed' })
    const isSaved = await saveLadder(tx, province, { isOn: ladder.isOn, rungs }, was, ctx.now)
    if (!isSaved) return refused({ code: 'ladder-changed' })
    await record(tx, {
      ...{ province, account: ctx.actor.account, unit: ctx.actor.unit, kind: 'reminder-ladder-set' },
      object: { kind: 'reminder-ladder', id: province },
      changed: { isOn: ladder.isOn, steps: rungs.length },
      at: ctx.now,
    })
    return done()
  })
}
