import type { Measure } from '#modules/figures/cube-question.ts'
import { mayGrow } from '#modules/figures/map-growth.ts'
import type { Indicator } from '#modules/figures/indicator.ts'
import type { BriefMeasure } from './brief.ts'

/** What may be told of a measure, by the indicator that it is of. */
export function briefMeasure(measure: Measure, indicator: Indicator): BriefMeasure {
  return {
    measure,
    grows: mayGrow(indicator),
    isSum: indicator.overTerritory === 'sum',
    isFlow: indicator.nature === 'flow' && indicator.numeral === 'count' && indicator.overTerritory === 'sum',
  }
}
