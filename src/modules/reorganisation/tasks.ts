import type { UnitId } from '#modules/territory/unit.ts'
import type { Draft } from './draft.ts'
import type { Plan } from './plan.ts'
import type { World } from './world.ts'

export const taskKinds = [
  'hand-over',
  'open-reports',
  'enter-shares',
  'tell-residents',
  'seal',
  'official-code',
] as const
/** What has to be done because units change (loại việc cần làm). */
export type TaskKind = (typeof taskKinds)[number]

/** One thing to do about one unit (việc cần làm). */
export type RaisedTask = { kind: TaskKind; unit: UnitId }

/** What a plan asks of people: only what there is to do, in the order in which it is done. */
export function tasksRaised(
  draft: Draft,
  plan: Plan,
  world: World,
  withOpenReports: ReadonlySet<UnitId>,
): RaisedTask[] {
  const officers = new Set(world.duties.map(({ unit }) => unit))
  const unmeasured = new Set(
    plan.events.flatMap(({ links }) => links.filter(({ share }) => share === null).map(({ from }) => from)),
  )
  const born = plan.opened.filter(({ slug }) => slug !== null)
  const renamed = draft.steps.flatMap((step) =>
    step.kind === 'rename' || step.kind === 'kind-change' ? [step.unit] : [],
  )
  const of = (kind: TaskKind, units: readonly UnitId[]): RaisedTask[] => units.map((unit) => ({ kind, unit }))
  return [
    ...of(
      'hand-over',
      plan.ended.filter((unit) => officers.has(unit)),
    ),
    ...of(
      'open-reports',
      plan.ended.filter((unit) => withOpenReports.has(unit)),
    ),
    ...of(
      'enter-shares',
      plan.ended.filter((unit) => unmeasured.has(unit)),
    ),
    ...of('tell-residents', [...plan.ended, ...renamed]),
    ...of('seal', [...born.map(({ unit }) => unit), ...renamed]),
    ...of(
      'official-code',
      born.filter(({ officialCode }) => officialCode === null).map(({ unit }) => unit),
    ),
  ]
}
