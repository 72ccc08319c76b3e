import { add, divide, quantity, zero, type Quantity } from '#kernel/quantity.ts'
import type { Qualifier } from '#kernel/numerals.ts'
import { apportion } from '#modules/territory/apportion.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { coverage } from './map-coverage.ts'
import type { FigureValue } from './figure.ts'
import type { Indicator } from './indicator.ts'
import type { MapFigure, MapPart, MapReason, PartUse, UnitFigures } from './map-figure.ts'
import type { Area, MapView, Placed } from './map-area.ts'
import { hedgeOfQuotient, hedgeOfSum, valueOf } from './rollup.ts'

/** How a cell is read of one unit: what stands for its answer, and what of it falls to the unit of the map. */
type Reading = {
  answer(of: UnitFigures): FigureValue
  /** Null where nothing may be divided; `reason` then says why. */
  give(of: Placed, value: FigureValue, target: UnitId): PartUse
}

/** A number that may be added: whole units add exactly, divided ones by their shares. */
export function summed(view: MapView, area: Area, key: string, { numeral }: Pick<Indicator, 'numeral'>): MapFigure {
  const parts = partsOf(view, area, {
    answer: ({ values }) => values.get(key) ?? { state: 'not-yet-known' },
    give: (of, value, target) => given(of, value, target, numeral !== 'change'),
  })
  const sums = countedIn(parts)
  return figureFrom(view, area, parts, () => ({
    value: valueOf(add(...sums.map(amountIn)), hedgeOfSum(sums.map(qualifierIn))),
    flag: flagOfAll(parts),
  }))
}

/** A ratio: both sides re-based over the units that gave both, then divided; it is never divided by shares itself. */
export function quotient(view: MapView, area: Area, indicator: Indicator): MapFigure {
  const { numerator, denominator, denominatorKind } = indicator
  const keys = [...numerator, ...denominator]
  const parts = partsOf(view, area, {
    answer: (of) => answerOfAll(of, keys, denominatorKind),
    give: (of, value, target) => {
      const { flag } = of.destination
      // Of nothing among so many, nobody knows among how many of them: only where all of it is nothing, nothing is divided.
      const isNothing = keys.every((key) => of.values.get(key)?.state === 'zero')
      if (denominatorKind === null) return given(of, value, target, isNothing)
      if (!of.divisors.has(denominatorKind)) return refused({ why: 'divisor-unknown', unit: of.unit })
      return flag === 'apportioned'
        ? refused({ why: 'divisor-divided', unit: of.unit })
        : given(of, value, target, false)
    },
  })
  const counted = parts.filter(({ use }) => use.kind === 'counted').flatMap(({ unit }) => view.placedOf.get(unit) ?? [])
  return figureFrom(view, area, parts, () => {
    const side = (codes: readonly string[]): FigureValue[] =>
      codes.flatMap((code) => counted.map((of) => givenOf(of, code, area.target)))
    const above = side(numerator)
    const below = side(denominator)
    const divisor = denominatorKind
      ? quantity(counted.reduce((sum, of) => sum + (of.divisors.get(denominatorKind) ?? 0), 0))
      : add(...below.map(amountIn))
    const factor = indicator.numeral === 'percent' ? 100n : 1n
    const result = divide((add(...above.map(amountIn)) * factor) as Quantity, divisor, 2)
    const hedge = hedgeOfQuotient(hedgeOfSum(above.map(qualifierIn)), hedgeOfSum(below.map(qualifierIn)))
    return result === null ? null : { value: valueOf(result, hedge), flag: flagOfAll(parts) }
  })
}

/** A number that is never added stays what it is where the area is the same, and is not comparable elsewhere. */
export function carriedAlone(view: MapView, area: Area, key: string): MapFigure {
  const parts = partsOf(view, area, {
    answer: ({ values }) => values.get(key) ?? { state: 'not-yet-known' },
    give: (of, value) =>
      area.isSameAs(of.unit)
        ? { kind: 'counted', given: value, flag: 'exact', share: 1 }
        : refused({ why: 'not-additive' }),
  })
  const [only] = countedIn(parts)
  return figureFrom(view, area, parts, () => (only ? { value: only, flag: 'exact' } : null))
}

type Known = { value: FigureValue; flag: 'exact' | 'apportioned' }

function figureFrom(view: MapView, area: Area, parts: readonly MapPart[], make: () => Known | null): MapFigure {
  const { counted, missing } = coverage(view, area, parts)
  const refusal = parts.map(({ use }) => use).find((use) => use.kind === 'not-comparable')
  const isCounted = parts.some(({ use }) => use.kind === 'counted')
  const made = !refusal && isCounted ? make() : null
  const nobodyNeedsIt = parts.length > 0 && parts.every(({ use }) => use.kind === 'not-applicable')
  const standing: MapFigure['standing'] = refusal
    ? { kind: 'not-comparable', reason: refusal.reason }
    : made
      ? { kind: 'known', ...made }
      : nobodyNeedsIt && missing.length === 0
        ? { kind: 'known', value: { state: 'not-applicable' }, flag: 'exact' }
        : { kind: 'absent' }
  return { standing, counted, expected: counted + missing.length, parts, missing }
}

