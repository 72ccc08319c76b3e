import type { Id } from '#kernel/ids.ts'
import type { AppraisalSheet, AppraisalSubject } from './appraisal.ts'
import type { Points } from './scoring-points.ts'
import type { ScoringSet } from './scoring-set.ts'
import { score, sheetTotal, type Marks, type ScoreResult } from './scoring.ts'

type Given = Pick<AppraisalSheet, 'part' | 'account' | 'isHandedIn' | 'marks'>

/** Points of a sheet without their notes. */
export function marksOnly(sheet: Pick<AppraisalSheet, 'marks'>): Marks {
  return new Map([...sheet.marks].map(([key, mark]) => [key, mark.points]))
}

/** What a subject comes to by the sheets that were handed in; the council's numbers stand as they are. */
export function resultOf(set: ScoringSet, subject: AppraisalSubject, sheets: readonly Given[]): ScoreResult {
  const superior = sheets.find((sheet) => sheet.part === 'superior' && sheet.isHandedIn)
  const council = sheets.find((sheet) => sheet.part === 'council')
  return score(set, {
    appraisers: sheets.filter((sheet) => sheet.part === 'appraiser' && sheet.isHandedIn).map(marksOnly),
    council: council ? marksOnly(council) : new Map<string, Points>(),
    superior: superior ? marksOnly(superior) : null,
    ...{ area: subject.area, notEligible: subject.notEligible },
  })
}

/** The sum of the sheets of one part that were handed in, with whose it is. */
export function totalsOf(
  set: ScoringSet,
  sheets: readonly Given[],
  part: AppraisalSheet['part'],
): { account: Id<'Account'> | null; total: Points }[] {
  return sheets
    .filter((sheet) => sheet.part === part && sheet.isHandedIn)
    .map((sheet) => ({ account: sheet.account, total: sheetTotal(set, marksOnly(sheet)) }))
}

/** The total of a result; null where there is none. */
export function totalOf(result: ScoreResult | null): Points | null {
  return result?.kind === 'scored' ? result.total : null
}
