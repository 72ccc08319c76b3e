import type { Id } from '#kernel/ids.ts'
import { addDays, dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { peopleThatAreOn } from '#modules/access/officers.server.ts'
import { indicatorsOfUnits, type UnitIndicators } from '#modules/figures/indicators.server.ts'
import { openReportsOf, type OpenReport } from '#modules/reporting/open-work-queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Draft, ReorganisationId, ReorganisationStatus } from './draft.ts'
import { faultsOf, nameOf, successorsOf, type Fault } from './faults.ts'
import { dividedParts, type DividedPart } from './measuring.server.ts'
import { mayReadReorganisations, mayReorganise, movesOf } from './policy.ts'
import { planOf, type Plan } from './plan.ts'
import { outlookOf, twoTrees, type TwoTrees } from './preview.ts'
import { allReorganisations, findReorganisation, tasksOf, type Reorganisation, type TaskRow } from './store.server.ts'
import { tasksRaised, type RaisedTask } from './tasks.ts'
import type { AffectedDuty, StandingUnit, World } from './world.ts'
import { unitsStanding, worldOf } from './world-queries.server.ts'

export type ReorganisationLine = {
  id: ReorganisationId
  title: string
  day: LocalDate | null
  act: string
  status: ReorganisationStatus
  steps: number
}

export async function reorganisationList(
  ctx: Ctx,
): Promise<Outcome<{ lines: ReorganisationLine[]; mayChange: boolean }>> {
  const { province } = ctx.actor
  if (!mayReadReorganisations(ctx.actor, province)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const rows = await allReorganisations(tx, province)
    const lines = rows.map(({ id, status, draft }) => {
      return { id, title: draft.title, day: draft.day, act: draft.act.number, status, steps: draft.steps.length }
    })
    return done({ lines, mayChange: mayReorganise(ctx.actor, province) })
  })
}

/** Where a duty at an ended unit would go: nowhere to choose where there is one successor (docs/adr/0035). */
export type DutyAhead = AffectedDuty & {
  unitName: string
  ways: { unit: UnitId; name: string }[]
  to: UnitId | null
}

/** What a draft would do, computed on the register as it stands and changing nothing. */
export type Preview = {
  trees: TwoTrees
  duties: DutyAhead[]
  reports: (OpenReport & { unitName: string })[]
  series: (UnitIndicators & { name: string; flag: 'exact' | 'apportioned' | 'not-comparable' })[]
  tasks: (RaisedTask & { name: string })[]
}

export type ReorganisationPage = {
  id: ReorganisationId
  status: ReorganisationStatus
  version: number
  draft: Draft
  names: ReadonlyMap<UnitId, string>
  faults: Fault[]
  preview: Preview | null
  /** After the decision: what there is to do, and which shares are still to be entered. */
  tasks: (TaskRow & { name: string })[]
  parts: DividedPart[]
  people: { id: Id<'Account'>; name: string }[]
  moves: ReturnType<typeof movesOf>
}

export async function reorganisationPage(ctx: Ctx, id: ReorganisationId): Promise<Outcome<ReorganisationPage>> {
  const { province } = ctx.actor
  if (!mayReadReorganisations(ctx.actor, province)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const row = await findReorganisation(tx, { province, id })
    if (!row || row.status === 'discarded') return notFound()
    const today = dayInVietnam(ctx.now)
    const day = row.draft.day ?? addDays(today, 1)
    const world = await worldOf(tx, province, row.draft, day, ctx.now)
    const plan = planOf(row.draft, day, world)
    const isDraft = row.status === 'draft'
    return done({
      id,
      status: row.status,
      version: row.version,
      draft: row.draft,
      names: await namesOf(tx, row, plan, world),
      faults: isDraft ? faultsOf(row.draft, plan, world) : [],
      preview: isDraft ? await previewOf(tx, row, plan, world) : null,
      tasks: await tasksWithNames(tx, row, plan, world),
      parts: await dividedParts(tx, row),
      people: isDraft ? [] : await peopleThatAreOn(tx, province),
      moves: mayReorganise(ctx.actor, province) ? movesOf(row.status, today < day) : [],
    })
  })
}

async function previewOf(tx: Tx, row: Reorganisation, plan: Plan, world: World): Promise<Preview> {
  const reports = await openReportsOf(tx, row.province, plan.ended)
  const figures = await indicatorsOfUnits(tx, row.province, plan.ended)
  const called = namer(plan, world)
  const duties = world.duties.filter(({ unit }) => plan.ended.includes(unit))
  return {
    trees: twoTrees(plan, world),
    duties: duties.map((duty) => {
      const ways = successorsOf(plan, duty.unit)
      const to = ways.length === 1 ? ways[0] : ways.find((way) => way === row.draft.successors[duty.id])
      return {
        ...duty,
        unitName: called(duty.unit),
        ways: ways.map((unit) => ({ unit, name: called(unit) })),
        to: to ?? null,
      }
    }),
    reports: reports.map((report) => ({ ...report, unitName: called(report.unit) })),
    series: outlookOf(plan).map(({ unit, flag }) => ({
      ...(figures.find((one) => one.unit === unit) ?? { unit, indicators: [] }),
      name: called(unit),
      flag,
    })),
    tasks: tasksRaised(row.draft, plan, world, new Set(reports.map(({ unit }) => unit))).map((task) => ({
      ...task,
      name: called(task.unit),
    })),
  }
}

function namer(plan: Plan, world: World): (unit: UnitId) => string {
  const born = new Map(plan.opened.filter(({ slug }) => slug !== null).map(({ unit, name }) => [unit, name]))
  return (unit) => born.get(unit) ?? nameOf(unit, world)
}

/** What every unit of the draft was called the day before, or will be called where it is new. */
async function namesOf(tx: Tx, row: Reorganisation, plan: Plan, world: World): Promise<Map<UnitId, string>> {
  const before = row.draft.day
    ? await unitsStanding(tx, row.province, addDays(row.draft.day, -1))
    : new Map<UnitId, StandingUnit>()
  return new Map([
    ...[...world.elsewhere].map(([unit, { name }]): [UnitId, string] => [unit, name]),
    ...[...world.units.values()].map(({ unit, name }): [UnitId, string] => [unit, name]),
    ...[...before.values()].map(({ unit, name }): [UnitId, string] => [unit, name]),
    ...plan.opened.filter(({ slug }) => slug !== null).map(({ unit, name }): [UnitId, string] => [unit, name]),
  ])
}

async function tasksWithNames(
  tx: Tx,
  row: Reorganisation,
  plan: Plan,
  world: World,
): Promise<ReorganisationPage['tasks']> {
  const names = await namesOf(tx, row, plan, world)
  return (await tasksOf(tx, row)).map((task) => ({ ...task, name: names.get(task.unit) ?? '' }))
}

/** What the forms of a step offer: the units of the province on the day of the draft. */
export type StepChoices = {
  status: ReorganisationStatus
  version: number
  draft: Draft
  units: StandingUnit[]
}

export async function stepChoices(ctx: Ctx, id: ReorganisationId): Promise<Outcome<StepChoices>> {
  const { province } = ctx.actor
  if (!mayReorganise(ctx.actor, province)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const row = await findReorganisation(tx, { province, id })
    if (!row || row.status !== 'draft') return notFound()
    const units = await unitsStanding(tx, province, row.draft.day ?? addDays(dayInVietnam(ctx.now), 1))
    return done({ status: row.status, version: row.version, draft: row.draft, units: [...units.values()] })
  })
}
