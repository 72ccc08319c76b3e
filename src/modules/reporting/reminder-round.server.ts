import type { Id } from '#kernel/ids.ts'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { isQuiet, type QuietHours } from '#platform/notify/quiet.ts'
import { isOwing, type BoardAsked } from './board.ts'
import { boardRows } from './board-store.server.ts'
import { owedPeriods } from './obligation.ts'
import { send } from './reminder-commands.server.ts'
import { reachOfUnits, worksOn } from './reminder-queries.server.ts'
import { furthestRungs, ladderOf, lockReminders } from './reminder-store.server.ts'
import { passedOver, rungReached, type ReminderLine, type Rung } from './reminder.ts'
import { currentTemplate, type Template } from './report.ts'
import { templateOn } from './store.server.ts'

/**
 * Reminds by the ladder of a province, where it is turned on: on a working day, outside quiet hours, each unit of each step once,
 * whoever runs this and how often. A step that fell on a day off is caught up on the next working day; of several that
 * were missed only the last is said. Answers how many units were reminded.
 */
export async function remindByLadder(db: Db, province: Id<'Unit'>, quiet: QuietHours, now: Date): Promise<number> {
  if (isQuiet(quiet, now)) return 0
  const today = dayInVietnam(now)
  const scope = { reach: 'province', province } as const
  const plan = await inScope(db, scope, (tx) => planOf(tx, province, today))
  if (!plan) return 0
  let reminded = 0
  // Each period in its own transaction: one that held the locks of two could wait for an officer who holds the second.
  for (const period of plan.periods)
    reminded += await inScope(db, scope, (tx) => remindOf(tx, province, { ...plan, period }, today, now))
  return reminded
}

type Plan = { template: Template; rungs: readonly Rung[]; periods: Period[] }

async function planOf(tx: Tx, province: Id<'Unit'>, today: LocalDate): Promise<Plan | null> {
  const ladder = await ladderOf(tx, province)
  if (!ladder?.isOn || !(await worksOn(tx, province, today))) return null
  const template = await templateOn(tx, currentTemplate, today)
  return template && { template, rungs: ladder.rungs, periods: owedPeriods(today, template.owedFor) }
}

async function remindOf(
  tx: Tx,
  province: Id<'Unit'>,
  { template, period, rungs }: Omit<Plan, 'periods'> & { period: Period },
  today: LocalDate,
  now: Date,
): Promise<number> {
  const asked: BoardAsked = { template: template.code, period }
  await lockReminders(tx, province, asked)
  const { rows } = await boardRows(tx, province, template, period, today)
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
