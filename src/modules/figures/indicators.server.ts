import type { Numeral } from '#kernel/numerals.ts'
import type { Indicator, IndicatorVersionId } from './indicator.ts'

export type IndicatorRow = {
  id: string
  indicator_code: string
  name: string
  unit_of_count: string
  numeral: string
  nature: string
  over_time: string
  over_territory: string
  direction: string
  sensitivity: string
  numerator: string[]
  denominator: string[]
  denominator_kind: string | null
  counts: string
}

// The checks of indicator_version hold each of these to the known words.
export function readIndicator(row: IndicatorRow): Indicator {
  return {
    id: row.id as IndicatorVersionId,
    code: row.indicator_code,
    name: row.name,
    unitOfCount: row.unit_of_count,
    numeral: row.numeral as Numeral,
    nature: row.nature as Indicator['nature'],
    overTime: row.over_time as Indicator['overTime'],
    overTerritory: row.over_territory as Indicator['overTerritory'],
    direction: row.direction as Indicator['direction'],
    sensitivity: row.sensitivity as Indicator['sensitivity'],
    numerator: row.numerator,
    denominator: row.denominator,
    denominatorKind: row.denominator_kind,
    counts: row.counts,
  }
}
