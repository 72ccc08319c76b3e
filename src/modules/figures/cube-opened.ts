import type { Period } from '#kernel/period.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { CubeOpened, CubePart } from './cube-answer.ts'
import { cellFrom, sumsIn } from './cube-compute.ts'
import { definitionOn, isAnswer, partsOfPeriod } from './cube-layer.ts'
import { frameOf, slabOf } from './cube-memory.ts'
import type { Plan } from './cube-plan.ts'
import type { CubeQuestion } from './cube-question.ts'
import { never } from './cube-rights-by-place.ts'
import { none, notApplicable, notYetKnown, setOf, standingNumber, stateBits, valueAt } from './cube-slab.ts'
import { placesIn, stateAt, type Group } from './cube-sums.ts'
import { groupFor, type Asking } from './cube-views.ts'
import type { CellRef } from './indicator.ts'

/** Opens one number: the units it is from with what each gave, and those that gave nothing (mở một số ra). */
export function openedCell(
  asking: Asking,
  question: CubeQuestion,
  plan: Plan,
  { unit, period }: { unit: UnitId; period: Period },
): CubeOpened {
  const sums = sumsIn(asking, question, plan.groups, period)(unit)
  const definition = plan.code === null ? null : definitionOn(asking.memory, plan.code, period.to)
  const version = definition?.id ?? null
  const place = frameOf(asking.memory, period).layout.placeOf.get(unit)
  if (sums === null || place === undefined) {
    return {
      cell: {
        ...{ state: 'absent', amount: null, qualifier: 'exact', flag: 'exact', counted: 0, expected: 0, version },
        reason: { why: 'not-in-force', unit },
      },
      ...{ parts: [], missing: [] },
    }
  }
  const parts: CubePart[] = []
  const missing = new Set<UnitId>()
  for (const planned of plan.groups) {
    const group = groupFor(asking, planned, period)
    const found = planned.isAdded ? placesIn(group, place) : { counted: [place], missing: [] }
    for (const at of found.missing) missing.add(group.layout.units[at] as UnitId)
    for (const at of found.counted) {
      for (const cell of planned.cells) parts.push(...partsAt(asking, group, cell, period, at))
    }
  }
  return { cell: { ...cellFrom(plan, sums), version }, parts, missing: [...missing] }
}

/** What a unit gave for one cell: its own number for the period, or those of the shorter periods it was put together from. */
function partsAt(asking: Asking, group: Group, cell: CellRef, period: Period, place: number): CubePart[] {
  const unit = group.layout.units[place]
  const version = group.layout.versions[place]
  const least = group.leasts.byPlace[place] ?? never
  if (unit === undefined || !version || least === never) return []
  const state = stateAt(group, group.layersOf(least), place)
  const use: CubePart['use'] = state === notApplicable ? 'not-applicable' : 'counted'
  return givenBy(asking, cell, period, unit, least).map((part) => ({
    ...{ ...part, unit, province: version.province, cell, reason: null },
    use: part.value.state === 'not-applicable' ? 'not-applicable' : use,
  }))
}

type Given = Pick<CubePart, 'period' | 'value' | 'set' | 'standing' | 'origin'>

function givenBy({ memory, ...asking }: Asking, cell: CellRef, period: Period, unit: UnitId, least: number): Given[] {
  const frame = frameOf(memory, period)
  const place = frame.layout.placeOf.get(unit)
  const definition = definitionOn(memory, cell.code, period.to)
  const slab = definition && slabOf(memory, definition, cell.dimension, period)
  const flag = place === undefined ? none : (slab?.flags[place] ?? none)
  if (slab && place !== undefined && isAnswer(flag) && (flag & stateBits) !== notYetKnown) {
    const set = setOf(frame, slab, place)
    const value = valueAt(slab, place)
    const isOwn = asking.question.from === 'any' || set?.origin === 'entered'
    if (set && value && isOwn && standingNumber(set.standing) >= least) {
      return [{ period, value, set: set.id, standing: set.standing, origin: set.origin }]
    }
  }
  return partsOfPeriod(period).flatMap((one) => givenBy({ memory, ...asking }, cell, one, unit, least))
}
