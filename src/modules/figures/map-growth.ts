import { divide, subtract, zero, type Quantity } from '#kernel/quantity.ts'
import { comparable } from '#modules/territory/rebase.ts'
import type { DefinitionChange } from './definition-change.ts'
import type { FigureValue } from './figure.ts'
import type { Indicator } from './indicator.ts'
import type { MapFigure, MapReason } from './map-figure.ts'

/** Why no growth is told between two figures (vì sao không tính tăng, giảm). */
export type NoGrowth =
  | { why: 'no-figure'; of: 'before' | 'now' }
  | { why: 'not-comparable'; of: 'before' | 'now'; reason: MapReason | null }
  /** The two periods are counted by definitions that do not count the same thing. */
  | { why: 'definition-changed'; change: DefinitionChange }
  /** A growth from “trên 3.200” would be as exact as nobody was. */
  | { why: 'rounded' | 'from-zero' }

/** Growth between two periods on one map (tăng, giảm so với kỳ trước); `percent` to one decimal. */
export type Growth =
  { kind: 'rate'; percent: Quantity; flag: 'exact' | 'apportioned' } | { kind: 'none'; reason: NoGrowth }

/** What grows by a rate: a number of things. A change, a ratio and a score do not. */
export function mayGrow({ nature }: Pick<Indicator, 'nature'>): boolean {
  return nature === 'flow' || nature === 'stock'
}

/**
 * A growth is told only where both sides are known in full, on the same map, by one definition or by two that may be compared.
 * `change` is what the definition went through between the two periods, if anything.
 */
export function growthBetween(before: MapFigure, now: MapFigure, change: DefinitionChange | null = null): Growth {
  for (const [of, { standing }] of [
    ['before', before],
    ['now', now],
  ] as const) {
    if (standing.kind === 'not-comparable') return none({ why: 'not-comparable', of, reason: standing.reason })
    if (amountOf(standing) === null) return none({ why: 'no-figure', of })
  }
  if (change?.comparable === false) return none({ why: 'definition-changed', change })
  for (const [of, one] of [
    ['before', before],
    ['now', now],
  ] as const) {
    const { counted, expected } = one
    if (counted < expected) return none({ why: 'not-comparable', of, reason: { why: 'incomplete', counted, expected } })
  }
  return rateBetween(before, now)
}

function rateBetween(before: MapFigure, now: MapFigure): Growth {
  const [from, to] = [amountOf(before.standing) ?? zero, amountOf(now.standing) ?? zero]
  if (isRounded(before) || isRounded(now)) return none({ why: 'rounded' })
  const percent = divide((subtract(to, from) * 100n) as Quantity, from, 1)
  if (percent === null) return none({ why: 'from-zero' })
  const both = comparable(standingOf(before), standingOf(now))
  if (!both.isComparable) return none({ why: 'not-comparable', of: 'now', reason: both.reason })
  return { kind: 'rate', percent, flag: both.flag }
}

function standingOf({ standing, counted, expected }: MapFigure) {
  const flag = standing.kind === 'known' ? standing.flag : ('not-comparable' as const)
  return { flag, reason: null, counted, expected }
}

function amountOf(standing: MapFigure['standing']): Quantity | null {
  if (standing.kind !== 'known') return null
  const { value } = standing
  return value.state === 'reported' ? value.amount : value.state === 'zero' ? zero : null
}

function isRounded({ standing }: MapFigure): boolean {
  const value: FigureValue | null = standing.kind === 'known' ? standing.value : null
  return value?.state === 'reported' && value.qualifier !== 'exact'
}

function none(reason: NoGrowth): Growth {
  return { kind: 'none', reason }
}
