import type { Id } from '#kernel/ids.ts'
import { addDays, type LocalDate } from '#kernel/local-date.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { unitsBorn, unitsTouched, type Draft, type Step } from './draft.ts'
import { kindsOfLevel } from './names.ts'
import { partsByUnit, type Plan } from './plan.ts'
import { sharesOf, type ShareFault } from './shares.ts'
import type { StandingUnit, World } from './world.ts'

/** Why a draft cannot be decided as it stands, with the unit it is about (chỗ chưa quyết định được). */
export type Fault = { step: Id<'Step'> | null } & (
  | { code: 'title-missing' | 'day-missing' | 'act-missing' | 'no-step' }
  | { code: 'unit-not-in-force'; unit: string; day: LocalDate }
  | { code: 'unit-unknown' }
  | { code: 'unit-of-another-province'; unit: string }
  | { code: 'unit-changes-later'; unit: string; day: LocalDate }
  | { code: 'unit-changes-that-day'; unit: string; day: LocalDate }
  | { code: 'unit-in-two-steps'; unit: string; steps: number[] }
  | { code: 'part-alone'; unit: string }
  | ({ unit: string } & ShareFault)
  | { code: 'merge-of-one' | 'split-into-one'; unit: string }
  | { code: 'name-missing' }
  | { code: 'name-taken'; name: string }
  | { code: 'code-taken'; officialCode: string; by: string }
  | { code: 'kind-does-not-fit'; unit: string }
  | { code: 'nothing-changes'; unit: string }
  | { code: 'left-without-parent'; unit: string; parent: string }
  | { code: 'parent-not-in-force'; unit: string }
  | { code: 'duty-unassigned'; unit: string; person: string; duty: Id<'Duty'> }
  | { code: 'reports-after-the-day'; unit: string; count: number; day: LocalDate }
)

/** Everything that keeps a draft from being decided, in the order of the page: the head, the steps, what follows from them. */
export function faultsOf(draft: Draft, plan: Plan, world: World): Fault[] {
  return [
    ...faultsOfHead(draft),
    ...draft.steps.flatMap((step) => faultsOfStep(step, plan, world)),
    ...faultsBetweenSteps(draft, world),
    ...faultsOfShares(draft, world),
    ...faultsOfNames(plan, world),
    ...faultsOfParents(plan, world),
    ...faultsOfRecords(plan, world),
    ...faultsOfDuties(draft, plan, world),
  ]
}

/** What is missing before the steps can be judged at all. */
export function faultsOfHead(draft: Draft): Fault[] {
  return [
    ...(draft.title === '' ? [{ step: null, code: 'title-missing' } as const] : []),
    ...(draft.day === null ? [{ step: null, code: 'day-missing' } as const] : []),
    ...(draft.act.number === '' || draft.act.issuedOn === null ? [{ step: null, code: 'act-missing' } as const] : []),
    ...(draft.steps.length === 0 ? [{ step: null, code: 'no-step' } as const] : []),
  ]
}

function faultsOfStep(step: Step, plan: Plan, world: World): Fault[] {
  const at = { step: step.id }
  const units = unitsTouched(step).flatMap((unit) => faultsOfUnit(unit, at, plan, world))
  const born = unitsBorn(step).flatMap((unit): Fault[] => {
    if (unit.name === '') return [{ ...at, code: 'name-missing' }]
    return kindsOfLevel.commune.includes(unit.kind) ? [] : [{ ...at, code: 'kind-does-not-fit', unit: unit.name }]
  })
  return [...units, ...born, ...faultsOfSense(step, world)]
}

