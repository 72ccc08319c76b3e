import { findingKeyOf } from '#modules/figures/checks-of-sums.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { ContentFinding, ReportContent } from '#modules/reporting/content.ts'
import { cellsTyped, checkWhileTyping, type LiveGround, type TypedTexts } from '#modules/reporting/live-checks.ts'
import { isUnsaved, type CellSaving } from './cell-saving.ts'

/** Under a line of the grid: a check with how far its words can be relied on; nothing beside those of the server. */
export type SaidFinding = { finding: ContentFinding; mark: string }

/** What a total or a ratio comes to with what is being typed, in one line. */
export type SaidBrief = { key: string; mark: string; text: string }

/** All that the grid says of sums while it is typed in. */
export type Live = {
  /** Something that is said here is not the server's own word yet. */
  isTentative: boolean
  /** In the place of the server's findings, where what is typed changes them. */
  findings: SaidFinding[]
  /** What stands under a line: under a total or a ratio what it comes to; `isHere`, where somebody types, all that it changes. */
  briefsAt: (key: string, isHere: boolean) => SaidBrief[]
}

/** The server's findings, with those that texts on their way to it change worked out again, and marked as such. */
export function liveOf(
  content: ReportContent | null,
  ground: LiveGround | null,
  texts: TypedTexts,
  saving: Readonly<Record<string, CellSaving>>,
): Live {
  const known = content?.findings ?? []
  const typed = content && ground ? cellsTyped(content, texts) : new Set<string>()
  if (!content || !ground || typed.size === 0)
    return { isTentative: false, findings: known.map((finding) => ({ finding, mark: '' })), briefsAt: () => [] }
  const checks = checkWhileTyping(content, ground, texts)
  const workedHere = new Set(ground.rules.map(findingKeyOf))
  const replaced = new Set(checks.map(({ key }) => key))
  // Between the answer to a save and the new figures of the page the text is saved, but nothing was worked out with it yet.
  const waits = (state: CellSaving | undefined): boolean => !state || isUnsaved(state)
  const markOf = (keys: readonly string[]): string =>
    keys.some((key) => waits(saving[key])) ? 'Tạm tính, chưa lưu' : 'Tạm tính'
  const stale = (finding: ContentFinding): string =>
    !workedHere.has(finding.key) && finding.cells.some((cell) => typed.has(cellKey(cell)))
      ? 'Theo số đã lưu, chưa xét số đang gõ'
      : ''
  return {
    isTentative: checks.length > 0,
    findings: [
      ...known.filter(({ key }) => !replaced.has(key)).map((finding) => ({ finding, mark: stale(finding) })),
      ...checks.flatMap((check) => (check.finding ? [{ finding: check.finding, mark: markOf(check.typed) }] : [])),
    ],
    briefsAt: (key, isHere) =>
      checks
        .filter(({ of, typed: touched, brief }) => brief !== '' && (of === key || (isHere && touched.includes(key))))
        .map((check) => ({ key: check.key, mark: markOf(check.typed), text: check.brief })),
  }
}
