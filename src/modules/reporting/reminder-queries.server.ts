import { weekdayOf, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, type Outcome } from '#kernel/outcome.ts'
import { isWorkingDay } from '#kernel/working-days.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { workingCalendar } from '#platform/calendar.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mailedOfficersOfUnits, officersOfUnits } from '#modules/access/officers.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { BoardAsked, BoardRow } from './board.ts'
import { onBoard } from './board-queries.server.ts'
import { boardRows } from './board-store.server.ts'
import { mayReview, maySeeProvince, remindedDuties } from './policy.ts'
import { ladderOf } from './reminder-store.server.ts'
import { offeredRungs, passedOver, type PassedOver, type Reach, type ReminderLadder } from './reminder.ts'

/** One unit that could be reminded: whom it reaches, and why not if not (xem trước lời nhắc). */
export type ReminderChoice = { row: BoardRow; reach: Reach; withLeaders: Reach; passed: PassedOver | null }

export type ReminderPage = { choices: ReminderChoice[]; isDayOff: boolean }

/** Who would get what, before anything is sent. */
export async function reminderPage(
  ctx: Ctx,
  asked: BoardAsked,
  isWanted: (row: BoardRow) => boolean,
): Promise<Outcome<ReminderPage>> {
  if (!mayReview(ctx.actor)) return forbidden()
  return onBoard(ctx, asked, async (tx, template, today) => {
    const { province } = ctx.actor
    const { rows } = await boardRows(tx, province, template, asked.period, today)
    const wanted = rows.filter(isWanted)
    const units = wanted.map(({ unit }) => unit)
    const [officers, withLeaders] = [
      await reachOfUnits(tx, province, units, false, today),
      await reachOfUnits(tx, province, units, true, today),
    ]
    return {
      choices: wanted.map((row) => {
        const reach = officers.get(row.unit) ?? nobody
        const all = withLeaders.get(row.unit) ?? nobody
        return { row, reach, withLeaders: all, passed: passedOver(row, all, ctx.now) }
      }),
      isDayOff: !(await worksOn(tx, province, today)),
    }
  })
}

/** The ladder of a province, or the one it is offered while it has set none. */
export async function ladderPage(ctx: Ctx): Promise<Outcome<ReminderLadder & { maySet: boolean }>> {
  if (!maySeeProvince(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const ladder = await ladderOf(tx, ctx.actor.province)
    const offered: ReminderLadder = { isOn: false, rungs: [...offeredRungs], version: 0 }
    return done({ ...(ladder ?? offered), maySet: mayReview(ctx.actor) })
  })
}

const nobody: Reach = { people: 0, byMail: 0 }

/** How many people each unit has who would read a reminder, and how many of them get it by mail as well. */
export async function reachOfUnits(
  tx: Tx,
  province: UnitId,
  units: readonly UnitId[],
  leaders: boolean,
  day: LocalDate,
): Promise<Map<UnitId, Reach>> {
  const wanted = { province, units, kinds: remindedDuties(leaders), day }
  const count = (rows: { account: string; unit: UnitId }[]): Map<UnitId, number> =>
    new Map(
      [...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, of]) => [
        unit,
        new Set(of.map((one) => one.account)).size,
      ]),
    )
  const people = count(await officersOfUnits(tx, wanted))
  const mailed = count(await mailedOfficersOfUnits(tx, wanted))
  return new Map(units.map((unit) => [unit, { people: people.get(unit) ?? 0, byMail: mailed.get(unit) ?? 0 }]))
}

/** Whether people work on a day; where nobody announced its year, weekends alone are off. */
export async function worksOn(tx: Tx, province: UnitId, day: LocalDate): Promise<boolean> {
  const answer = isWorkingDay(await workingCalendar(tx, day, day, { province, today: day }), day)
  return answer.known ? answer.value : !isWeekend(day)
}

function isWeekend(day: LocalDate): boolean {
  return weekdayOf(day) >= 6
}
