import { fold, tidy } from '#kernel/text.ts'
import { issuers, letters, type DirectiveKind } from './number-words.ts'

/**
 * The number of a document, taken apart. Four ways of writing it:
 * - party: `25-NQ/TW` (HD 36-HD/VPTW): no year, counted anew each term
 * - state: `15/BC-UBND`, `766/QĐ-TTg` (NĐ 30/2020/NĐ-CP, Phụ lục I): counted anew each year, which the number does not say
 * - law: `59/2023/NĐ-CP`, `06/2022/QH15` (Luật 64/2025/QH15): with its year
 * - letter: `249/MTTQ-BTT`: an official letter, issuer and the office that wrote it
 */
export type DirectiveNumber = {
  shape: 'party' | 'state' | 'law' | 'letter'
  n: number
  /** As it is printed (`NQ`); empty where the number holds none. */
  letters: string
  issuer: string
  year: number | null
}

/** What is not sure about a number that could be read. */
export type NumberDoubt =
  'year-unsaid' | 'issuer-unknown' | 'kind-unknown' | 'd-for-đ' | 'word-differs' | 'law-or-resolution'

/** A number read; one that is asked about, with what it could be; or none. */
export type NumberReading =
  { kind: 'read'; number: DirectiveNumber; doubts: NumberDoubt[] } | { kind: 'asked'; guess: string } | { kind: 'none' }

/** Numbers are printed with at least two digits (NĐ 30/2020/NĐ-CP, Phụ lục I: số nhỏ hơn 10 thêm số 0 phía trước). */
export function printNumber(number: DirectiveNumber): string {
  const n = String(number.n).padStart(2, '0')
  switch (number.shape) {
    case 'party':
      return `${n}-${number.letters}/${number.issuer}`
    case 'state':
      return `${n}/${number.letters}-${number.issuer}`
    case 'law':
      return `${n}/${number.year}/${number.letters ? `${number.letters}-` : ''}${number.issuer}`
    case 'letter':
      return `${n}/${number.issuer}`
  }
}

/** By this two ways of writing one number are found to be the same: `6/2022/qh15` and `06/2022/QH15`. */
export function numberKey(number: DirectiveNumber): string {
  return fold(printNumber(number)).replace(/[^a-z0-9]+/g, '-')
}

export function kindOfNumber(number: DirectiveNumber): DirectiveKind {
  if (number.shape === 'letter') return 'official-letter'
  if (number.shape === 'law' && number.letters === '') return 'law'
  return letters[number.letters] ?? 'other'
}

/** Who issued it, in words; null where the letters are not known here. */
export function issuerOfNumber(number: DirectiveNumber): string | null {
  const assembly = /^QH(\d{1,2})$/.exec(number.issuer)
  if (assembly) return `Quốc hội khóa ${Number(assembly[1])}`
  return issuers[headOf(number.issuer)]?.name ?? null
}

/** Reads what somebody typed or what stands in a text: “Số: 25 – NQ / TW”, “nghị quyết 25-nq/tw”, “QD 218-QD/TW”. */
export function readNumber(text: string): NumberReading {
  const { word, bare } = withoutWords(straighten(text))
  for (const [shape, pattern] of shapes) {
    const parts = pattern.exec(bare)?.groups
    if (parts) return asShape(shape, parts, word)
  }
  const guess = guessOf(bare)
  return guess === null ? { kind: 'none' } : { kind: 'asked', guess }
}

const shapes = [
  [
    'law',
    /^(?<n>\d{1,5})\/(?<year>(?:19|20)\d\d)\/(?:(?<letters>[\p{L}]{2,4})-)?(?<issuer>[\p{L}]{2,}\d{0,2}(?:-[\p{L}\d]+)*)$/u,
  ],
  ['party', /^(?<n>\d{1,5})-(?<letters>[\p{L}]{2,4})\/(?<issuer>[\p{L}]{2,})$/u],
  ['state', /^(?<n>\d{1,5})\/(?<letters>[\p{L}]{2,4})-(?<issuer>[\p{L}]{2,}(?:-[\p{L}\d]+)*)$/u],
] as const

type Parts = { [key: string]: string | undefined }

function asShape(shape: 'law' | 'party' | 'state', parts: Parts, word: string): NumberReading {
  const [said, issuerSaid] = [parts.letters ?? '', parts.issuer ?? '']
  const kind = canonical(said, Object.keys(letters))
  const head = canonicalIssuer(issuerSaid)
  const doubts: NumberDoubt[] = []
  const n = Number(parts.n)
  if (n === 0) return { kind: 'none' }
  const isAssembly = /^QH\d{1,2}$/.test(head.text)
  // A party's number written with the signs of the State, or the other way round: neither is taken for granted.
  const family = issuers[headOf(head.text)]?.family
  if (kind !== null && shape === 'state' && family === 'party')
    return asked({ shape: 'party', n, kind, issuer: head.text })
  if (kind !== null && shape === 'party' && family === 'state')
    return asked({ shape: 'state', n, kind, issuer: head.text })
  // TƯ was written for Trung ương, and TU is Tỉnh ủy: a mark apart.
  if (/^tư$/i.test(issuerSaid)) return asked({ shape: 'party', n, kind: kind ?? said.toUpperCase(), issuer: 'TW' })
  const unscanned = canonicalIssuer(issuerSaid.replace(/vv/gi, 'W'))
  if (shape === 'party' && kind !== null && !head.known && unscanned.known)
    return asked({ shape, n, kind, issuer: unscanned.text })
  if (shape === 'law' && said === '' && !isAssembly) return { kind: 'none' }
  if (shape === 'state' && kind === null) {
    const whole = canonicalIssuer(`${said}-${issuerSaid}`)
    if (!whole.known) return { kind: 'none' }
    return {
      kind: 'read',
      number: { shape: 'letter', n, letters: '', issuer: whole.text, year: null },
      doubts: ['year-unsaid'],
    }
  }
  if (shape === 'party' && kind === null && !head.known) return { kind: 'none' }
  const own = kind ?? said.toUpperCase()
  if (said !== '' && kind === null) doubts.push('kind-unknown')
  if (!head.known && !isAssembly) doubts.push('issuer-unknown')
  if (isAssembly && own === '') doubts.push('law-or-resolution')
  if (lacksMark(said, own) || lacksMark(issuerSaid, head.text)) doubts.push('d-for-đ')
  const year = parts.year ? Number(parts.year) : null
  if (year === null) doubts.push('year-unsaid')
  const number: DirectiveNumber = { shape, n, letters: own, issuer: head.text, year }
  if (word !== '' && !fits(word, number)) doubts.push('word-differs')
  return { kind: 'read', number, doubts }
}

