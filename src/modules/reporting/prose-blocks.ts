import { figure, text, type Block } from '#kernel/document.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'

/** A paragraph of a report's words, by the section it stands in; a number knows the cell it was read from. */
type PrintedParagraph = {
  section: string
  title: string
  parts: readonly ({ text: string } | { cell: CellRef; printed: string })[]
}

/** The words of a report section by section, in their order; each section has one heading. */
export function proseBlocks(paragraphs: readonly PrintedParagraph[]): Block[] {
  return [...Map.groupBy(paragraphs, ({ section }) => section).values()].flatMap((own): Block[] => [
    { kind: 'heading', level: 1, text: withoutNumber(own[0]?.title ?? '') },
    ...own.map(({ parts }): Block => ({
      kind: 'paragraph',
      runs: parts.map((part) => ('text' in part ? text(part.text) : figure(part.printed, cellKey(part.cell)))),
    })),
  ])
}

/** The paper numbers its own headings: “2. Kết quả thực hiện” would come out as “I. 2. Kết quả thực hiện”. */
function withoutNumber(title: string): string {
  return title.replace(/^(?:\d+|[IVX]+)\.\s*(?=\S)/, '')
}

/** The words that a report was handed in with; none in copies made before reports had any. */
export function proseOf(content: object): readonly PrintedParagraph[] {
  const { prose } = content as { prose?: readonly PrintedParagraph[] }
  return prose ?? []
}
