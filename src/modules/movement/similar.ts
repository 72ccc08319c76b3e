import { fold, spelling } from '#kernel/text.ts'

/** What is compared of an initiative: its name, and what is written of the situation, the aims and the way of doing. */
export type Compared = { name: string; text: string }

export const closenesses = ['nearly-same', 'alike'] as const
/** How like two initiatives are: one a second writing of the other, or two that could learn from each other. */
export type Closeness = (typeof closenesses)[number]

/** `share` is of a hundred; `phrases` are what both say, as the first of the two spells it, the longest first. */
export type Likeness = { share: number; closeness: Closeness; phrases: string[] }

/** Tuned on the invented pairs of similar.test.ts; below the lower one nothing is shown. */
const nearlySame = 62
const alike = 34
const nameCounts = 0.6
/** A name alone makes two alike, and never nearly the same: “Thắp sáng đường quê” is done in many ways. */
const nameAlone = { counts: 0.85, most: 0.6 }

/**
 * Phrases of the form itself stand in every registration and weigh nothing: two models are not alike because both are
 * “mô hình dân vận khéo” that “tuyên truyền, vận động nhân dân”.
 */
const formPhrases = [
  ...['dân vận khéo', 'dân vận', 'mô hình', 'điển hình', 'nhân dân', 'công tác', 'phong trào', 'thi đua', 'thực hiện'],
  ...['xây dựng', 'tuyên truyền', 'vận động', 'tham gia', 'triển khai', 'địa bàn', 'hiệu quả', 'phát huy', 'tiếp tục'],
  ...['nhằm', 'giúp', 'của', 'và', 'các', 'trong', 'trên', 'với', 'là', 'có', 'được', 'để', 'tại', 'theo', 'về', 'cho'],
  ...[
    'xã',
    'phường',
    'thôn',
    'bản',
    'ấp',
    'tổ',
    'khu phố',
    'tổ dân phố',
    'khu dân cư',
    'chi bộ',
    'đảng ủy',
    'năm',
    'những',
  ],
].map((phrase) => phrase.split(' '))
const foldedPhrases = formPhrases.map((phrase) => phrase.map(fold))
const spelledPhrases = formPhrases.map((phrase) => phrase.map(spelling))

type Word = { folded: string; from: number; to: number; tells: boolean }

/** How like a new entry is to one that stands; null where the likeness says nothing. */
export function likenessOf(asked: Compared, standing: Compared): Likeness | null {
  const names = [wordsIn(asked.name), wordsIn(standing.name)] as const
  const texts = [wordsIn(asked.text), wordsIn(standing.text)] as const
  const byName = nameLikeness(...names)
  const byText = textLikeness(...texts)
  const share = Math.round(100 * (byText === null ? byName : togetherOf(byName, byText)))
  if (share < alike) return null
  const phrases = [
    ...sharedPhrases(asked.name, ...names, 1),
    ...sharedPhrases(asked.text, ...texts, 3),
    ...sharedPhrases(asked.name, names[0], texts[1], 2),
  ]
  return { share, closeness: share >= nearlySame ? 'nearly-same' : 'alike', phrases: longest(phrases) }
}

function togetherOf(byName: number, byText: number): number {
  const alone = Math.min(nameAlone.most, nameAlone.counts * byName)
  return Math.max(nameCounts * byName + (1 - nameCounts) * byText, byText, alone)
}

const mostWords = 1500

function wordsIn(text: string): Word[] {
  const composed = text.normalize('NFC')
  const found = [...composed.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].slice(0, mostWords)
  const words = found.map((match) => ({ said: match[0], folded: fold(match[0]), from: match.index }))
  const ofForm = new Set(words.flatMap((_, at) => formPhraseAt(words, at)))
  return words.map(({ said, folded, from }, at) => {
    // A proper name within a sentence is mostly a place: two hamlets of one name do not make two models alike.
    const isName = /^\p{Lu}/u.test(said) && /[\p{L}\p{N},]\s*$/u.test(composed.slice(0, from))
    return { folded, from, to: from + said.length, tells: !ofForm.has(at) && !isName }
  })
}

