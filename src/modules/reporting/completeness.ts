import type { ReportContent } from './content.ts'

/**
 * Độ đầy đủ: of the cells that a template asked of a unit, how many its newest copy answers. A number, a stated 0 and “không
 * áp dụng” are answers, wherever they came from; an empty cell is none (docs/adr/0073).
 */
export type Completeness = {
  answered: number
  asked: number
  /** From which percentage of the asked cells on the province takes a report for complete. */
  least: number
}

/** What counts as complete where no rule of the province says otherwise. */
export const everyCell = 100

export function isComplete({ answered, asked, least }: Completeness): boolean {
  return answered * 100 >= asked * least
}

/** What is handed in and leaves more open than the province lets pass; null where nothing is in, or nothing is missing. */
export function shortOf(cells: Completeness | null): Completeness | null {
  return cells === null || isComplete(cells) ? null : cells
}

export function missingCells({ answered, asked }: Completeness): number {
  return asked - answered
}

/** `còn thiếu 13/71 ô` */
export function missingSaid(cells: Completeness): string {
  return `còn thiếu ${missingCells(cells)}/${cells.asked} ô`
}

/** What a report answers as it stands; null for the sum of a province, whose gaps are its communes'. */
export function completenessOf(
  { units, lines }: Pick<ReportContent, 'units' | 'lines'>,
  least: number,
): Completeness | null {
  if (units !== null) return null
  const answered = lines.filter(({ figure }) => figure.value.state !== 'not-yet-known').length
  return { answered, asked: lines.length, least }
}

/** Whether a report says nothing at all: no cell is answered, none has a note of why, and no word was written. */
export function saysNothing(content: Pick<ReportContent, 'units' | 'lines' | 'prose'>): boolean {
  const cells = completenessOf(content, everyCell)
  if (cells === null || cells.asked === 0 || cells.answered > 0) return false
  return content.lines.every(({ figure }) => figure.note === '') && (content.prose ?? []).length === 0
}
