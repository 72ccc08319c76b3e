import { newId, type Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { followUnits, unfollowUnits, type FollowingDuty } from '#modules/access/following.server.ts'
import { unitsWithOpenReports } from '#modules/reporting/open-work-queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import {
  closeVersion,
  deleteEvents,
  deleteUnits,
  dropAct,
  dropVersion,
  holdUnits,
  insertAct,
  insertEvent,
  insertUnit,
  openVersion,
  releaseUnits,
  reopenVersion,
} from '#modules/territory/writing.server.ts'
import type { Draft } from './draft.ts'
import type { Written } from './draft-text.ts'
import { successorsOf } from './faults.ts'
import type { Plan } from './plan.ts'
import type { Reorganisation } from './store.server.ts'
import { tasksRaised, type RaisedTask } from './tasks.ts'
import type { World } from './world.ts'

/** Writes a plan into the register, the duties and the list of tasks; answers what it wrote. The register is locked. */
export async function writePlan(tx: Tx, ctx: Ctx, row: Reorganisation, plan: Plan, world: World): Promise<Written> {
  const { province, draft } = row
  const { day } = plan
  const actIsOurs = await insertAct(tx, province, { ...draft.act, title: draft.title })
  for (const unit of plan.closed) await closeVersion(tx, province, unit, day)
  // The parents first: a unit that begins may stand under another that begins.
  const born = plan.opened.filter(({ slug }) => slug !== null)
  for (const { unit, slug } of born) await insertUnit(tx, province, unit, slug ?? '')
  const since = { day, act: draft.act.number, article: draft.act.article }
  for (const version of plan.opened) await openVersion(tx, province, version, since)
  for (const event of plan.events) {
    const { id, kind, aggregation, links } = event
    const cited = { act: draft.act.number, article: draft.act.article || null, note: draft.title }
    await insertEvent(tx, province, { id, kind, on: day, aggregation, ...cited }, links)
  }
  const held = await holdUnits(tx, province, plan.closed)
  const duties = await followUnits(tx, province, followingOf(draft, plan, world), day, ctx.now)
  const open = await unitsWithOpenReports(tx, province, plan.ended)
  await insertTasks(tx, row, tasksRaised(draft, plan, world, open), ctx.now)
  return {
    actIsOurs,
    closed: [...plan.closed],
    opened: plan.opened.map(({ unit }) => unit),
    born: born.map(({ unit }) => unit),
    events: plan.events.map(({ id }) => id),
    duties,
    held,
    ended: [...plan.ended],
  }
}

/** Where each duty of an ended unit goes on: its only successor, or the one that was chosen (docs/adr/0035). */
export function followingOf(draft: Draft, plan: Plan, world: World): FollowingDuty[] {
  return world.duties.flatMap((duty) => {
    const ways = successorsOf(plan, duty.unit)
    const to = ways.length === 1 ? ways[0] : draft.successors[duty.id]
    return to ? [{ duty: duty.id, to }] : []
  })
}

/** Takes back every row that a decision wrote, in the opposite order. Throws where one is not as it was left: a bug. */
export async function takeBack(tx: Tx, row: Reorganisation, written: Written, day: LocalDate): Promise<void> {
  const { province } = row
  const ids = (list: readonly string[]): UnitId[] => list as UnitId[]
  await deleteTasks(tx, row)
  await unfollowUnits(tx, province, written.duties, day)
  await releaseUnits(tx, province, written.held)
  await deleteEvents(tx, province, written.events)
  for (const unit of ids(written.opened)) {
    if (!(await dropVersion(tx, province, unit, day))) throw new Error(`Unit ${unit} changed after it was decided`)
  }
  for (const unit of ids(written.closed)) {
    if (!(await reopenVersion(tx, province, unit, day))) throw new Error(`Unit ${unit} does not end on ${day}`)
  }
  await deleteUnits(tx, province, ids(written.born))
  if (written.actIsOurs) await dropAct(tx, province, row.draft.act.number)
}

async function insertTasks(tx: Tx, row: Reorganisation, tasks: readonly RaisedTask[], now: Date): Promise<void> {
  if (tasks.length === 0) return
  await tx
    .insertInto('reorganisation_task')
    .values(
      tasks.map(({ kind, unit }, n) => ({
        province_id: row.province,
        id: newId<'ReorganisationTask'>(now),
        reorganisation_id: row.id,
        n,
        kind,
        about_unit_id: unit,
        changed_at: now,
      })),
    )
    .execute()
}

async function deleteTasks(tx: Tx, row: { province: Id<'Unit'>; id: Id<'Reorganisation'> }): Promise<void> {
  await tx
    .deleteFrom('reorganisation_task')
    .where('province_id', '=', row.province)
    .where('reorganisation_id', '=', row.id)
    .execute()
}
