import { nothingAsked } from './question.ts'
import { askedFrom } from './question-words-asked.ts'
import { contentOf, indicatorAt, indicatorsNamed, indicatorWords } from './question-words-indicators.ts'
import { isBreak, phraseAt, rawOf, wordsOfLine, type Stretch } from './question-words-line.ts'
import { dayOfMapAt, fixedPhrases } from './question-words-phrases.ts'
import { timeAt } from './question-words-periods.ts'
import type { LineIndex, LineItem, WordBook, WordsReading } from './question-words-reading.ts'
import { kindAt, liesIn, unitAt, unitsNamed } from './question-words-units.ts'
import type { RegisterVersion } from '#modules/territory/unit.ts'

/**
 * Reads a question as people write it in one line: `tỷ lệ đúng hạn quý 3/2026 các xã`, with or without marks. At each word the
 * longest stretch that means something is taken; what is left must be an indicator or a unit by its words. Nothing is guessed: of
 * two meanings both are offered, and what has none is said.
 */
export function readQuestionWords(text: string, book: WordBook): WordsReading {
  const line = wordsOfLine(text)
  const index: LineIndex = {
    line,
    book,
    indicators: indicatorWords(book.indicators),
    units: { register: book.register, today: book.today, province: book.own?.provinceId ?? null },
  }
  const items = narrowed(index, itemsOf(index))
  return items.length === 0 ? { asked: nothingAsked, read: [], unread: [], offered: [] } : askedFrom(items, index)
}

/** What stands between two stretches that mean something, still to be looked at. */
type Left = { says: 'left' } & Stretch

function itemsOf(index: LineIndex): LineItem[] {
  const found: (LineItem | Left)[] = []
  let left = 0
  for (let at = 0; at < index.line.length;) {
    const item = itemAt(index, at)
    if (item) {
      found.push(...leftIn(index, { from: left, to: at }), item)
      left = item.to
    }
    at = item?.to ?? at + 1
  }
  return joined(index, [...found, ...leftIn(index, { from: left, to: index.line.length })])
}

/** A known turn of phrase with words beside it is one name where there is one that has them all: `hội nghị phản biện`. */
function joined(index: LineIndex, found: readonly (LineItem | Left)[]): LineItem[] {
  const items: LineItem[] = []
  for (let at = 0; at < found.length;) {
    const run = runFrom(index, found, at)
    const [first] = run
    const whole = first && { from: first.from, to: run.at(-1)?.to ?? first.to }
    const name = whole && run.length > 1 && run.some(({ says }) => says === 'left') ? itemLeft(index, whole) : null
    if (name?.says === 'indicator' && name.meaning.isSure) items.push(name)
    else items.push(...run.flatMap((one) => (one.says === 'left' ? itemsLeft(index, one) : [one])))
    at += run.length
  }
  return items
}

/** One piece, or neighbours that could be one name: no comma and nothing else between them. */
function runFrom(index: LineIndex, found: readonly (LineItem | Left)[], from: number): (LineItem | Left)[] {
  const run: (LineItem | Left)[] = []
  for (const one of found.slice(from)) {
    const before = run.at(-1)
    const isName = one.says === 'left' || one.says === 'indicator'
    const isApart = before && index.line.slice(before.to, one.from).some(({ word }) => isBreak(word))
    if (before && (!isName || isApart)) break
    run.push(one)
    if (!isName) break
  }
  return run
}

/** The longest stretch with a meaning that begins at a word; of two equally long the more particular one. */
function itemAt(index: LineIndex, from: number): LineItem | null {
  const { line, book } = index
  const indicator = indicatorAt(index.indicators, line, from)
  const day = dayOfMapAt(line, from)
  const time = timeAt(line, from, book.today, book.periods)
  const phrase = phraseAt(fixedPhrases, line, from)
  const unit = unitAt(index.units, line, from)
  const text = (to: number): string => rawOf(line, { from, to })
  const found: LineItem[] = []
  if (indicator) {
    const { to, ...meaning } = indicator
    found.push({ says: 'indicator', meaning, from, to, text: text(to) })
  }
  if (day) found.push({ says: 'map', day: day.day, from, to: day.to, text: text(day.to) })
  if (time) found.push({ says: 'time', meaning: time.meaning, from, to: time.to, text: text(time.to) })
  // “của tỉnh Ví Dụ” is that province, not the reader's own.
  const isNamed = phrase?.meaning.kind === 'own' && unitAt(index.units, line, phrase.to - 1) !== null
  if (phrase && !isNamed)
    found.push({ says: 'phrase', meaning: phrase.meaning, from, to: phrase.to, text: text(phrase.to) })
  if (unit) found.push({ says: 'unit', units: unit.units, from, to: unit.to, text: text(unit.to) })
  return found.reduce<LineItem | null>((best, one) => (best && best.to >= one.to ? best : one), null)
}