function faultsOfUnit(unit: UnitId, at: { step: Id<'Step'> }, plan: Plan, world: World): Fault[] {
  const { day } = plan
  const standing = world.units.get(unit)
  if (!standing) {
    const known = world.elsewhere.get(unit)
    if (!known) return [{ ...at, code: 'unit-unknown' }]
    return known.isOfProvince
      ? [{ ...at, code: 'unit-not-in-force', unit: known.name, day }]
      : [{ ...at, code: 'unit-of-another-province', unit: known.name }]
  }
  const { name, until, from } = standing
  if (until) return [{ ...at, code: 'unit-changes-later', unit: name, day: addDays(until, 1) }]
  return from === day ? [{ ...at, code: 'unit-changes-that-day', unit: name, day }] : []
}

/** Steps that say nothing, or something else than their kind. */
function faultsOfSense(step: Step, world: World): Fault[] {
  const at = { step: step.id }
  if (step.kind === 'merge' && step.parts.length < 2 && step.parts[0]?.extent !== 'part') {
    return [{ ...at, code: 'merge-of-one', unit: step.into.name }]
  }
  if (step.kind === 'split' && step.parts.length < 2) {
    return [{ ...at, code: 'split-into-one', unit: nameOf(step.from, world) }]
  }
  const fitting = step.kind === 'level-abolished' ? 'district' : 'commune'
  if (step.kind === 'merge' || step.kind === 'split' || step.kind === 'partial-transfer' || fitting === 'district') {
    const other = unitsTouched(step).find((unit) => (world.units.get(unit)?.level ?? fitting) !== fitting)
    if (other) return [{ ...at, code: 'kind-does-not-fit', unit: nameOf(other, world) }]
  }
  if (step.kind === 'partial-transfer' && step.from === step.to) {
    return [{ ...at, code: 'nothing-changes', unit: nameOf(step.from, world) }]
  }
  if (step.kind !== 'rename' && step.kind !== 'kind-change' && step.kind !== 'parent-change') return []
  const standing = world.units.get(step.unit)
  return standing ? faultsOfChange(step, standing, world) : []
}

function faultsOfChange(
  step: Extract<Step, { kind: 'rename' | 'kind-change' | 'parent-change' }>,
  standing: StandingUnit,
  world: World,
): Fault[] {
  const at = { step: step.id }
  const same: Fault[] = [{ ...at, code: 'nothing-changes', unit: standing.name }]
  if (step.kind === 'parent-change') {
    if (step.parent === standing.parent) return same
    const isBelow = world.units.get(step.parent)?.level === 'commune' || step.parent === step.unit
    return isBelow || standing.level === 'province' ? [{ ...at, code: 'kind-does-not-fit', unit: standing.name }] : []
  }
  if (step.name === '') return [{ ...at, code: 'name-missing' }]
  if (step.kind === 'rename') return step.name === standing.name ? same : []
  // The statistics office gives five digits to a commune; a province and a district keep theirs.
  const isCoded = step.officialCode !== null && standing.level !== 'commune'
  if (isCoded || !kindsOfLevel[standing.level].includes(step.unitKind)) {
    return [{ ...at, code: 'kind-does-not-fit', unit: standing.name }]
  }
  const isSame =
    step.unitKind === standing.kind && (step.officialCode ?? standing.officialCode) === standing.officialCode
  return isSame ? same : []
}

/** One unit in two steps is only said when each takes a part of it. */
function faultsBetweenSteps(draft: Draft, world: World): Fault[] {
  const uses = new Map<UnitId, { n: number; takesPart: boolean }[]>()
  draft.steps.forEach((step, at) => {
    for (const unit of unitsTouched(step)) {
      const takesPart = step.kind === 'merge' && step.parts.some((part) => part.from === unit && part.extent === 'part')
      uses.set(unit, [...(uses.get(unit) ?? []), { n: at + 1, takesPart }])
    }
  })
  return [...uses].flatMap(([unit, found]): Fault[] => {
    const steps = found.map(({ n }) => n)
    const isTwice =
      found.length > 1 && (found.some(({ takesPart }) => !takesPart) || new Set(steps).size < steps.length)
    return isTwice ? [{ step: null, code: 'unit-in-two-steps', unit: nameOf(unit, world), steps }] : []
  })
}

