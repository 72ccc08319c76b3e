import { fold, spelling } from '#kernel/text.ts'

/** One word of a line (từ đã gõ): as it was typed, as it is spelled out, as it is compared, and without its marks. */
export type LineWord = { raw: string; plain: string; word: string; folded: string }

/** A stretch of a line: from a word to just before another. */
export type Stretch = { from: number; to: number }

/** Longer questions are cut: nobody reads them back. */
export const longestLine = 300

/**
 * How officers shorten words in a line of their own; each stands for what the reports spell out. Source: the glossary of this
 * repository and the abbreviations in the five published documents.
 */
const abbreviations: Readonly<Record<string, string>> = {
  bq: 'bình quân',
  cb: 'công bố',
  dvc: 'dịch vụ công',
  dvk: 'dân vận khéo',
  đvk: 'dân vận khéo',
  gpmb: 'giải phóng mặt bằng',
  hcm: 'hồ chí minh',
  hn: 'hội nghị',
  hs: 'hồ sơ',
  htx: 'hợp tác xã',
  kdc: 'khu dân cư',
  kn: 'khiếu nại',
  ktđx: 'kiểm tra đột xuất',
  mttq: 'mặt trận',
  ntm: 'nông thôn mới',
  pakn: 'phản ánh kiến nghị',
  qcdc: 'dân chủ ở cơ sở',
  sl: 'số lượng',
  svck: 'so với cùng kỳ',
  tcd: 'tiếp công dân',
  tc: 'tố cáo',
  tl: 'tỷ lệ',
  tphcm: 'thành phố hồ chí minh',
  tthc: 'thủ tục hành chính',
  txct: 'tiếp xúc cử tri',
  vbqppl: 'văn bản quy phạm pháp luật',
}

/** Two ways to spell one word; what is compared has one. */
const spelledAlike: Readonly<Record<string, string>> = {
  kì: 'kỳ',
  ki: 'ky',
  quí: 'quý',
  qui: 'quy',
  hằng: 'hàng',
  tỉ: 'tỷ',
  ti: 'ty',
}

/** The words of a line, abbreviations spelled out, commas as words of their own. */
export function wordsOfLine(text: string): LineWord[] {
  const tidy = text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, longestLine)
  const pieces = tidy.match(/[\p{L}\p{M}\p{N}]+(?:[/:.–-]+[\p{L}\p{M}\p{N}]+)*|[,;–-]/gu) ?? []
  return pieces.flatMap((piece) => spelledOut(piece).map((word) => lineWord(piece, word)))
}

function spelledOut(piece: string): string[] {
  const word = piece.toLowerCase()
  const known = abbreviations[word]
  if (known !== undefined) return known.split(' ')
  // “q3/2026”, “quý3”, “t12”, “9t”: a word and its number written together.
  const apart = /^(quý|quy|quí|q|tháng|thang|t|năm|nam)(\d{1,4}(?:[/-]\d{2,4})?)$/u.exec(word)
  if (apart) return [apart[1] ?? '', apart[2] ?? '']
  const months = /^(\d{1,2})(?:t|tháng|thang)(?:[/-](\d{4}))?$/u.exec(word)
  if (months) return [months[1] ?? '', 'tháng', ...(months[2] ? [months[2]] : [])]
  const kind = /^(tp|tt|tx|h|x|p|t)\.(.+)$/u.exec(word)
  return kind ? [kind[1] ?? '', kind[2] ?? ''] : [word]
}

function lineWord(raw: string, word: string): LineWord {
  const plain = spelledAlike[word] ?? word
  return { raw, plain, word: spelling(plain), folded: fold(plain) }
}

/** Whether a typed word is this one: marks count where they were typed. */
export function isWord(typed: LineWord | undefined, word: LineWord): boolean {
  if (typed?.folded !== word.folded) return false
  return typed.word === typed.folded || typed.word === word.word
}

/** What was typed there, as it was typed; an abbreviation stands once. */
export function rawOf(line: readonly LineWord[], { from, to }: Stretch): string {
  const raws = line.slice(from, to).map(({ raw }) => raw)
  return raws
    .filter((raw, at) => at === 0 || raw !== raws[at - 1] || /^\d/.test(raw))
    .join(' ')
    .replaceAll(' ,', ',')
}

/** Finds the longest of some phrases that begins at a word. Phrases are kept by their first word. */
export type PhraseIndex<Meaning> = ReadonlyMap<string, readonly { words: readonly LineWord[]; meaning: Meaning }[]>

export function phraseIndex<Meaning>(phrases: Iterable<readonly [string, Meaning]>): PhraseIndex<Meaning> {
  const byFirst = new Map<string, { words: readonly LineWord[]; meaning: Meaning }[]>()
  for (const [text, meaning] of phrases) {
    const words = wordsOfLine(text).filter(({ word }) => !isBreak(word))
    const first = words[0]?.folded
    if (first === undefined) continue
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, meaning }])
  }
  for (const some of byFirst.values()) some.sort((one, other) => other.words.length - one.words.length)
  return byFirst
}

export function phraseAt<Meaning>(
  index: PhraseIndex<Meaning>,
  line: readonly LineWord[],
  from: number,
): { meaning: Meaning; to: number } | null {
  for (const { words, meaning } of index.get(line[from]?.folded ?? '') ?? []) {
    const to = behind(words, line, from)
    if (to !== null) return { meaning, to }
  }
  return null
}

/** Just behind the words, if they stand there; a comma between two of them changes nothing (`xã, phường`). */
function behind(words: readonly LineWord[], line: readonly LineWord[], from: number): number | null {
  let at = from
  for (const word of words) {
    if (at > from && isBreak(line[at]?.word ?? '')) at += 1
    if (!isWord(line[at], word)) return null
    at += 1
  }
  return at
}

export function isBreak(word: string): boolean {
  return word === ',' || word === ';' || word === '-' || word === '–'
}
