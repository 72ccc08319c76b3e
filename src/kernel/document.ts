import { formatDayInWords, type LocalDate } from './local-date.ts'

/** An official document as plain facts: no fonts, no places on paper. A layout decides those, a writer prints them. */
export type OfficialDocument = {
  layout: AnyLayout
  language: 'vi'
  issuer: Issuer
  number: DocumentNumber
  place: string
  /** The day of signing; null while the document is a draft, and blanks are printed. */
  day: LocalDate | null
  /** In capitals as printed: `BÁO CÁO`. */
  typeName: string
  subject: string
  /** For an official letter (công văn): to whom it goes. It has no type name; its subject stands under the number. */
  letterTo?: readonly string[]
  /** Printed large and pale across every page: `DỰ THẢO`. */
  watermark?: string
  blocks: readonly Block[]
  signature: Signature
  /** Without marks or full stops; the last one is where the file copy stays: `Lưu: VT, VHXH`. */
  recipients: readonly string[]
  appendices?: readonly Appendix[]
}

/** Phụ lục: behind the signature, on pages of its own that lie on their side and are counted on their own. */
export type Appendix = {
  /** Printed in capitals under the word and its number. */
  title: string
  /** Whose paper it goes with, within a sentence. */
  issuedBy: string
  blocks: readonly (Extract<Block, { kind: 'paragraph' | 'note' }> | WideTable)[]
}

export const layouts = ['state', 'party', 'front'] as const

/** State: Nghị định 30/2020/NĐ-CP. Party: Hướng dẫn 05-HD/VPTW. Front: its own rule was not read, so it stands on the State's. */
export type Layout = (typeof layouts)[number]

/** A `note` is nobody's official document: a page inside an office, without crown, number, signature and recipients. */
export type AnyLayout = Layout | 'note'

/** Names in capitals as printed; a line break inside a name is kept. `superior` is null for a body that has none. */
export type Issuer = { superior: string | null; body: string }

/** `assigned` is null until the clerk enters the signed document in the register (Nghị định 30/2020/NĐ-CP, Điều 15; per term in the Party). */
export type DocumentNumber = { symbol: string; assigned: string | null }

export type Block =
  | { kind: 'heading'; level: HeadingLevel; text: string }
  | { kind: 'paragraph'; runs: readonly Run[] }
  | Table
  | { kind: 'note'; runs: readonly Run[] }
  /** The last words, without a full stop: the layout ends them with `./.` or `.`. */
  | { kind: 'closing'; runs: readonly Run[] }
  | { kind: 'pageBreak' }

/** Printed `I.`, `1.`, `a)`; the marks are counted by `headingMarks`, never typed. */
export type HeadingLevel = 1 | 2 | 3

/** Words, or a figure that still knows the cell it was read from. */
export type Run =
  | { kind: 'text'; text: string; bold?: boolean; italic?: boolean }
  | { kind: 'figure'; text: string; cell: string; bold?: boolean }

export type Table = {
  kind: 'table'
  caption?: string
  columns: readonly Column[]
  rows: readonly Row[]
  note?: string
}

/** A part of a table that is too wide for one page: small type, the same first columns beside every part. Only in an appendix. */
export type WideTable = {
  kind: 'wide-table'
  caption: string
  columns: readonly Column[]
  rows: readonly WideRow[]
  note?: string
}

/** `over` stands across all columns after those of `cells`: why a row has no numbers. */
export type WideRow = { cells: readonly string[]; over?: string; bold?: boolean }

/** `share` is relative to the other columns of the same table. */
export type Column = { title: string; align: 'left' | 'centre' | 'right'; share: number }

/** A section row carries its mark (`I`, `A`, or nothing) in the first column and its title over all the others. */
export type Row = { kind: 'section'; mark: string; title: string } | { kind: 'cells'; cells: readonly Run[] }

/**
 * Who signs, and by what right. A deputy of a People's Committee signs on two lines, `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`,
 * then the deputy's own title; a deputy of a Party committee signs without the second.
 */
export type Signature = { rights: readonly SigningRight[]; title: string; name: string | null }

