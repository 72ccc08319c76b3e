import { parseLocalDate } from '#kernel/local-date.ts'
import { parsePeriod, periodKey, successorOf, type Period } from '#kernel/period.ts'
import type { UnitLevel } from '#modules/territory/unit.ts'
import { standings } from './figure-set.ts'
import { joinList, splitList } from './question-list.ts'
import {
  axes,
  comparisons,
  nothingAsked,
  questionViews,
  territoryAxes,
  timeAxes,
  type AskedQuestion,
  type QuestionDoubt,
  type QuestionField,
  type QuestionReading,
} from './question.ts'

const levels = ['province', 'district', 'commune'] as const satisfies readonly UnitLevel[]
const most = { indicators: 300, unit: 500, period: 240, formula: 2000, sort: 100, page: 100_000 }

/** The parameters of a question, whatever they came from: an address, a form, the words of a command. */
export type QuestionParameters = Iterable<readonly [string, string]>

/** Reads one parameter: what it says, or the sentence why it cannot be read. */
type FieldReader<Value> = (text: string) => { value: Value } | { sentence: string }

/**
 * Reads a question. A parameter that is empty or not there asks nothing of its own; one that stands several times is its values
 * together; names that are no parameter of a question are left to whoever asks.
 */
export function readQuestion(parameters: QuestionParameters): QuestionReading {
  const typed = new Map<string, string>()
  for (const [name, text] of parameters) {
    const value = text.normalize('NFC').trim()
    // Blanks keep the comma between two values from being taken for a decimal one.
    if (value !== '') typed.set(name, typed.has(name) ? `${typed.get(name) ?? ''} , ${value}` : value)
  }
  const doubts: QuestionDoubt[] = []
  function read<Field extends QuestionField>(field: Field, reader: FieldReader<AskedQuestion[Field]>) {
    const given = typed.get(field)
    const found = given === undefined ? { value: nothingAsked[field] } : reader(given)
    if ('value' in found) return found.value
    doubts.push({ field, given: given ?? '', sentence: found.sentence })
    return nothingAsked[field]
  }
  const asked: AskedQuestion = {
    indicators: read('indicators', readIndicators),
    by: read('by', readBy),
    unit: read('unit', readUnits),
    level: read('level', oneOf(levels, 'Cấp')),
    year: read('year', readYears),
    period: read('period', readPeriods),
    map: read('map', readMap),
    from: read('from', oneOf(['communes', 'any'], '“from”')),
    counts: read('counts', oneOf(standings, '“counts”')),
    compare: read('compare', oneOf(comparisons, '“compare”')),
    view: read('view', oneOf(questionViews, 'Cách xem')),
    sort: read('sort', readSort),
    page: read('page', readPage),
  }
  const conflict = doubts.length === 0 ? conflictIn(asked) : null
  if (conflict) doubts.push(conflict)
  return doubts.length === 0 ? { ok: true, asked } : { ok: false, asked, doubts }
}

/** The parameters of a question in one order, without those that say nothing: one question has one address. */
export function writeQuestion(asked: AskedQuestion): URLSearchParams {
  const written: Record<QuestionField, string> = {
    indicators: joinList(asked.indicators),
    by: asked.by.join(),
    unit: asked.unit.join(),
    level: asked.level ?? '',
    year: inRanges(asked.year.map(String), asked.year, (one, next) => next === one + 1),
    period: inRanges(asked.period.map(periodKey), asked.period, follows),
    map: asked.map,
    from: asked.from,
    counts: asked.counts ?? '',
    compare: asked.compare ?? '',
    view: asked.view,
    sort: asked.sort ?? '',
    page: String(asked.page),
  }
  const isSaid = ([field, text]: [string, string]): boolean =>
    text !== '' && text !== String(nothingAsked[field as QuestionField] ?? '')
  return new URLSearchParams(Object.entries(written).filter(isSaid))
}

/** As it stands behind `?`, with the commas and colons that people read left as they are. */
export function questionAddress(asked: AskedQuestion): string {
  return writeQuestion(asked).toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
}

function readIndicators(text: string): ReturnType<FieldReader<string[]>> {
  const items = splitList(text)
  if (!items) return { sentence: 'Có dấu ngoặc kép mở mà không đóng. Viết như "F06 * 1,5".' }
  const long = items.find((item) => item.length > most.formula)
  if (long !== undefined) return { sentence: `Một công thức dài quá ${most.formula.toLocaleString('vi')} ký tự.` }
  return within(unique(items), most.indicators, 'chỉ tiêu')
}

function readUnits(text: string): ReturnType<FieldReader<string[]>> {
  const items = unique(wordsOf(text.toLowerCase()))
  const odd = items.find((item) => !/^[a-z0-9][a-z0-9-]{0,99}$/.test(item))
  if (odd !== undefined) return { sentence: `“${short(odd)}” không phải mã đơn vị. Mã viết như vi-du-song-xanh.` }
  return within(items, most.unit, 'đơn vị')
}

function readBy(text: string): ReturnType<FieldReader<AskedQuestion['by']>> {
  const items = unique(wordsOf(text))
  const known = items.flatMap((item) => axes.find((one) => one === item) ?? [])
  const odd = items.find((item) => !known.some((one) => one === item))
  if (odd !== undefined) return { sentence: `Không chia theo “${short(odd)}” được. Cần ${choices(axes)}.` }
  if (sharedWith(known, territoryAxes).length > 1) return { sentence: 'Chỉ chia theo một cấp đơn vị một lần.' }
  if (sharedWith(known, timeAxes).length > 1) return { sentence: 'Chỉ chia theo một loại kỳ một lần.' }
  return { value: known }
}

