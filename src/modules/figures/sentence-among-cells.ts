import type { Finding, FindingFacts } from './finding.ts'
import {
  missingText,
  remedyInRegister,
  type CellNames,
  type FindingFactsOf,
  type FindingText,
} from './finding-words.ts'
import { averageText, partText, turnsText } from './sentence-of-pairs.ts'
import { percentText, sumText } from './sentence-of-sums.ts'

/** What the rules of `checks-of-sums.ts` find. */
export type FactsAmongCells = FindingFactsOf<(typeof kinds)[number]>

const kinds = ['sum', 'part-and-whole', 'average', 'turns-and-persons', 'percent', 'missing'] as const

export function isAmongCells(facts: FindingFacts): facts is FactsAmongCells {
  return kinds.some((kind) => kind === facts.kind)
}

/** What was found among the cells of one report, in the words of the program: on the server and in the page that is typed in. */
export function textAmongCells(finding: Finding, facts: FactsAmongCells, names: CellNames): FindingText {
  const inRegister = (text: FindingText): FindingText => ({
    ...text,
    remedy: text.remedy + remedyInRegister(finding, names),
  })
  switch (facts.kind) {
    case 'sum':
      return inRegister(sumText(finding, facts, names))
    case 'part-and-whole':
      return inRegister(partText(finding, facts, names))
    case 'average':
      return inRegister(averageText(finding, facts, names))
    case 'turns-and-persons':
      return turnsText(finding, facts)
    case 'percent':
      return inRegister(percentText(finding, facts, names))
    case 'missing':
      return missingText(facts, names)
  }
}
