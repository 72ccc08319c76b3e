import { cellKey, type CellRef } from './indicator.ts'
import type { Finding, FindingFacts } from './finding.ts'

/** A finding in words: what was found with both numbers, the likely cause, what can be done; and the sum where there is one. */
export type FindingText = {
  heading: string
  sentence: string
  /** The sentence for everybody, where the other one says what single units below gave. */
  openSentence?: string
  remedy: string
  sum: { label: string; amount: string; kind: 'part' | 'sum' | 'total' | 'gap' }[] | null
}

/** The name and the unit of count of a cell, as the page shows them, and the register that it is counted from. */
export type CellName = { name: string; unit: string; register?: string | null }
export type CellNames = (cell: CellRef) => CellName

/** The facts of one kind of finding. */
export type FindingFactsOf<Kind extends FindingFacts['kind']> = Extract<FindingFacts, { kind: Kind }>

export function codeOf(cell: CellRef): string {
  return cell.code
}

export function nameOf(cell: CellRef, names: CellNames): string {
  return `${codeOf(cell)} (${lower(names(cell).name)})`
}

export function listOf(cells: CellRef[]): string {
  const keys = [...new Set(cells.map((cell) => cellKey(cell).split(':')[0] ?? ''))]
  return keys.length > 1 ? `${keys.slice(0, -1).join(', ')} và ${keys.at(-1) ?? ''}` : (keys[0] ?? '')
}

/** Inside a sentence a name starts small, unless it starts with an abbreviation such as OCOP. */
export function lower(name: string): string {
  const second = name[1] ?? ''
  return second === second.toLowerCase() ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

/** What to do, with its end: what was counted is asked back, what may be explained says so, the rest has to be corrected. */
export function remedyFor(finding: Finding, toCorrect: string): string {
  if (finding.verdict === 'asks')
    return 'Đây là số cộng từ cấp xã, không sửa ở đây. Xin xem xã nào ghi chưa khớp rồi hỏi lại xã đó.'
  return finding.explainable
    ? `${toCorrect}; nếu sổ đúng như vậy, nộp kèm lời giải thích.`
    : `${toCorrect}; chỗ này phải khớp mới nộp được.`
}

/** Nothing can be typed into a cell that is counted from a register: what is wrong with it is put right there. */
export function remedyInRegister(finding: Finding, names: CellNames): string {
  if (finding.verdict !== 'fails') return ''
  const counted = finding.cells.filter((cell) => names(cell).register)
  const registers = [...new Set(counted.map((cell) => names(cell).register))].join(', ')
  return counted.length === 0 ? '' : ` ${listOf(counted)} đếm từ ${registers}: số sai thì sửa ở sổ.`
}

/** A few cells by code, the rest as a number: a line about forty cells is read by nobody. */
export function fewOf(cells: CellRef[]): string {
  const codes = [...new Set(cells.map(codeOf))]
  const shown = codes.slice(0, codes.length > 7 ? 6 : 7)
  const rest = codes.length - shown.length
  return rest > 0 ? `${shown.join(', ')} và ${rest} ô khác` : listOf(cells)
}

/** What keeps a rule from being computed, and what would let it. */
export function missingText(facts: FindingFactsOf<'missing'>, names: CellNames): FindingText {
  const parts: string[] = []
  if (facts.missing.length > 0) parts.push(`${facts.missing.map((cell) => nameOf(cell, names)).join('; ')} chưa có số`)
  if (facts.hedged.length > 0)
    parts.push(`${facts.hedged.map((cell) => nameOf(cell, names)).join('; ')} là số ước chừng`)
  const cells = [...facts.missing, ...facts.hedged]
  return {
    heading: `Chưa kiểm tra được: ${listOf(cells)}`,
    sentence: `Chưa kiểm tra được vì ${parts.join(', và ')}.`,
    remedy: facts.missing.length > 0 ? 'Ghi đủ các ô này thì phần mềm sẽ kiểm tra.' : '',
    sum: null,
  }
}

/** A text with the cause and the remedy of whoever wrote the rule, where they wrote some. */
export function inOwnWords(finding: Finding, text: FindingText): FindingText {
  const { words, verdict } = finding
  if (!words || (verdict !== 'fails' && verdict !== 'asks')) return text
  const remedy = words.remedy === '' ? text.remedy : `${words.remedy}${endOf(finding)}`
  const withCause = (sentence: string): string => (words.cause === '' ? sentence : `${sentence} ${words.cause}`)
  const { sentence, openSentence } = text
  const open = openSentence === undefined ? {} : { openSentence: withCause(openSentence) }
  return { ...text, sentence: withCause(sentence), ...open, remedy }
}

function endOf({ verdict, explainable }: Finding): string {
  if (verdict !== 'fails') return ''
  return explainable ? ' Nếu đúng như vậy, nộp kèm lời giải thích.' : ' Chỗ này phải khớp mới nộp được.'
}
