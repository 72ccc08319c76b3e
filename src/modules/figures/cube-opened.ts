import type { Period } from '#kernel/period.ts'
import { unitAt } from '#modules/territory/register.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { CubeOpened, CubePart } from './cube-answer.ts'
import { cellFrom, notInForce } from './cube-compute.ts'
import { wholeCountry } from './cube-country.ts'
import { definitionOn } from './cube-definitions.ts'
import { partsOfPeriod } from './cube-layer.ts'
import { frameOf, slabOf, type Definition } from './cube-memory.ts'
import type { MapUse } from './cube-map.ts'
import type { Plan, PlannedGroup } from './cube-plan.ts'
import type { CubeQuestion } from './cube-question.ts'
import { never } from './cube-rights-by-place.ts'
import { isAnswer, none, notYetKnown, setOf, standingNumber, stateBits, valueAt } from './cube-slab.ts'
import { placesIn, type Group } from './cube-sums.ts'
import { countryPlaces, mapSumsFor, sumsFinder } from './cube-where.ts'
import { groupFor, type Asking } from './cube-views.ts'
import type { FigureValue } from './figure.ts'
import type { CellRef } from './indicator.ts'

/** Opens one number: the units it is from with what each gave, and those that gave nothing (mở một số ra). */
export function openedCell(
  asking: Asking,
  question: CubeQuestion,
  plan: Plan,
  { unit, period }: { unit: UnitId; period: Period },
): CubeOpened {
  const sums = sumsFinder(asking, question, plan.groups, period)(unit)
  const definition = plan.code === null ? null : definitionOn(asking.memory, plan.code, period.to)
  const version = definition?.id ?? null
  if (sums === null) return { cell: { ...notInForce(unit), version }, parts: [], missing: [] }
  const parts: CubePart[] = []
  const missing = new Set<UnitId>()
  for (const planned of plan.groups) {
    const group = groupFor(asking, planned, period)
    const found = foundFor(asking, question, planned, group, { unit, period })
    for (const one of found.missing) missing.add(one)
    for (const [place, use] of found.uses) {
      if (use.kind === 'missing') continue
      for (const cell of planned.cells) parts.push(...partsAt(asking, group, cell, period, place, use))
    }
  }
  return { cell: { ...cellFrom(plan, sums), version }, parts, missing: [...missing] }
}

type Found = { uses: ReadonlyMap<number, MapUse>; missing: readonly UnitId[] }

function foundFor(
  asking: Asking,
  { map }: CubeQuestion,
  planned: PlannedGroup,
  group: Group,
  { unit, period }: { unit: UnitId; period: Period },
): Found {
  if (unit === wholeCountry) {
    // What is not added has no number of the country, so there is nothing it would be from.
    const places = planned.isAdded ? countryPlaces(asking, { map }, period) : []
    const all = places.map((place) => foundIn(group, place, true))
    return {
      uses: new Map(all.flatMap(({ uses }) => [...uses])),
      missing: all.flatMap(({ missing }) => missing),
    }
  }
  const level = map.kind === 'day' ? unitAt(asking.memory.register, unit, map.day)?.level : undefined
  if (map.kind === 'day' && level) return mapSumsFor(asking, planned, group, period, { day: map.day, level, unit })
  const place = group.layout.placeOf.get(unit)
  return place === undefined ? { uses: new Map(), missing: [] } : foundIn(group, place, planned.isAdded)
}

function foundIn(group: Group, place: number, isAdded: boolean): Found {
  const { given, missing } = placesIn(group, place, isAdded)
  const uses = given.map(({ place: at, isCounted }): [number, MapUse] => [
    at,
    isCounted ? { kind: 'counted', isDivided: false } : { kind: 'not-applicable' },
  ])
  return { uses: new Map(uses), missing: missing.flatMap((at) => group.layout.units[at] ?? []) }
}

/** What a unit gave for one cell: its own number for the period, or those of the shorter periods it was put together from. */
function partsAt(
  asking: Asking,
  { layout, leasts }: Group,
  cell: CellRef,
  period: Period,
  place: number,
  use: MapUse,
): CubePart[] {
  const version = layout.versions[place]
  const least = leasts.byPlace[place] ?? never
  if (!version || least === never) return []
  const { unit, province } = version
  return givenBy(asking, cell, period, unit, least).map((part) => ({
    ...{ ...part, unit, province, cell },
    use: useOf(use, part.value),
    reason: use.kind === 'refused' || use.kind === 'set-aside' ? use.reason : null,
  }))
}

function useOf({ kind }: MapUse, value: FigureValue): CubePart['use'] {
  if (kind === 'refused') return 'not-comparable'
  if (kind === 'within' || kind === 'set-aside') return 'not-added'
  return value.state === 'not-applicable' || kind === 'not-applicable' ? 'not-applicable' : 'counted'
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
  return partsCounted(period, definition?.overTime).flatMap((one) =>
    givenBy({ memory, ...asking }, cell, one, unit, least),
  )
}

/** Of a stock only the last, or the first, is the number of the whole; the months between are not in it. */
function partsCounted(period: Period, overTime: Definition['overTime'] | undefined): Period[] {
  const parts = partsOfPeriod(period)
  if (overTime === 'last') return parts.slice(-1)
  return overTime === 'first' ? parts.slice(0, 1) : parts
}