function asked(of: { shape: 'party' | 'state'; n: number; kind: string; issuer: string }): NumberReading {
  return { kind: 'asked', guess: printNumber({ ...of, letters: of.kind, year: null }) }
}

/** One dash, one slash, no blanks beside them; Word and scanners write six kinds of dash. */
function straighten(text: string): string {
  return tidy(text)
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[⁄∕／\\]/g, '/')
    .replace(/\s*([-/])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/[.,;:]+$/, '')
}

/** “Nghị quyết số 25-NQ/TW”: the words before the number are kept, to be held against it. */
function withoutWords(text: string): { word: string; bare: string } {
  const parts = /^(?<word>[\p{L} ]*?)\s*(?:số)?\s*:?\s*(?<bare>[\dOoIl][^\s]*)$/iu.exec(text)?.groups
  return { word: fold(parts?.word ?? ''), bare: parts?.bare ?? text }
}

const wordsOfKinds: Readonly<Record<string, readonly DirectiveKind[]>> = {
  'nghi quyet': ['resolution', 'law'],
  nq: ['resolution', 'law'],
  'chi thi': ['directive'],
  ct: ['directive', 'programme'],
  'ket luan': ['conclusion'],
  kl: ['conclusion'],
  'quyet dinh': ['decision'],
  qd: ['decision', 'regulation'],
  'quy dinh': ['decision', 'regulation'],
  'huong dan': ['instruction'],
  hd: ['instruction'],
  luat: ['law'],
  'nghi dinh': ['decree'],
  'thong tu': ['circular'],
  'ke hoach': ['plan'],
  'cong van': ['official-letter'],
  'bao cao': ['report'],
  'thong bao': ['announcement'],
}

function fits(word: string, number: DirectiveNumber): boolean {
  const kinds = wordsOfKinds[word]
  return kinds === undefined || kinds.includes(kindOfNumber(number))
}

/** The way the letters are printed, whatever case they were typed in and with or without the mark of Đ; null: not known. */
function canonical(said: string, known: readonly string[]): string | null {
  return known.find((one) => one === said) ?? known.find((one) => fold(one) === fold(said)) ?? null
}

function canonicalIssuer(said: string): { text: string; known: boolean } {
  const [head = '', ...rest] = said.split('-')
  const known = canonical(head, Object.keys(issuers))
  const own = known ?? head.toUpperCase()
  return {
    text: [own, ...rest.map((part) => canonical(part, Object.keys(issuers)) ?? part)].join('-'),
    known: known !== null,
  }
}

function headOf(issuer: string): string {
  return issuer.split('-')[0] ?? issuer
}

function lacksMark(said: string, printed: string): boolean {
  return /[Đđ]/.test(printed) && !/[Đđ]/.test(said)
}

/** What a scanner or a hurried hand wrote: a letter for a digit, VV for W, a sign left out. It is asked, never taken. */
function guessOf(bare: string): string | null {
  const begin = /^[\dOoIl]+/.exec(bare)?.[0] ?? ''
  if (begin === '') return null
  const digits = begin.replace(/[Oo]/g, '0').replace(/[Il]/g, '1')
  const rest = bare
    .slice(begin.length)
    .replace(/^(\p{L})/u, '-$1')
    .replace(/\s/g, '/')
  for (const mended of [digits + rest, digits + rest.replace(/^-(\p{L}+)-/u, '-$1/')]) {
    if (mended === bare) continue
    for (const [shape, pattern] of shapes) {
      const parts = pattern.exec(mended)?.groups
      const reading = parts ? asShape(shape, parts, '') : null
      if (reading?.kind === 'read' && !reading.doubts.includes('kind-unknown')) return printNumber(reading.number)
      if (reading?.kind === 'asked') return reading.guess
    }
  }
  return null
}

export const doubtText: Record<NumberDoubt, string> = {
  'year-unsaid':
    'Số, ký hiệu này không có năm; xin ghi đủ ngày ban hành để khỏi lẫn với văn bản cùng số của năm hoặc nhiệm kỳ khác.',
  'issuer-unknown': 'Chữ viết tắt cơ quan ban hành chưa có trong danh sách; xin ghi rõ tên cơ quan.',
  'kind-unknown': 'Chữ viết tắt loại văn bản chưa có trong danh sách; xin chọn loại.',
  'd-for-đ': 'Chữ Đ gõ thành D đã được hiểu là Đ.',
  'word-differs': 'Tên loại viết trước số không khớp với ký hiệu trong số; xin xem lại.',
  'law-or-resolution': 'Số của Quốc hội dùng chung cho luật và nghị quyết; loại ở đây lấy là luật, xin xem lại.',
}