/**
 * What becomes of each unit's number. Of a larger unit and its parts only one may be added: the larger unit's own figure,
 * unless it cannot be divided among the units of this map; then its parts speak for themselves (docs/adr/0039).
 */
function partsOf(view: MapView, { target, landing }: Area, { answer, give }: Reading): MapPart[] {
  const isNumber = (value: FigureValue): boolean => value.state === 'reported' || value.state === 'zero'
  const useOf = (of: Placed, value: FigureValue): PartUse => {
    const over = of.above.findLast((unit) => {
      const larger = view.placedOf.get(unit)
      return larger && larger.destination.flag !== 'not-comparable' && isNumber(answer(larger))
    })
    if (over !== undefined) return { kind: 'within', over }
    return value.state === 'not-applicable' ? { kind: 'not-applicable' } : give(of, value, target)
  }
  const parts = landing.flatMap((of): MapPart[] => {
    const value = answer(of)
    return value.state === 'not-yet-known' ? [] : [{ unit: of.unit, report: of.report, value, use: useOf(of, value) }]
  })
  const speaking = new Set(
    parts.filter(({ use }) => use.kind === 'counted').flatMap(({ unit }) => view.placedOf.get(unit)?.above ?? []),
  )
  return parts.map((part) =>
    part.use.kind === 'not-comparable' && speaking.has(part.unit)
      ? { ...part, use: { kind: 'set-aside', reason: part.use.reason } }
      : part,
  )
}

/** What falls to one unit of the map. Nothing divided is nothing, whatever the shares; a change of nothing may hide +5 and −5. */
function given(of: Placed, value: FigureValue, target: UnitId, isNeverNegative: boolean): PartUse {
  const { flag, reason } = of.destination
  const isDivision = reason !== null && ['share-unknown', 'shares-incomplete', 'not-divided'].includes(reason.why)
  if (value.state === 'zero' && isNeverNegative && (flag !== 'not-comparable' || isDivision)) {
    return { kind: 'counted', given: value, flag: 'exact', share: shareIn(of, target) ?? 1 }
  }
  if (flag === 'not-comparable') return refused(reason)
  return { kind: 'counted', given: dividedOf(of, value, target), flag, share: shareIn(of, target) ?? 1 }
}

function givenOf(of: Placed, code: string, target: UnitId): FigureValue {
  const value = of.values.get(code) ?? { state: 'zero' }
  return of.destination.flag === 'not-comparable' ? value : dividedOf(of, value, target)
}

/** A hedge stays with each part: a third of “trên 300” is “trên 100”. */
function dividedOf({ destination }: Placed, value: FigureValue, target: UnitId): FigureValue {
  if (value.state !== 'reported' || destination.flag === 'exact') return value
  const weights = destination.parts.map(({ weight }) => weight ?? 0n)
  const at = destination.parts.findIndex(({ unit }) => unit === target)
  const amount = (apportion(value.amount, weights, precisionOf(value.amount))[at] ?? 0n) as Quantity
  return valueOf(amount, value.qualifier)
}

/** The smallest amount a number was given in: one person, or a tenth of a hectare where it says 12,5. */
function precisionOf(amount: Quantity): bigint {
  return [10_000n, 1_000n, 100n, 10n].find((step) => amount % step === 0n) ?? 1n
}

function shareIn({ destination }: Placed, target: UnitId): number | null {
  return destination.parts.find(({ unit }) => unit === target)?.share ?? null
}

/** One answer for all cells of a ratio: a number where each is given. */
function answerOfAll(of: UnitFigures, keys: readonly string[], kind: string | null): FigureValue {
  const values = keys.map((key) => of.values.get(key) ?? { state: 'not-yet-known' as const })
  const unlike = values.find(({ state }) => state === 'not-applicable' || state === 'not-yet-known')
  // A ward has no part in an average per xã, whatever it wrote there.
  if (kind !== null && of.divisors.get(kind) === 0) return { state: 'not-applicable' }
  return unlike ?? values[0] ?? { state: 'not-yet-known' }
}

function refused(reason: MapReason | null): PartUse {
  return { kind: 'not-comparable', reason }
}

function countedIn(parts: readonly MapPart[]): FigureValue[] {
  return parts.flatMap(({ use }) => (use.kind === 'counted' ? [use.given] : []))
}

function flagOfAll(parts: readonly MapPart[]): 'exact' | 'apportioned' {
  return parts.some(({ use }) => use.kind === 'counted' && use.flag === 'apportioned') ? 'apportioned' : 'exact'
}

function amountIn(value: FigureValue): Quantity {
  return value.state === 'reported' ? value.amount : zero
}

function qualifierIn(value: FigureValue): Qualifier {
  return value.state === 'reported' ? value.qualifier : 'exact'
}
