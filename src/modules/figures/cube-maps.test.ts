import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changes, play } from '../../../tests/support/history.ts'
import { asVietnam, nation } from '../../../tests/support/nation.ts'
import { randomFrom } from '../../../tests/support/random.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import { rangeOf, type Period } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import { registerOf, type Register } from '#modules/territory/register.ts'
import { treeOn } from '#modules/territory/tree.ts'
import type { RegisterVersion, UnitId, UnitLevel } from '#modules/territory/unit.ts'
import { openedCell } from './cube-opened.ts'
import { readAgainst } from './cube-asked.ts'
import { computeAnswer } from './cube-compute.ts'
import { applySet, applyValue, newMemory, yearOfDay, type Definition, type Memory } from './cube-memory.ts'
import type { CubeQuestion, SummedFrom } from './cube-question.ts'
import { flagOf } from './cube-slab.ts'
import { newDerived } from './cube-views.ts'
import type { FigureSetId } from './figure-set.ts'
import type { FigureValue } from './figure.ts'
import type { IndicatorVersionId } from './indicator.ts'
import type { MapFigure, UnitFigures } from './map-figure.ts'
import { figuresOnMap, mapView } from './map-view.ts'

const seed = Number(process.env.KHEO_HISTORY_SEED ?? 20_250_701)

function definition(
  code: string,
  overTerritory: Definition['overTerritory'],
  more: Partial<Definition> = {},
): Definition {
  return {
    ...{ id: `${code}@1` as IndicatorVersionId, code, name: code, unitOfCount: 'việc', counts: '', numeral: 'count' },
    ...{ nature: 'flow', overTime: 'sum', overTerritory, direction: 'context', sensitivity: 'public' },
    ...{
      numerator: [],
      denominator: [],
      denominatorKind: null,
      from: null,
      until: null,
      parts: [],
      comparable: true,
      changeNote: '',
    },
    ...more,
  }
}

const definitions = [
  definition('A1', 'sum'),
  definition('A2', 'sum'),
  definition('C1', 'sum', { numeral: 'change' }),
  definition('N1', 'none'),
  definition('R1', 'ratio-of-sums', { numeral: 'percent', numerator: ['A1'], denominator: ['A2'] }),
  definition('K1', 'ratio-of-sums', { numerator: ['A1'], denominatorKind: 'commune' }),
]
const given = ['A1', 'A2', 'C1', 'N1'] as const

type Given = { unit: RegisterVersion; values: Map<string, FigureValue> }

function memoryWith(register: Register, period: Period, all: readonly Given[]): Memory {
  const byCode = Map.groupBy(definitions, ({ code }) => code)
  const byId = new Map(definitions.map((one) => [one.id, one]))
  const memory = newMemory(register, { byCode, byId, composition: new Map() }, new Map())
  const year = yearOfDay(period.to)
  memory.years.set(year, { year, frames: new Map(), clocks: null })
  for (const code of given)
    memory.books.set(`${code} ${year}`, { code, year, slabs: new Map(), bytes: 0, clocks: null })
  for (const { unit, values } of all) {
    const at = { unit: unit.unit, from: period.from, to: period.to }
    const set = `set of ${unit.unit}` as FigureSetId
    applySet(memory, { ...at, id: set, standing: 4, isPublishedSource: false })
    for (const [code, value] of values) {
      const isReported = value.state === 'reported'
      const flag = flagOf(value.state, isReported ? value.qualifier : 'exact')
      const version = `${code}@1` as IndicatorVersionId
      applyValue(memory, { ...at, version, dimension: '', flag, units: isReported ? value.amount : 0n, set })
    }
  }
  return memory
}

/** As reporting tells them: a commune is one of its own kind and none of others, a larger unit has those in it. */
function divisorsOf(register: Register, { unit, level, kind }: RegisterVersion, day: LocalDate): Map<string, number> {
  if (level === 'commune') return new Map([['commune', kind === 'commune' ? 1 : 0]])
  const count = treeOn(register, day)
    .descendants(unit, 'commune')
    .filter((one) => one.kind === 'commune').length
  return count > 0 ? new Map([['commune', count]]) : new Map()
}

function compare(
  register: Register,
  memory: Memory,
  period: Period,
  all: readonly Given[],
  map: { day: LocalDate; level: UnitLevel },
  from: SummedFrom,
): number {
  const inOrder = [...all].sort((a, b) => placeIn(memory, period, a) - placeIn(memory, period, b))
  const sources = inOrder.flatMap(({ unit, values }): UnitFigures[] =>
    from === 'communes' && unit.level !== 'commune'
      ? []
      : [{ unit: unit.unit, report: `set of ${unit.unit}`, values, divisors: divisorsOf(register, unit, period.to) }],
  )
  const view = mapView({ register, on: period.to, to: map, sources })
  const units = treeOn(register, map.day)
    .units(map.level)
    .map(({ unit }) => unit)
  if (units.length === 0) return 0
  const question: CubeQuestion = {
    ...{ units, periods: [period], map: { kind: 'day', day: map.day }, counts: 'open', from },
    measures: definitions.map(({ code, numeral }) => ({
      ...{ key: code, name: code, unitOfCount: '', numeral, direction: 'context' },
      expression: { kind: 'cell', cell: { code, dimension: '' } },
    })),
  }
  const derived = newDerived()
  const reader = { kind: 'public' } as const
  const asked = readAgainst(memory, derived, reader, question)
  if (!asked.ok) throw new Error(JSON.stringify(asked))
  const asking = { memory, derived, reader, question }
  const answer = computeAnswer(asking, question, asked.value.plans)
  const lines = definitions.map((indicator) => ({ indicator, dimension: '' }))
  units.forEach((unit, at) => {
    const figures = figuresOnMap(view, unit, lines)
    definitions.forEach(({ code, overTerritory }, measure) => {
      const figure = figures.get(code)
      if (!figure) throw new Error('No figure to compare with')
      const cell = answer.cell(measure, at, 0)
      expect(
        { state: cell.state, amount: cell.amount, qualifier: cell.qualifier, flag: cell.flag, counted: cell.counted },
        `${code} of ${unit} on ${map.day}`,
      ).toEqual({ ...standingOf(figure), counted: figure.counted })
      if (cell.state === 'not-comparable') {
        const { standing } = figure
        expect(cell.reason).toEqual(standing.kind === 'not-comparable' ? standing.reason : null)
      }
      if (from === 'any' && overTerritory !== 'none') expect(cell.expected).toBe(figure.expected)
    })
  })
  const [unit] = units
  const [plan] = asked.value.plans
  if (unit && plan) {
    const opened = openedCell(asking, question, plan, { unit, period })
    const figure = figuresOnMap(view, unit, lines).get('A1')
    const usesOf = (parts: readonly { unit: UnitId; use: string }[]) =>
      parts.map((one) => `${one.unit} ${one.use}`).sort()
    expect(usesOf(opened.parts)).toEqual(
      usesOf((figure?.parts ?? []).map((one) => ({ unit: one.unit, use: useWords[one.use.kind] }))),
    )
  }
  return units.length * definitions.length
}

