import type { Id } from '#kernel/ids.ts'
import { addDays, dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { periodKey } from '#kernel/period.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { isQuiet, type QuietHours } from '#platform/notify/quiet.ts'
import { isOwing, type BoardAsked } from './board.ts'
import { boardRows } from './board-store.server.ts'
import { keepObligations } from './obligation-arising.server.ts'
import { obligationsOf } from './obligation-queries.server.ts'
import { send } from './reminder-commands.server.ts'
import { reachOfUnits, worksOn } from './reminder-queries.server.ts'
import { furthestRungs, ladderOf, lockReminders } from './reminder-store.server.ts'
import { passedOver, rungReached, type ReminderLine, type Rung } from './reminder.ts'
import { templateOn } from './template-version-store.server.ts'

/**
 * Reminds by the ladder of a province, where it is turned on: on a working day, outside quiet hours, each unit of each step once,
 * whoever runs this and how often. A step that fell on a day off is caught up on the next working day; of several that
 * were missed only the last is said. Answers how many units were reminded.
 */
export async function remindByLadder(db: Db, province: Id<'Unit'>, quiet: QuietHours, now: Date): Promise<number> {
  if (isQuiet(quiet, now)) return 0
  const today = dayInVietnam(now)
  const scope = { reach: 'province', province } as const
  const rungs = await inScope(db, scope, (tx) => rungsOf(tx, province, today))
  if (!rungs) return 0
  await keepObligations(db, province, now)
  const columns = await inScope(db, scope, (tx) => columnsReached(tx, province, rungs, today))
  let reminded = 0
  // Each column in its own transaction: one that held the locks of two could wait for an officer who holds the second.
  for (const asked of columns)
    reminded += await inScope(db, scope, (tx) => remindOf(tx, province, { asked, rungs }, today, now))
  return reminded
}

/** The steps of a ladder that is turned on, on a working day; null on any other, and while it is off. */
async function rungsOf(tx: Tx, province: Id<'Unit'>, today: LocalDate): Promise<readonly Rung[] | null> {
  const ladder = await ladderOf(tx, province)
  return ladder?.isOn && (await worksOn(tx, province, today)) ? ladder.rungs : null
}

/** More than the longest way from the end of a period to the last day of an extension and the last step behind it. */
const daysLookedBack = 800

/** Of every form the periods in which something is owed whose last day, an extension included, has come to a step. */
async function columnsReached(
  tx: Tx,
  province: Id<'Unit'>,
  rungs: readonly Rung[],
  today: LocalDate,
): Promise<BoardAsked[]> {
  const asked = { province, from: addDays(today, -daysLookedBack), to: addDays(today, -1) }
  const reached = (await obligationsOf(tx, asked)).filter(
    ({ due, waivedFor }) => waivedFor === null && rungReached(rungs, due, today) !== null,
  )
  const columns = reached.map(({ template, period }) => ({ template, period }))
  return [...new Map(columns.map((one) => [`${one.template} ${periodKey(one.period)}`, one])).values()]
}

async function remindOf(
  tx: Tx,
  province: Id<'Unit'>,
  { asked, rungs }: { asked: BoardAsked; rungs: readonly Rung[] },
  today: LocalDate,
  now: Date,
): Promise<number> {
  const template = await templateOn(tx, asked.template, asked.period.to)
  if (!template) return 0
  await lockReminders(tx, province, asked)
  const { rows } = await boardRows(tx, province, template, asked.period, today)
  const said = await furthestRungs(tx, province, asked)
  const reached = rows.flatMap((row) => {
    const rung = isOwing(row) ? rungReached(rungs, row.due, today) : null
    return rung && (said.get(row.unit) ?? -Infinity) < rung.days ? [{ row, rung }] : []
  })
  const units = reached.map(({ row }) => row.unit)
  const officers = await reachOfUnits(tx, province, units, false, today)
  const withLeaders = await reachOfUnits(tx, province, units, true, today)
  const lines = reached.flatMap(({ row, rung }): ReminderLine[] => {
    const reach = (rung.leaders ? withLeaders : officers).get(row.unit) ?? { people: 0, byMail: 0 }
    if (passedOver(row, reach, now)) return []
    return [{ unit: row.unit, due: row.due, rung: rung.days, leaders: rung.leaders }]
  })
  if (lines.length > 0) await send(tx, province, asked, lines, { words: '', account: null, person: '', at: now })
  return lines.length
}
