import type { CubeQuestion } from './cube-question.ts'
import type { AskedUnit } from './question-units.ts'

/** A period of an answer in words. */
export type AskedPeriod = { key: string; title: string }

/** A question that can be put to the cube, with what its units and periods are called, place by place. */
export type ResolvedQuestion = CubeQuestion & {
  labels: { units: readonly AskedUnit[]; periods: readonly AskedPeriod[]; map: string }
}
