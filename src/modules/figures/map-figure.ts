import type { NotComparable } from '#modules/territory/landing.ts'
import type { Flag } from '#modules/territory/rebase.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { FigureValue } from './figure.ts'

/** What one unit reported for the period that is read on another map. */
export type UnitFigures = {
  unit: UnitId
  /** The report it stands in, so that every part can be opened. */
  report: string
  /** By cell key. */
  values: ReadonlyMap<string, FigureValue>
  /** How many units of a kind an average of this unit is divided by; a kind is absent where that is not known. */
  divisors: ReadonlyMap<string, number>
}

/** Why a number has no value on the asked map (vì sao không so sánh được): the register's reason, or the indicator's own. */
export type MapReason =
  | NotComparable
  /** Shares, scores and the like are never added over units. */
  | { why: 'not-additive' }
  /** An average whose unit was divided: half a commune divides nothing. */
  | { why: 'divisor-divided'; unit: UnitId }
  | { why: 'divisor-unknown'; unit: UnitId }

/** What became of one unit's number on the asked map. */
export type PartUse =
  | { kind: 'counted'; given: FigureValue; flag: 'exact' | 'apportioned'; share: number }
  | { kind: 'not-applicable' }
  /** Not added: it is already in the figure of the larger unit `over`. */
  | { kind: 'within'; over: UnitId }
  /** Not added: it cannot be divided among these units, and they have figures of their own. */
  | { kind: 'set-aside'; reason: MapReason | null }
  | { kind: 'not-comparable'; reason: MapReason | null }

/** One unit's number behind a number of another map (phần làm nên số). */
export type MapPart = { unit: UnitId; report: string; value: FigureValue; use: PartUse }

/** A figure read on a map (số liệu trên bản đồ): its number with its flag, or why there is none, and what it is made of. */
export type MapFigure = {
  standing:
    | { kind: 'known'; value: FigureValue; flag: 'exact' | 'apportioned' }
    | { kind: 'not-comparable'; reason: MapReason | null }
    /** Nobody gave a number. */
    | { kind: 'absent' }
  /** How many units a number is from, and how many it would be from were all known. */
  counted: number
  expected: number
  parts: readonly MapPart[]
  /** Units of the time of the period that gave no number. */
  missing: readonly UnitId[]
}

/** The flag a number carries; null where nobody gave one. */
export function flagOf({ standing }: MapFigure): Flag | null {
  return standing.kind === 'known' ? standing.flag : standing.kind === 'absent' ? null : 'not-comparable'
}
