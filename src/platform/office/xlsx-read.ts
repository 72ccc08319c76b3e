import type { ReadCell, SheetRows, WorkbookProblem } from '#kernel/workbook.ts'
import { BadEntry } from '../files/archive.ts'
import { openBook, UnreadableBook, type Book, type BookSheet } from './xlsx-book.ts'
import { rowsOfSheet, type BookCell } from './xlsx-cells.ts'
import { TooMuchText } from './xlsx-texts.ts'
import { UnreadableXml } from './xml-scan.ts'

/** No table that people fill in is wider or longer; what lies beyond is not read, and the answer says so. */
export const mostOfSheet = { rows: 20_000, columns: 200, cells: 1_000_000 }

export type WorkbookReading<Answer> =
  { ok: true; answer: Answer; isCut: boolean } | { ok: false; problem: WorkbookProblem }

/**
 * Opens a workbook that `takeIn` let through and works on its shown sheets, whose rows come one at a time: what the work does
 * not keep is not held. A formula is read as what it last came to. A file that turns out unreadable half way is an answer too,
 * and then nothing that was read of it counts.
 */
export async function readWorkbook<Answer>(
  content: Uint8Array,
  work: (sheets: readonly SheetRows[]) => Promise<Answer>,
): Promise<WorkbookReading<Answer>> {
  let isCut = false
  const limits = { ...mostOfSheet, onCut: () => void (isCut = true) }
  return unlessUnreadable(async () => {
    const book = await openBook(bufferOf(content))
    const shown = book.sheets.filter(({ isHidden }) => !isHidden)
    const answer = await work(shown.map((sheet) => ({ name: sheet.name, rows: rowsOf(book, sheet, limits) })))
    return { ok: true, answer, isCut }
  })
}

/** The rows of the first sheet, shown or not, for whoever reads words only. */
export async function readFirstSheet<Answer>(
  content: Uint8Array,
  work: (rows: AsyncIterable<readonly BookCell[]>, book: Book) => Promise<Answer>,
): Promise<WorkbookReading<Answer>> {
  let isCut = false
  return unlessUnreadable(async () => {
    const book = await openBook(bufferOf(content))
    const [first] = book.sheets
    if (!first) throw new UnreadableBook('no sheet')
    const answer = await work(rowsOfSheet(book, first, { ...mostOfSheet, onCut: () => void (isCut = true) }), book)
    return { ok: true, answer, isCut }
  })
}

async function unlessUnreadable<Answer>(
  work: () => Promise<WorkbookReading<Answer>>,
): Promise<WorkbookReading<Answer>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TooMuchText) return { ok: false, problem: 'too-much-text' }
    // Whatever is wrong inside somebody's file, it is a file that cannot be read; nothing of ours failed.
    if (error instanceof UnreadableXml || error instanceof UnreadableBook || error instanceof BadEntry)
      return { ok: false, problem: 'unreadable' }
    throw error
  }
}

function bufferOf(content: Uint8Array): Buffer {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength)
}

type Limits = Parameters<typeof rowsOfSheet>[2]

function rowsOf(book: Book, sheet: BookSheet, limits: Limits): AsyncIterable<readonly ReadCell[]> {
  return {
    async *[Symbol.asyncIterator]() {
      for await (const row of rowsOfSheet(book, sheet, limits)) yield row.map(readCell)
    },
  }
}

function readCell(cell: BookCell): ReadCell {
  switch (cell.kind) {
    case 'empty':
      return cell
    case 'error':
      return { kind: 'broken', text: cell.text }
    case 'date':
      return { kind: 'date' }
    case 'boolean':
      return { kind: 'text', text: cell.isTrue ? 'đúng' : 'sai' }
    case 'number':
      return Number.isFinite(cell.number) ? cell : { kind: 'broken', text: String(cell.number) }
    case 'text':
      return readText(cell.text.normalize('NFC').trim())
  }
}

function readText(text: string): ReadCell {
  if (/^#(REF|VALUE|DIV\/0|NAME|N\/A|NUM|NULL|SPILL|CALC)[!?]?$/.test(text)) return { kind: 'broken', text }
  return text === '' ? { kind: 'empty' } : { kind: 'text', text }
}