const useWords = {
  ...{ counted: 'counted', 'not-applicable': 'not-applicable', within: 'not-added', 'set-aside': 'not-added' },
  'not-comparable': 'not-comparable',
} as const

function standingOf({ standing, counted }: MapFigure) {
  const nothing = { amount: null, qualifier: 'exact', flag: 'exact' }
  // A division by nothing: the map page shows no number, the cube says why.
  if (standing.kind === 'absent' && counted > 0) return { state: 'undefined', ...nothing }
  if (standing.kind !== 'known') return { state: standing.kind, ...nothing }
  const { value, flag } = standing
  if (value.state === 'not-applicable') return { state: 'not-applicable', ...nothing }
  if (value.state === 'reported') return { state: 'known', amount: value.amount, qualifier: value.qualifier, flag }
  return { state: 'known', amount: 0n, qualifier: 'exact', flag }
}

function placeIn(memory: Memory, period: Period, { unit }: Given): number {
  const frame = memory.years.get(yearOfDay(period.to))?.frames.get(`${period.from} ${period.to}`)
  return frame?.layout.placeOf.get(unit.unit) ?? -1
}

function valuesFrom(random: ReturnType<typeof randomFrom>): Map<string, FigureValue> {
  const values = new Map<string, FigureValue>()
  for (const code of given) {
    const dice = random.below(20)
    if (dice < 5) continue
    if (dice === 5) values.set(code, { state: 'not-yet-known' })
    else if (dice === 6) values.set(code, { state: 'not-applicable' })
    else if (dice < 10) values.set(code, { state: 'zero' })
    else {
      const whole = random.below(900) + 1
      const amount = quantity(code === 'C1' && random.chance(0.5) ? -whole : random.chance(0.2) ? `${whole}.5` : whole)
      const qualifier = random.chance(0.8) ? 'exact' : random.of(['over', 'about', 'under', 'estimate'] as const)
      values.set(code, { state: 'reported', amount, qualifier })
    }
  }
  return values
}

test('on every map of invented histories the cube says what the figures read on that map say', () => {
  let compared = 0
  fc.assert(
    fc.property(changes, fc.nat(), fc.boolean(), (stream, number, isSparse) => {
      const random = randomFrom(number)
      const { memories, rows } = play(stream)
      const register = registerOf(rows)
      for (const { day: on } of memories) {
        const period = rangeOf(on, on)
        if (!period) throw new Error('No period')
        const all = treeOn(register, on)
          .units()
          .filter(() => random.chance(isSparse ? 0.3 : 0.8))
          .map((unit) => ({ unit, values: valuesFrom(random) }))
        const memory = memoryWith(register, period, all)
        for (const { day } of memories) {
          for (const level of ['province', 'district', 'commune'] as const) {
            for (const from of ['any', 'communes'] as const) {
              compared += compare(register, memory, period, all, { day, level }, from)
            }
          }
        }
      }
    }),
    { seed, numRuns: 8, endOnFailure: true },
  )
  expect(compared).toBeGreaterThan(2_500)
}, 240_000)

test('so it does on the generated nation, forward and back over the reform', () => {
  const register = registerOf(
    nation({
      ...asVietnam,
      provinces: 12,
      districts: 40,
      communes: 600,
      newProvinces: 6,
      newCommunes: 200,
      divided: 60,
    }),
  )
  const random = randomFrom(seed)
  for (const [on, day] of [
    ['2025-06-30', '2025-12-31'],
    ['2025-12-31', '2025-06-30'],
    ['2025-12-31', '2026-03-31'],
  ] as const) {
    const period = rangeOf(localDate(`${on.slice(0, 4)}-01-01`), localDate(on))
    if (!period) throw new Error('No period')
    const all = treeOn(register, localDate(on))
      .units()
      .filter(() => random.chance(0.6))
      .map((unit) => ({ unit, values: valuesFrom(random) }))
    const memory = memoryWith(register, period, all)
    for (const level of ['province', 'commune'] as const) {
      for (const from of ['any', 'communes'] as const) {
        expect(compare(register, memory, period, all, { day: localDate(day), level }, from)).toBeGreaterThan(0)
      }
    }
  }
}, 240_000)
