import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changes, play } from '../../../tests/support/history.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { add, zero, type Quantity } from '#kernel/quantity.ts'
import { registerOf, type Register } from '#modules/territory/register.ts'
import { treeOn } from '#modules/territory/tree.ts'
import type { UnitLevel } from '#modules/territory/unit.ts'
import type { FigureValue } from './figure.ts'
import type { IndicatorVersionId } from './indicator.ts'
import type { MapFigure, UnitFigures } from './map-figure.ts'
import { figuresOnMap, mapView } from './map-view.ts'
import type { RollUpLine } from './rollup.ts'

const seed = Number(process.env.KHEO_HISTORY_SEED ?? 20_250_701)

const line: RollUpLine = {
  dimension: '',
  indicator: {
    ...{ id: 'F01@1' as IndicatorVersionId, code: 'F01', name: 'F01', unitOfCount: 'hồ sơ', counts: '' },
    ...{ numeral: 'count', nature: 'flow', overTime: 'sum', overTerritory: 'sum' },
    ...{ direction: 'context', sensitivity: 'public', numerator: [], denominator: [], denominatorKind: null },
  },
}

/** What every unit of a day reported: some nothing, some only a province for all under it. */
function reportsOn(register: Register, day: LocalDate, amounts: readonly (number | null)[]): UnitFigures[] {
  return treeOn(register, day)
    .units()
    .flatMap(({ unit }, at) => {
      const amount = amounts[at % amounts.length] ?? null
      if (amount === null) return []
      const reported = {
        state: 'reported',
        amount: (BigInt(amount) * 10_000n) as Quantity,
        qualifier: 'exact',
      } as const
      const value: FigureValue = amount === 0 ? { state: 'zero' } : reported
      return [{ unit, report: unit, values: new Map([['F01', value]]), divisors: new Map() }]
    })
}

const amountOf = (value: FigureValue): Quantity => (value.state === 'reported' ? value.amount : zero)

function figuresOf(register: Register, sources: UnitFigures[], on: LocalDate, day: LocalDate, level: UnitLevel) {
  const view = mapView({ register, on, to: { day, level }, sources })
  return view.targets.map((target): [string, MapFigure | undefined] => [
    target,
    figuresOnMap(view, target, [line]).get('F01'),
  ])
}

const amounts = fc.array(fc.option(fc.integer({ min: 0, max: 90_000 }), { freq: 3 }), { minLength: 5, maxLength: 13 })
const level = fc.constantFrom<UnitLevel[]>('province', 'commune')

test('on every map of invented histories, what is counted of a unit is what it reported: nothing is lost, nothing comes twice', () => {
  fc.assert(
    fc.property(changes, amounts, level, (stream, given, atLevel) => {
      const { memories, rows } = play(stream)
      const register = registerOf(rows)
      for (const { day: on } of memories) {
        const sources = reportsOn(register, on, given)
        for (const { day } of memories) {
          const figures = figuresOf(register, sources, on, day, atLevel).flatMap(([, figure]) => figure ?? [])
          for (const { unit, values } of sources) {
            const uses = figures.flatMap(({ parts }) =>
              parts.filter((part) => part.unit === unit).map(({ use }) => use),
            )
            const counted = uses.flatMap((use) => (use.kind === 'counted' ? [amountOf(use.given)] : []))
            // One unit has one fate on a map: it is counted everywhere, or nowhere.
            expect(new Set(uses.map(({ kind }) => kind === 'counted')).size).toBeLessThanOrEqual(1)
            if (counted.length > 0) expect(add(...counted)).toBe(amountOf(values.get('F01') ?? { state: 'zero' }))
          }
          for (const { standing, parts } of figures) {
            if (standing.kind !== 'known') continue
            const sum = add(...parts.flatMap(({ use }) => (use.kind === 'counted' ? [amountOf(use.given)] : [])))
            expect(amountOf(standing.value)).toBe(sum)
          }
        }
      }
    }),
    { seed, numRuns: 150 },
  )
})

test('the national total is the same on every map where everything is comparable', () => {
  let compared = 0
  fc.assert(
    fc.property(changes, amounts, level, (stream, given, atLevel) => {
      const { memories, rows } = play(stream)
      const register = registerOf(rows)
      for (const { day: on } of memories) {
        const communes = new Set(
          treeOn(register, on)
            .units('commune')
            .map(({ unit }) => unit),
        )
        const sources = reportsOn(register, on, given).filter(({ unit }) => communes.has(unit))
        const total = add(...sources.map(({ values }) => amountOf(values.get('F01') ?? { state: 'zero' })))
        for (const { day } of memories) {
          const figures = figuresOf(register, sources, on, day, atLevel).flatMap(([, figure]) => figure ?? [])
          if (figures.some(({ standing }) => standing.kind !== 'known')) continue
          const placed = new Set(figures.flatMap(({ parts }) => parts.map(({ unit }) => unit)))
          if (placed.size < sources.length) continue
          compared += 1
          expect(
            add(...figures.map(({ standing }) => (standing.kind === 'known' ? amountOf(standing.value) : zero))),
          ).toBe(total)
        }
      }
    }),
    { seed, numRuns: 200 },
  )
  expect(compared).toBeGreaterThan(500)
})

test('what was answered on a day is answered again later, whatever happened since', () => {
  fc.assert(
    fc.property(changes, amounts, level, (stream, given, atLevel) => {
      const { memories, rows } = play(stream)
      const register = registerOf(rows)
      const first = memories[0]
      for (const { day, rows: then } of memories) {
        const before = registerOf(then)
        const on = first?.day ?? day
        const sources = reportsOn(before, on, given)
        const asked = (of: Register) =>
          figuresOf(of, sources, on, day, atLevel).map(([target, figure]) => [
            target,
            figure?.standing,
            figure?.counted,
          ])
        expect(asked(register)).toEqual(asked(before))
      }
    }),
    { seed, numRuns: 200 },
  )
})