export type SigningRight = { authority: Authority; of: string }

/** Thay mặt, ký thay, thừa lệnh, thừa ủy quyền, quyền (Nghị định 30/2020/NĐ-CP, Điều 13); each layout writes them its own way. */
export type Authority = 'on-behalf' | 'for-superior' | 'by-order' | 'by-delegation' | 'acting'

export function text(words: string): Run {
  return { kind: 'text', text: words }
}

export function figure(words: string, cell: string): Run {
  return { kind: 'figure', text: words, cell }
}

/** What stands before the number and between number and symbol: `Số: 05/BC-UBND`, `Số 05-BC/ĐU`. */
export type NumberForm = { lead: string; join: string }

/** Numbers below 10 are padded; a blank is left for the clerk's pen while none is assigned. */
export function numberLine({ assigned, symbol }: DocumentNumber, { lead, join }: NumberForm): string {
  return `${lead}${assigned?.padStart(2, '0') ?? '       '}${join}${symbol}`
}

/** `Sông Xanh, ngày 05 tháng 10 năm 2026`. */
export function placeAndDayLine(place: string, day: LocalDate | null): string {
  return `${place}, ${day ? formatDayInWords(day) : 'ngày … tháng … năm …'}`
}

/** What a list of files or a window's title calls it: `Báo cáo Kết quả công tác dân vận quý III năm 2026`. */
export function documentTitle({ typeName, subject, letterTo }: OfficialDocument): string {
  if (letterTo !== undefined) return `Công văn ${letterSubject(subject)}`
  return `${inSentence(typeName)} ${subject}`
}

/** `Phụ lục`, or `Phụ lục II` where a paper has several (Nghị định 30/2020/NĐ-CP, Phụ lục I: numbered in Roman figures). */
export function appendixName(at: number, of: number): string {
  return of === 1 ? 'Phụ lục' : `Phụ lục ${romanNumeral(at + 1)}`
}

/** `(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 10 năm 2026 của …)`; blanks for the pen as on the first page. */
export function appendixReference(
  { typeName, number, day }: Pick<OfficialDocument, 'typeName' | 'number' | 'day'>,
  { join }: NumberForm,
  issuedBy: string,
): string {
  const assigned = number.assigned?.padStart(2, '0') ?? '……'
  const on = day ? formatDayInWords(day) : 'ngày … tháng … năm …'
  return `(Kèm theo ${inSentence(typeName)} số ${assigned}${join}${number.symbol} ${on} của ${issuedBy})`
}

function inSentence(typeName: string): string {
  const lower = typeName.toLocaleLowerCase('vi')
  return lower.charAt(0).toLocaleUpperCase('vi') + lower.slice(1)
}

/** Trích yếu of an official letter begins with `V/v` (về việc). */
export function letterSubject(subject: string): string {
  return `V/v ${subject.charAt(0).toLocaleLowerCase('vi')}${subject.slice(1)}`
}

/** The mark before each heading (`II.`, `3.`, `đ)`), in the order of the blocks; null for what is no heading. */
export function headingMarks(blocks: readonly Block[]): (string | null)[] {
  const counts: Record<HeadingLevel, number> = { 1: 0, 2: 0, 3: 0 }
  return blocks.map((block) => {
    if (block.kind !== 'heading') return null
    counts[block.level] += 1
    if (block.level < 3) counts[3] = 0
    if (block.level < 2) counts[2] = 0
    return headingMark(block.level, counts[block.level])
  })
}

function headingMark(level: HeadingLevel, count: number): string {
  if (level === 1) return `${romanNumeral(count)}.`
  if (level === 2) return `${count}.`
  return `${pointLetters[count - 1] ?? count})`
}

// Points of a Vietnamese legal text follow the Vietnamese alphabet: đ after d, and no f, j, w, z.
const pointLetters = [...'abcdđeghiklmnopqrstuvxy']

const romanParts = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function romanNumeral(count: number): string {
  const part = romanParts.find(([worth]) => worth <= count)
  return part ? part[1] + romanNumeral(count - part[0]) : ''
}
