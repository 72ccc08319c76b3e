import type { LocalDate } from '#kernel/local-date.ts'
import { fold } from '#kernel/text.ts'
import { unitAt as unitOn, unitsOver, type Register } from '#modules/territory/register.ts'
import { kindPhrases, nameWords } from '#modules/territory/search-words.ts'
import type { RegisterVersion, UnitId } from '#modules/territory/unit.ts'
import { isBreak, isWord, wordsOfLine, type LineWord } from './question-words-line.ts'

/** Where a line's units are looked up, and for whom: of two units of one name the reader's own province goes before. */
export type UnitWords = { register: Register; today: LocalDate; province: UnitId | null }

const shortKinds: Readonly<Record<string, string>> = {
  ...{ tp: 'thanh pho', tt: 'thi tran', tx: 'thi xa', h: 'huyen', q: 'quan', p: 'phuong', x: 'xa', t: 'tinh' },
}
const kindWords = ['thành phố', 'thị trấn', 'thị xã', 'đặc khu', 'tỉnh', 'huyện', 'quận', 'phường', 'xã'].map(
  (phrase) => ({
    words: wordsOfLine(phrase),
    kind: fold(phrase),
  }),
)
const longestName = 6

type Named = { version: RegisterVersion; kind: string | null; words: readonly LineWord[] }
const made = new WeakMap<Register, ReadonlyMap<string, Named[]>>()

/** Every name that a unit had, by its own words without marks; made at the first question. */
function namesOf(register: Register): ReadonlyMap<string, Named[]> {
  const known = made.get(register)
  if (known) return known
  const names = new Map<string, Named[]>()
  for (const version of register.table.rows) {
    if (version.tree !== 'state') continue
    const { kind, words, own } = nameWords(version.name)
    const ownWords = words.slice(own).flatMap(wordsOfLine)
    const key = ownWords.map(({ folded }) => folded).join(' ')
    names.set(key, [...(names.get(key) ?? []), { version, kind, words: ownWords }])
  }
  made.set(register, names)
  return names
}

/** `xã Sông Xanh`, `TP. Huế`, `h Le Thuy`: a kind and the longest name behind it that is one. */
export function unitAt(
  index: UnitWords,
  line: readonly LineWord[],
  from: number,
): { units: RegisterVersion[]; to: number } | null {
  const kind = kindAt(line, from)
  return kind && longestUnit(index, line, kind.to, kind.kind)
}

/** A whole name without its kind, in so many words as there are. */
export function unitsNamed(index: UnitWords, words: readonly LineWord[]): RegisterVersion[] {
  // One word alone is a word of many things: “Trung”, “Bình”, “Một”.
  return words.length < 2 || words.length > longestName ? [] : standing(index, matching(index, words, null))
}

/** Where a kind stands in front of a name that nobody has: said to be unknown, not passed over. */
export function kindAt(line: readonly LineWord[], from: number): { kind: string; to: number } | null {
  for (const { words, kind } of kindWords) {
    if (words.every((word, at) => isWord(line[from + at], word))) return { kind, to: from + words.length }
  }
  const short = shortKinds[line[from]?.word ?? '']
  return short && kindPhrases.some((one) => one === short) ? { kind: short, to: from + 1 } : null
}

function longestUnit(
  index: UnitWords,
  line: readonly LineWord[],
  from: number,
  kind: string,
): { units: RegisterVersion[]; to: number } | null {
  for (let length = longestName; length > 0; length -= 1) {
    const words = line.slice(from, from + length)
    if (words.length < length || words.some(({ word }) => isBreak(word))) continue
    const units = standing(index, matching(index, words, kind))
    if (units.length > 0) return { units, to: from + length }
  }
  return null
}

function matching({ register }: UnitWords, words: readonly LineWord[], kind: string | null): RegisterVersion[] {
  const key = words.map(({ folded }) => folded).join(' ')
  return (namesOf(register).get(key) ?? [])
    .filter((one) => kind === null || one.kind === kind)
    .filter((one) => one.words.every((word, at) => isWord(words[at], word)))
    .map(({ version }) => version)
}

/** Each unit once; what stands today before what has ended, the reader's own province before others. */
function standing({ register, today, province }: UnitWords, versions: readonly RegisterVersion[]): RegisterVersion[] {
  const units = [...new Map(versions.map((version) => [version.unit, version])).values()]
  // “Tỉnh Đồng Nai” may be called a city today: the unit stands, if not with that name.
  const inForce = units.filter(({ unit }) => unitOn(register, unit, today) !== null)
  const found = inForce.length > 0 ? inForce : units
  const own = found.filter((version) => version.province === province)
  return own.length === 1 ? own : found
}

/** `Xã Tân Lập, Tỉnh Ví Dụ`: a unit as it is told from others of its name. */
export function placedName({ register }: UnitWords, version: RegisterVersion): string {
  const province = unitsOver(register, version).at(-1)
  return province ? `${version.name}, ${province.name}` : version.name
}

/** Whether a unit lies in another, as both stood with these names. */
export function liesIn({ register }: UnitWords, version: RegisterVersion, larger: RegisterVersion): boolean {
  return unitsOver(register, version).some(({ unit }) => unit === larger.unit)
}