function faultsOfShares(draft: Draft, world: World): Fault[] {
  return [...partsByUnit(draft)].flatMap(([from, parts]): Fault[] => {
    const step = parts[0]?.step ?? null
    const unit = nameOf(from, world)
    if (parts.length === 1) return [{ step, code: 'part-alone', unit }]
    const read = sharesOf(parts.map(({ measured }) => measured))
    return read.ok ? [] : [{ step, unit, ...read.fault }]
  })
}

function faultsOfNames(plan: Plan, world: World): Fault[] {
  const goes = new Set(plan.closed)
  const staying = [...world.units.values()].filter(({ unit }) => !goes.has(unit))
  return plan.opened.flatMap((version, at): Fault[] => {
    const earlier = [...staying, ...plan.opened.slice(0, at)]
    const twin = earlier.find((one) => version.name !== '' && one.name.toLowerCase() === version.name.toLowerCase())
    const { officialCode } = version
    const holder = officialCode === null ? undefined : world.codesHeld.get(officialCode)
    const held = holder && holder.unit !== version.unit && !goes.has(holder.unit) ? holder : undefined
    const coded = held ?? earlier.find((one) => officialCode !== null && one.officialCode === officialCode)
    return [
      ...(twin ? [{ step: null, code: 'name-taken', name: version.name } as const] : []),
      ...(coded && officialCode ? [{ step: null, code: 'code-taken', officialCode, by: coded.name } as const] : []),
    ]
  })
}

function faultsOfParents(plan: Plan, world: World): Fault[] {
  const ended = new Set(plan.ended)
  const moved = new Set([...plan.closed, ...plan.opened.map(({ unit }) => unit)])
  const left = [...world.units.values()].flatMap((unit): Fault[] =>
    unit.parent !== null && ended.has(unit.parent) && !moved.has(unit.unit)
      ? [{ step: null, code: 'left-without-parent', unit: unit.name, parent: nameOf(unit.parent, world) }]
      : [],
  )
  const opened = plan.opened.flatMap((version): Fault[] => {
    const { parent } = version
    const above = parent === null ? undefined : world.units.get(parent)
    if (above?.level === 'commune') return [{ step: null, code: 'kind-does-not-fit', unit: version.name }]
    if (parent === null || (above && !ended.has(parent))) return []
    return plan.opened.some(({ unit }) => unit === parent)
      ? []
      : [{ step: null, code: 'parent-not-in-force', unit: version.name }]
  })
  return [...left, ...opened]
}

/** Figures stay with the unit as it was: a past day would give an ended unit reports for a time when it was none. */
function faultsOfRecords(plan: Plan, world: World): Fault[] {
  if (plan.day > world.today) return []
  return plan.ended.flatMap((unit): Fault[] => {
    const count = world.laterReports.get(unit) ?? 0
    return count > 0
      ? [{ step: null, code: 'reports-after-the-day', unit: nameOf(unit, world), count, day: plan.day }]
      : []
  })
}

function faultsOfDuties(draft: Draft, plan: Plan, world: World): Fault[] {
  return world.duties.flatMap((duty): Fault[] => {
    const ways = successorsOf(plan, duty.unit)
    const chosen = draft.successors[duty.id]
    if (ways.length === 1 || (chosen && ways.includes(chosen))) return []
    return plan.ended.includes(duty.unit)
      ? [{ step: null, code: 'duty-unassigned', unit: nameOf(duty.unit, world), person: duty.name, duty: duty.id }]
      : []
  })
}

/** The units that an ended unit goes into, in the order of the steps. */
export function successorsOf(plan: Plan, unit: UnitId): UnitId[] {
  return plan.events.flatMap(({ links }) => links.filter((link) => link.from === unit).map((link) => link.to))
}

export function nameOf(unit: UnitId, world: World): string {
  return world.units.get(unit)?.name ?? world.elsewhere.get(unit)?.name ?? ''
}
