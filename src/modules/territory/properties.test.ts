import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changes, play, standingText, type Change } from '../../../tests/support/history.ts'
import { answersFor } from './answering.ts'
import { apportion, apportionCount } from './apportion.ts'
import { missing, rebaseMap } from './rebase-map.ts'
import { rebase } from './rebase-series.ts'
import { destinationOf, sourcesOf } from './rebase.ts'
import { registerOf, unitAt, type Register } from './register.ts'
import { treeOn } from './tree.ts'
import type { RegisterVersion, UnitId, UnitLevel } from './unit.ts'

/** The same histories every time; another number tells others: `KHEO_HISTORY_SEED=7 npx vitest run territory/properties`. */
const seed = Number(process.env.KHEO_HISTORY_SEED ?? 20_250_701)
const told = (numRuns: number) => ({ seed, numRuns })

const plain = (version: RegisterVersion): string =>
  standingText({
    code: version.code,
    name: version.name,
    level: version.level === 'province' ? 'province' : 'commune',
    parent: version.parent,
  })

const communesOn = (register: Register, day: Parameters<typeof treeOn>[1]): UnitId[] =>
  treeOn(register, day)
    .units('commune')
    .map(({ unit }) => unit)

/** What the register answers about a day, without what may still come: an end that was not known then. */
function answersOn(register: Register, day: Parameters<typeof treeOn>[1], sources: readonly UnitId[]) {
  return sources.map((unit) => [
    destinationOf(register, unit, { day, level: 'commune' }),
    destinationOf(register, unit, { day, level: 'province' }),
    answersFor(register, unit, day).communes.map(({ code }) => code),
  ])
}