function readYears(text: string): ReturnType<FieldReader<number[]>> {
  const years: number[] = []
  for (const item of wordsOf(text)) {
    const [, first, last = first] = /^(\d{4})(?: ?(?:\.\.|-|–) ?(\d{4}))?$/.exec(item) ?? []
    const [from, to] = [Number(first), Number(last)]
    if (first === undefined || from < 1900 || to > 2100) {
      return { sentence: `“${short(item)}” không phải năm. Viết như 2026 hoặc 2024..2026, từ 1900 đến 2100.` }
    }
    if (from > to) return { sentence: `Năm ${from} ở sau năm ${to}. Đổi chỗ hai năm.` }
    for (let year = from; year <= to; year += 1) years.push(year)
  }
  return within(unique(years), most.period, 'năm')
}

function readPeriods(text: string): ReturnType<FieldReader<Period[]>> {
  const periods: Period[] = []
  for (const item of wordsOf(text)) {
    const [first = '', last] = item.split('..').map((one) => one.trim())
    const from = parsePeriod(first)
    const to = last === undefined ? from : parsePeriod(last)
    if (!from || !to) {
      return { sentence: `Không đọc được kỳ “${short(item)}”. Viết như quý III/2026, 2026-t03 hoặc 2025-q1..2026-q4.` }
    }
    const run = runOf(from, to)
    if (!run)
      return { sentence: `“${short(item)}” không thành một dãy kỳ. Hai đầu phải cùng loại kỳ, kỳ trước ghi trước.` }
    periods.push(...run)
    if (periods.length > most.period) break
  }
  return within([...new Map(periods.map((one) => [periodKey(one), one])).values()], most.period, 'kỳ')
}

/** From one period to another of its kind, both included; null where they are of two kinds or stand the wrong way round. */
function runOf(from: Period, to: Period): Period[] | null {
  const run: Period[] = []
  for (let one: Period | null = from; one && run.length <= most.period; one = follower(one)) {
    run.push(one)
    if (one.from === to.from && one.to === to.to) return run
    if (one.from > to.from) return null
  }
  return run.length > most.period ? run : null
}

// Of six and nine months the next begins a year later, or half a year: their own rule says which.
function follower(period: Period): Period | null {
  const next = successorOf(period)
  return next?.regime === period.regime ? next : null
}

function follows(one: Period, next: Period): boolean {
  const after = follower(one)
  return after?.from === next.from && after.to === next.to
}

function readMap(text: string): ReturnType<FieldReader<AskedQuestion['map']>> {
  if (text === 'reported' || text === 'today') return { value: text }
  const day = parseLocalDate(text)
  if (day) return { value: day }
  return {
    sentence: `Không đọc được ngày của bản đồ “${short(text)}”. Viết reported, today, hoặc một ngày như 2026-01-01.`,
  }
}

function readSort(text: string): ReturnType<FieldReader<string>> {
  return text.length <= most.sort ? { value: text } : { sentence: 'Cột để sắp xếp viết quá dài.' }
}

function readPage(text: string): ReturnType<FieldReader<number>> {
  const page = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : most.page + 1
  return page <= most.page ? { value: page } : { sentence: 'Trang là một số từ 1 trở đi.' }
}

function oneOf<const Word extends string>(words: readonly Word[], what: string): FieldReader<Word> {
  return (text) => {
    const value = words.find((word) => word === text)
    return value === undefined ? { sentence: `${what} không nhận “${short(text)}”. Cần ${choices(words)}.` } : { value }
  }
}

/** A level named twice must be the same one. */
function conflictIn({ by, level }: AskedQuestion): QuestionDoubt | null {
  const named = by.find((one) => one === 'province' || one === 'district' || one === 'commune')
  if (level === null || named === undefined || named === level) return null
  return { field: 'level', given: level, sentence: `“by” nói cấp ${named}, “level” nói cấp ${level}. Chỉ ghi một cấp.` }
}

/** `2024..2026`: what follows one another is written as a range from the third on. */
function inRanges<Item>(words: readonly string[], items: readonly Item[], isNext: (one: Item, next: Item) => boolean) {
  const runs: number[][] = []
  items.forEach((item, at) => {
    const last = runs.at(-1)
    const before = items[at - 1]
    if (last && before !== undefined && isNext(before, item)) last.push(at)
    else runs.push([at])
  })
  const word = (at: number | undefined): string => words[at ?? -1] ?? ''
  return runs.flatMap((run) => (run.length < 3 ? run.map(word) : `${word(run[0])}..${word(run.at(-1))}`)).join(',')
}

function within<Item>(items: Item[], limit: number, what: string): { value: Item[] } | { sentence: string } {
  return items.length <= limit
    ? { value: items }
    : { sentence: `Hỏi nhiều nhất ${limit} ${what} một lần. Chia câu hỏi ra nhiều lần.` }
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)]
}

function sharedWith<Word extends string>(words: readonly string[], known: readonly Word[]): Word[] {
  return known.filter((one) => words.includes(one))
}

function choices(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} hoặc ${words.at(-1) ?? ''}` : (words[0] ?? '')
}

function short(text: string): string {
  const characters = [...text]
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text
}

function wordsOf(text: string): string[] {
  return text.split(',').flatMap((word) => word.trim() || [])
}