/** The places of a phrase of the form that begins here; with its marks where marks were typed: “chợ” is not “cho”. */
function formPhraseAt(words: readonly { said: string; folded: string }[], at: number): number[] {
  const isHere = (length: number, is: (word: { said: string; folded: string }, place: number) => boolean): boolean =>
    words.length >= at + length && words.slice(at, at + length).every(is)
  const found = formPhrases.findIndex((phrase, index) =>
    isHere(phrase.length, ({ said, folded }, place) =>
      folded === said.toLowerCase()
        ? folded === foldedPhrases[index]?.[place]
        : spelling(said) === spelledPhrases[index]?.[place],
    ),
  )
  return Array.from({ length: formPhrases[found]?.length ?? 0 }, (_, place) => at + place)
}

/** Of what the two names tell, words and pairs of words, how much is in both (Dice). */
function nameLikeness(one: readonly Word[], other: readonly Word[]): number {
  const [first, second] = [termsOf(one), termsOf(other)]
  if (first.size === 0 || second.size === 0) return 0
  const shared = [...first].filter((term) => second.has(term)).length
  return (2 * shared) / (first.size + second.size)
}

function termsOf(words: readonly Word[]): Set<string> {
  const telling = words.filter((word) => word.tells).map((word) => word.folded)
  return new Set([...telling, ...shinglesOf(telling, 2)])
}

const fewestShingles = 6

/** Of the shorter text's runs of three telling words, how many the other has too; null where a text is too short to say. */
function textLikeness(one: readonly Word[], other: readonly Word[]): number | null {
  const [first, second] = [one, other].map((words) =>
    shinglesOf(
      words.filter((word) => word.tells).map((word) => word.folded),
      3,
    ),
  )
  if (!first || !second || Math.min(first.size, second.size) < fewestShingles) return null
  const shared = [...first].filter((shingle) => second.has(shingle)).length
  return shared / Math.min(first.size, second.size)
}

function shinglesOf(words: readonly string[], length: number): Set<string> {
  return new Set(words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' ')))
}

type Phrase = { text: string; tells: number }

/** The longest runs of words that both hold, each with at least so many words that tell. */
function sharedPhrases(text: string, asked: readonly Word[], standing: readonly Word[], least: number): Phrase[] {
  const places = Map.groupBy(standing.keys(), (at) => standing[at]?.folded ?? '')
  const composed = text.normalize('NFC')
  const found: Phrase[] = []
  for (let at = 0; at < asked.length;) {
    const length = longestRun(asked, at, standing, places.get(asked[at]?.folded ?? '') ?? [])
    const run = trimmed(asked.slice(at, at + length))
    const tells = run.filter((word) => word.tells).length
    const [first, last] = [run[0], run.at(-1)]
    if (first && last && tells >= least) found.push({ text: composed.slice(first.from, last.to), tells })
    at += Math.max(1, length)
  }
  return found
}

function longestRun(
  asked: readonly Word[],
  from: number,
  standing: readonly Word[],
  starts: readonly number[],
): number {
  let best = 0
  for (const start of starts) {
    let length = 0
    while (asked[from + length] && asked[from + length]?.folded === standing[start + length]?.folded) length += 1
    best = Math.max(best, length)
  }
  return best
}

/** A phrase neither begins nor ends with a word that says nothing. */
function trimmed(run: readonly Word[]): readonly Word[] {
  const first = run.findIndex((word) => word.tells)
  const last = run.findLastIndex((word) => word.tells)
  return first === -1 ? [] : run.slice(first, last + 1)
}

const mostPhrases = 3

function longest(phrases: readonly Phrase[]): string[] {
  const kept: Phrase[] = []
  for (const phrase of phrases.toSorted((one, other) => other.tells - one.tells)) {
    const isIn = kept.some(({ text }) => fold(text).includes(fold(phrase.text)))
    if (!isIn && kept.length < mostPhrases) kept.push(phrase)
  }
  return kept.map(({ text }) => text.replace(/\s+/g, ' '))
}

/** Why a likeness has to be answered before registering: the same thing again, or another body's model (nobody may copy it). */
export const likenessWarnings = ['same-again', 'copies-another'] as const
export type LikenessWarning = (typeof likenessWarnings)[number]

/**
 * One body's “Dân vận khéo” must not be the movement or model of another body of the same place: a Party cell starts from a problem of
 * its own, not from what the Front, an association or the hamlet already runs (công văn 249/MTTQ-BTT, Thanh Khê 2026).
 */
export function warningOf(
  asked: { unit: string; holder: string },
  standing: { unit: string; holder: string },
  closeness: Closeness,
): LikenessWarning | null {
  if (closeness !== 'nearly-same' || asked.unit !== standing.unit) return null
  return fold(asked.holder) === fold(standing.holder) ? 'same-again' : 'copies-another'
}