// Thousands of histories: seconds on a quiet machine, a minute on a busy one.
describe('over thousands of invented histories', { timeout: 600_000 }, () => {
  test('the map of any day is what stood on that day, whatever happened later', () => {
    fc.assert(
      fc.property(changes, (stream) => {
        const { memories, rows } = play(stream)
        const register = registerOf(rows)
        for (const { day, standing, rows: then } of memories) {
          const tree = treeOn(register, day)
          expect(tree.units().map(plain).sort()).toEqual(standing)
          expect(tree.units().map(plain)).toEqual(treeOn(registerOf(then), day).units().map(plain))
          expect(tree.orphans()).toEqual([])
        }
      }),
      told(2000),
    )
  })

  test('where figures stand on the map of a day, and who answers then, is the same before and after later events', () => {
    fc.assert(
      fc.property(changes, (stream) => {
        const { memories, rows } = play(stream)
        const register = registerOf(rows)
        const first = memories[0]
        for (const { day, rows: then } of memories) {
          const before = registerOf(then)
          const sources = [...communesOn(before, first?.day ?? day), ...communesOn(before, day)]
          expect(answersOn(register, day, sources)).toEqual(answersOn(before, day, sources))
        }
      }),
      told(1000),
    )
  })

  test('shares of a destination add to the whole, and a child stands under exactly one parent', () => {
    fc.assert(
      fc.property(changes, fc.constantFrom<UnitLevel[]>('commune', 'province'), (stream, level) => {
        const { memories, rows } = play(stream)
        const register = registerOf(rows)
        for (const from of memories) {
          for (const to of memories) {
            for (const unit of communesOn(register, from.day)) {
              const { flag, parts, whole, reason } = destinationOf(register, unit, { day: to.day, level })
              const weights = parts.map(({ weight }) => weight)
              expect(flag === 'not-comparable').toBe(reason !== null)
              if (flag === 'exact') expect(parts).toHaveLength(1)
              if (flag !== 'not-comparable')
                expect(weights.reduce((sum: bigint, one) => sum + (one ?? 0n), 0n)).toBe(whole)
              else expect(weights.every((weight) => weight === null)).toBe(true)
              for (const part of parts) expect(unitAt(register, part.unit, to.day)?.level).toBe(level)
            }
          }
        }
      }),
      told(300),
    )
  })

  test('the national total is the same on every map, and what is not shown is counted beside', () => {
    const value = fc.oneof(
      fc.constant(missing.inInt32),
      fc.integer({ min: -50, max: 2_000_000_000 }),
      fc.integer({ min: 0, max: 12 }),
    )
    fc.assert(
      fc.property(
        changes,
        fc.array(value, { minLength: 60, maxLength: 60 }),
        fc.boolean(),
        (stream, numbers, isFloat) => {
          const { memories, rows } = play(stream)
          const register = registerOf(rows)
          const [from, to] = [memories.at(stream.length % 3), memories.at(-1 - (stream.length % 2))]
          if (!from || !to) return
          const sources = communesOn(register, from.day)
          const ints = Int32Array.from(sources.flatMap((_, at) => numbers[at % 60] ?? 0))
          const floats = Float64Array.from(ints, (one) => (one === missing.inInt32 ? Number.NaN : one))
          const total = floats.reduce((sum, one) => sum + (Number.isNaN(one) ? 0 : one), 0)
          for (const level of ['commune', 'province'] as const) {
            const map = rebaseMap(register, sources, { day: to.day, level })
            const { values, unplaced } = rebase(map, { nature: 'flow', values: isFloat ? floats : ints })
            const shown = values.reduce((sum, one) => sum + (Number.isNaN(one) ? 0 : one), 0)
            expect(shown + (unplaced[0] ?? 0)).toBe(total)
            if (map.destinations.every(({ flag }) => flag !== 'not-comparable'))
              expect([shown, unplaced[0]]).toEqual([total, 0])
          }
        },
      ),
      told(1500),
    )
  })

  test('what adds exactly from one day to a second and on to a third adds exactly from the first to the third', () => {
    fc.assert(
      fc.property(changes, (stream) => {
        const { memories, rows } = play(stream)
        const register = registerOf(rows)
        const days = memories.map(({ day }) => day)
        const [a, b, c] = [days[0], days[Math.floor(days.length / 2)], days.at(-1)]
        if (!a || !b || !c) return
        for (const unit of communesOn(register, a)) {
          const half = destinationOf(register, unit, { day: b, level: 'commune' })
          const middle = half.parts[0]
          if (half.flag !== 'exact' || !middle) continue
          const end = destinationOf(register, middle.unit, { day: c, level: 'commune' })
          const straight = destinationOf(register, unit, { day: c, level: 'commune' })
          if (end.flag === 'exact') expect(straight).toEqual(end)
          expect(sourcesOf(register, middle.unit, { day: a, level: 'commune' }).map((one) => one.unit)).toContain(unit)
        }
      }),
      told(1000),
    )
  })

  test('histories of whole merges only: everything is exact, forward, at every level', () => {
    const merges = changes.map((stream) =>
      stream.map((change): Change => ({
        ...change,
        what: change.what === 'join-provinces' ? 'join-provinces' : 'merge',
        aggregation: 'forward',
      })),
    )
    fc.assert(
      fc.property(merges, (stream) => {
        const { memories, rows } = play(stream)
        const register = registerOf(rows)
        const last = memories.at(-1)
        for (const { day } of last ? memories : []) {
          const to = { day: last?.day ?? day, level: 'commune' as const }
          const map = rebaseMap(register, communesOn(register, day), to)
          expect(map.destinations.every(({ flag }) => flag === 'exact')).toBe(true)
          expect(map.targets).toHaveLength(communesOn(register, to.day).length)
        }
      }),
      told(1000),
    )
  })
})

describe('over thousands of totals and weights', () => {
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 9 })
    .filter((all) => all.some((one) => one > 0n))

  test('the parts add to the total, none is a whole unit away from its share, and both roads agree', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), weights, (total, shares) => {
        const parts = apportion(BigInt(total), shares)
        const whole = shares.reduce((sum, one) => sum + one, 0n)
        expect(parts.reduce((sum, one) => sum + one, 0n)).toBe(BigInt(total))
        parts.forEach((part, at) => {
          const off = part * whole - BigInt(total) * (shares[at] ?? 0n)
          expect(off < whole && off > -whole).toBe(true)
        })
        expect(apportionCount(total, shares).map(BigInt)).toEqual(parts)
      }),
      told(5000),
    )
  })

  test('a part without weight gets nothing, and a larger share never less than a smaller one', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (total, shares) => {
        const parts = apportion(BigInt(total), shares)
        shares.forEach((share, at) => {
          if (share === 0n) expect(parts[at]).toBe(0n)
          shares.forEach((other, place) => {
            if (share > other) expect((parts[at] ?? 0n) >= (parts[place] ?? 0n)).toBe(true)
          })
        })
      }),
      told(3000),
    )
  })
})
