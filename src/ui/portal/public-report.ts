import type { SumRow } from '../sum.ts'

/** A figure as the public reads it. `amount` is already formatted (33.838); null when there is none, then `stateName` says why. */
export type PublicFigure = {
  code: string
  name: string
  dimensionName: string | null
  unit: string
  hedge: string | null
  amount: string | null
  stateName: string | null
  counts: string
  sourceName: string
  note: string
  previous: string | null
  /** Who says this number, when it was accepted, and in which version of the report. */
  provenance: string
  anchor: string
}

export const verdicts = ['fails', 'asks', 'not-computable', 'holds'] as const
export type Verdict = (typeof verdicts)[number]

/** What a check says, with the arithmetic that anyone can redo, and what the unit explained. */
export type PublicStatement = {
  verdict: Verdict
  sentence: string
  sum: SumRow[] | null
  explanation: string | null
}

/** One section of the words; a number leads to its line on the page, where the page has one. */
export type PublicWords = {
  title: string
  anchor: string
  paragraphs: ({ text: string } | { printed: string; anchor: string | null })[][]
}

export type PublicReportPage = {
  unitName: string
  /** Where one reads about the unit itself. */
  unitHref: string
  unitNote: string | null
  provinceName: string
  title: string
  periodName: string
  periodFrom: string
  periodTo: string
  reportedBy: string
  submittedOn: string | null
  acceptedOn: string | null
  publishedOn: string
  source: { title: string; note: string } | null
  /** `bản sửa đổi số 1, nhận ngày …`; null for a report as it was first accepted. */
  amended: string | null
  amendedWhy: string | null
  /** What this address said before, newest first. */
  formers: { label: string; href: string; when: string }[]
  /** On the page of a former version: what took its place. */
  replaced: { by: string; when: string; why: string; href: string } | null
  highlights: PublicFigure[]
  words: PublicWords[]
  sections: { title: string; anchor: string; figures: PublicFigure[] }[]
  missing: { name: string; reason: string }[]
  statements: PublicStatement[]
  downloads: { label: string; use: string; href: string; size: string }[]
  territoryNote: string | null
}

/** A page of more than six large figures has no large figure. */
export const highlightLimit = 6

/** What does not hold comes first: it is what a reader should see. */
export function bySeverity(statements: PublicStatement[]): PublicStatement[] {
  return [...statements].sort((one, other) => verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict))
}

/** "12 phép kiểm tra: 1 không khớp, 1 cần hỏi lại, 10 khớp." */
export function verdictSummary(statements: PublicStatement[]): string {
  const words: Record<Verdict, string> = {
    fails: 'không khớp',
    asks: 'cần hỏi lại',
    'not-computable': 'chưa tính được',
    holds: 'khớp',
  }
  const parts = verdicts
    .map((verdict) => [statements.filter((each) => each.verdict === verdict).length, words[verdict]] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
  return `${statements.length} phép kiểm tra: ${parts.join(', ')}.`
}