/** Parted at commas, without the words that say nothing. */
function leftIn(index: LineIndex, stretch: Stretch): Left[] {
  const parts: Stretch[] = []
  let from = stretch.from
  for (let at = stretch.from; at <= stretch.to; at += 1) {
    if (at < stretch.to && !isBreak(index.line[at]?.word ?? '')) continue
    if (at > from) parts.push({ from, to: at })
    from = at + 1
  }
  return parts.flatMap((part) => {
    const trimmed = trim(index, part)
    return trimmed ? [{ says: 'left' as const, ...trimmed }] : []
  })
}

/** An indicator, a unit, both beside each other, or nothing known. */
function itemsLeft(index: LineIndex, { from, to }: Stretch): LineItem[] {
  const whole = itemLeft(index, { from, to })
  return isSure(whole) ? [whole] : (split(index, { from, to }) ?? [whole])
}

function itemLeft(index: LineIndex, stretch: Stretch): LineItem {
  const words = index.line.slice(stretch.from, stretch.to)
  const text = rawOf(index.line, stretch)
  const units = unitsNamed(index.units, words)
  const meaning = indicatorsNamed(index.indicators, words)
  if (meaning?.isSure) return { ...stretch, text, says: 'indicator', meaning }
  if (units.length > 0) return { ...stretch, text, says: 'unit', units }
  if (meaning) return { ...stretch, text, says: 'indicator', meaning }
  return { ...stretch, text, says: 'nothing', isUnit: kindAt(index.line, stretch.from) !== null }
}

/** In two where both sides then mean something for sure: `phản biện Sông Xanh`, `hồ sơ trễ hạn và giấy khen`. */
function split(index: LineIndex, { from, to }: Stretch): LineItem[] | null {
  for (let at = to - 1; at > from; at -= 1) {
    const [one, other] = [trim(index, { from, to: at }), trim(index, { from: at, to })]
    const sides = [one, other].flatMap((side) => (side ? [itemLeft(index, side)] : []))
    if (sides.length === 2 && sides.every(isSure)) return sides
  }
  return null
}

function isSure(item: LineItem): boolean {
  return (item.says === 'unit' && item.units.length === 1) || (item.says === 'indicator' && item.meaning.isSure)
}

/** Without the words at both ends that say nothing; null where nothing else is left. */
function trim({ line }: LineIndex, { from, to }: Stretch): Stretch | null {
  const says = (at: number): boolean => contentOf(line.slice(at, at + 1)).length > 0
  let [first, last] = [from, to]
  while (first < last && !says(first)) first += 1
  // “dân số”: a last “số” belongs to the word before it.
  while (last > first && !says(last - 1) && !(line[last - 1]?.word === 'số' && last - 1 > first)) last -= 1
  return first < last ? { from: first, to: last } : null
}

/** `xã Tân Lập, tỉnh Ví Dụ` is one unit: the larger one only says where the smaller lies. */
function narrowed(index: LineIndex, items: readonly LineItem[]): LineItem[] {
  return items.flatMap((item, at): LineItem[] => {
    const next = items[at + 1]
    const before = items[at - 1]
    if (item.says !== 'unit') return [item]
    if (before?.says === 'unit' && containing(index, before, item)) return []
    const larger = next?.says === 'unit' ? containing(index, item, next) : null
    if (!larger || next?.says !== 'unit') return [item]
    const units = item.units.filter((unit) => liesIn(index.units, unit, larger))
    return [{ ...item, units, to: next.to, text: rawOf(index.line, { from: item.from, to: next.to }) }]
  })
}

type UnitItem = Extract<LineItem, { says: 'unit' }>

function containing(index: LineIndex, smaller: UnitItem, larger: UnitItem): RegisterVersion | null {
  const [only] = larger.units
  if (!only || larger.units.length > 1) return null
  return smaller.units.some((unit) => liesIn(index.units, unit, only)) ? only : null
}
