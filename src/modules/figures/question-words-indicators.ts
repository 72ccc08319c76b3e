import { cellKey } from './indicator.ts'
import { dimensionName } from './labels.ts'
import { indicatorSynonyms } from './question-synonyms.ts'
import {
  isBreak,
  isWord,
  phraseAt,
  phraseIndex,
  wordsOfLine,
  type LineWord,
  type PhraseIndex,
} from './question-words-line.ts'
import { emptyWords } from './question-words-phrases.ts'

/** An indicator, or a province's own formula, by what it is called. */
export type NamedIndicator = { code: string; name: string; dimensions: readonly string[] }

/** The names of indicators, ready to be found in a line. */
export type IndicatorWords = {
  names: ReadonlyMap<string, string>
  phrases: PhraseIndex<readonly string[]>
  bags: readonly { cells: readonly string[]; words: readonly LineWord[] }[]
}

/** What a phrase may mean: one cell that is read, or several that are offered. */
export type IndicatorMeaning = { cells: readonly string[]; isSure: boolean }

export function indicatorWords(indicators: readonly NamedIndicator[]): IndicatorWords {
  const known = made.get(indicators)
  if (known) return known
  const words = wordsFor(indicators)
  made.set(indicators, words)
  return words
}

const made = new WeakMap<readonly NamedIndicator[], IndicatorWords>()

function wordsFor(indicators: readonly NamedIndicator[]): IndicatorWords {
  const names = new Map<string, string>()
  for (const { code, name, dimensions } of indicators) {
    names.set(code, name)
    for (const dimension of dimensions)
      names.set(cellKey({ code, dimension }), `${name}, ${dimensionName(dimension) ?? dimension}`)
  }
  const synonyms = indicatorSynonyms
    .map(([phrase, cells]) => [phrase, cells.filter((cell) => names.has(cell))] as const)
    .filter(([, cells]) => cells.length > 0)
  const own = indicators.map(({ code, name }): readonly [string, readonly string[]] => [name, [code]])
  const phrases = [...synonyms, ...own]
  return {
    names,
    phrases: phraseIndex(phrases),
    bags: phrases.map(([text, cells]) => ({ cells, words: contentOf(wordsOfLine(text)) })),
  }
}

/** A code, a whole name, or a known turn of phrase that begins at a word. */
export function indicatorAt(
  index: IndicatorWords,
  line: readonly LineWord[],
  from: number,
): (IndicatorMeaning & { to: number }) | null {
  const raw = line[from]?.raw ?? ''
  const coded = /^([a-z]{1,3}\d{2,3})(:[a-z-]+)?$/i.exec(raw)
  if (coded) {
    const cell = `${coded[1]?.toUpperCase() ?? ''}${coded[2]?.toLowerCase() ?? ''}`
    if (index.names.has(cell)) return { cells: [cell], isSure: true, to: from + 1 }
  }
  const found = phraseAt(index.phrases, line, from)
  return found && { cells: found.meaning, isSure: found.meaning.length === 1, to: found.to }
}

/**
 * The indicators that have every word of a stretch in their name. Read only where there is one, and where more than one word says
 * so; else those that have it are offered, or those that come near.
 */
export function indicatorsNamed(index: IndicatorWords, stretch: readonly LineWord[]): IndicatorMeaning | null {
  const typed = contentOf(stretch)
  if (typed.length === 0) return null
  const [only] = typed
  const holding = index.bags.filter(({ words }) => typed.every((word) => words.some((one) => isWord(word, one))))
  const whole = holding.filter(({ words }) => words.every((word) => typed.some((one) => isWord(one, word))))
  const [first] = whole.length > 0 ? whole : holding
  const cells = unique((whole.length > 0 ? whole : holding).flatMap((one) => one.cells))
  // One word is a word of many names.
  if (typed.length === 1 && (cells.length > 4 || (only?.folded.length ?? 0) < 4)) return null
  if (first && cells.length > 0)
    return { cells: cells.slice(0, mostOffered), isSure: cells.length === 1 && typed.length > 1 }
  return nearest(index, typed)
}

const mostOffered = 6

/** Names that share at least two words with what was typed, and at least half of it. */
function nearest(index: IndicatorWords, typed: readonly LineWord[]): IndicatorMeaning | null {
  const shared = index.bags
    .map(({ cells, words }) => ({
      cells,
      length: words.length,
      count: typed.filter((word) => words.some((one) => isWord(word, one))).length,
    }))
    .filter(({ count }) => count >= 2 && count * 2 >= typed.length)
    .sort((one, other) => other.count - one.count || one.length - other.length)
  const cells = unique(shared.flatMap((one) => one.cells)).slice(0, 4)
  return cells.length > 0 ? { cells, isSure: false } : null
}

/** Without breaks and without the words that say nothing. */
export function contentOf(words: readonly LineWord[]): LineWord[] {
  return words.filter((word) => !isBreak(word.word) && !empties.some((one) => isWord(word, one)))
}

const empties = [...emptyWords].flatMap(wordsOfLine)

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)]
}
