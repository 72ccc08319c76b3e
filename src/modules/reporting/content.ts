import type { FindingText } from '#modules/figures/finding-words.ts'
import type { RuleId } from '#modules/figures/check-rule.ts'
import type { Verdict } from '#modules/figures/finding.ts'
import type { RecordKind } from '#modules/figures/counted-by.ts'
import type { FigureValue, Basis } from '#modules/figures/figure.ts'
import type { CorrectedCount } from './count-correction.ts'
import type { ReportStatus } from './lifecycle.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Numeral } from '#kernel/numerals.ts'
import type { Period } from '#kernel/period.ts'
import { publicParagraphs, type ReportParagraph } from './narrative.ts'

/**
 * Everything a report says on one day: what entry and review pages show, what a copy freezes, what documents and the public
 * page are printed from. Nothing in it is looked up again.
 */
export type ReportContent = {
  unitName: string
  unitUntil: LocalDate | null
  provinceName: string
  templateName: string
  period: Period
  origin: 'entered' | 'published-source'
  source: { title: string; note: string } | null
  /** For a report summed from units below: how many were expected, counted, and counted as an amendment says them. */
  units: { expected: number; counted: number; amended?: number } | null
  /** Which units these were, and where each stood when this was put together; absent in copies older than the list. */
  unitList?: UnitInSum[]
  lines: ContentLine[]
  findings: ContentFinding[]
  /** The words, section by section; absent from copies that were made before reports had any. */
  prose?: ReportParagraph[]
  /** The amendment whose acceptance made this content; absent in what was submitted (docs/adr/0069). */
  amendment?: AmendmentMark
}

/** Which amendment a content is, why and since when: said wherever its numbers are. */
export type AmendmentMark = { n: number; reason: string; acceptedOn: LocalDate }
/**
 * A unit below whose report is in a sum, or is missing from it and how far it has come; `gap`: why the province named it as
 * missing when it closed the period (docs/adr/0062); `amended`: the amendment whose figures the sum takes of it.
 */
export type UnitInSum = { name: string; status: ReportStatus | 'not-begun'; gap?: string; amended?: number }

/** One line of a report with its figure. */
export type ContentLine = {
  section: string
  cell: CellRef
  name: string
  dimensionName: string | null
  unitOfCount: string
  numeral: Numeral
  counts: string
  isPublic: boolean
  figure: { value: FigureValue; raw: string; note: string; basis: Basis }
  /** The number of units in this sum; null when it was not summed. */
  unitsCounted: number | null
  /** The register and the number of its records this was counted from; null when it was typed or summed. */
  countedFrom: CountedFrom | null
  previous: FigureValue | null
}

/** `corrected` where a number was typed over the count: both are said wherever the cell is read (docs/adr/0057). */
export type CountedFrom = { kind: RecordKind; records: number; corrected?: CorrectedCount }

export type ContentFinding = {
  rule: RuleId
  key: string
  verdict: Verdict
  explainable: boolean
  cells: CellRef[]
  text: FindingText
  /** Cells that would have to be given for this rule to be computed. */
  missing: string[]
  /** Fingerprint of the numbers; an explanation is stored with it. */
  about: string
  explanation: { text: string; by: string } | null
}

/**
 * What everybody may read of a report: no internal line, no list of who is late, no finding that quotes one, no number of a
 * single unit of a sum, and no officer's name.
 */
export function publicContent(content: ReportContent): ReportContent {
  const hidden = new Set(content.lines.filter((line) => !line.isPublic).map((line) => cellKey(line.cell)))
  return {
    ...content,
    // Which commune is late is the province's own business.
    ...(content.unitList ? { unitList: [] } : {}),
    lines: content.lines.filter((line) => line.isPublic),
    findings: content.findings
      .filter((finding) => !finding.cells.some((cell) => hidden.has(cellKey(cell))))
      .map((finding) => ({
        ...finding,
        text: openText(finding.text),
        explanation: finding.explanation && { ...finding.explanation, by: '' },
      })),
    ...(content.prose ? { prose: publicParagraphs(content.prose, hidden) } : {}),
  }
}

function openText({ openSentence, ...text }: FindingText): FindingText {
  return openSentence === undefined ? text : { ...text, sentence: openSentence }
}

export type Progress = { filled: number; of: number }

/** How many cells have an answer: a number, a zero, or not applicable. */
export function progressOf(lines: ContentLine[]): Progress {
  return { filled: lines.filter((line) => line.figure.value.state !== 'not-yet-known').length, of: lines.length }
}

/** The lines of each section, in the template's order. */
export function sectionsOf(lines: ContentLine[]): { title: string; lines: ContentLine[] }[] {
  return [...Map.groupBy(lines, (line) => line.section)].map(([title, inSection]) => ({ title, lines: inSection }))
}
