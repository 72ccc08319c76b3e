import type { Brand } from '#kernel/brand.ts'
import type { Numeral } from '#kernel/numerals.ts'
import type { UnitKind } from '#modules/territory/unit.ts'

/** `F01@1`: an indicator as it was defined when a figure was given. */
export type IndicatorVersionId = Brand<string, 'IndicatorVersionId'>

/** Chỉ tiêu: what a figure counts, and the only ways it may be added up. */
export type Indicator = {
  id: IndicatorVersionId
  code: string
  name: string
  unitOfCount: string
  numeral: Numeral
  nature: 'flow' | 'stock' | 'change' | 'ratio' | 'score'
  overTime: 'sum' | 'last' | 'first' | 'ratio-of-sums' | 'median' | 'difference' | 'none'
  overTerritory: 'sum' | 'ratio-of-sums' | 'none'
  direction: 'more-is-better' | 'less-is-better' | 'context'
  sensitivity: 'public' | 'internal' | 'total-only'
  numerator: string[]
  denominator: string[]
  /** For an average per unit: the kind of unit that divides it (24 xã, not 26 đơn vị). */
  denominatorKind: UnitKind | null
  /** One sentence a reader gets: what one of these is. */
  counts: string
}

/** One place for a number: an indicator and, where it is given in parts, the part. */
export type CellRef = { code: string; dimension: string }

/** `F01`, `K01:collective`: how a cell is named in forms, addresses and findings. */
export function cellKey(cell: CellRef): string {
  return cell.dimension ? `${cell.code}:${cell.dimension}` : cell.code
}

/** Reads what `cellKey` writes. */
export function parseCellKey(key: string): CellRef {
  const [code = '', dimension = ''] = key.split(':')
  return { code, dimension }
}
