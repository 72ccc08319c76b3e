import {
  isFirm,
  isKnown,
  type ChartBreak,
  type ChartPoint,
  type ChartSeries,
  type ChartWords,
  type KnownPoint,
} from './chart.ts'
import { exactUpTo, numberText, unitOfChange, withUnit } from './numbers.ts'

/** What a chart over time says, in words: for who cannot see it, and for who is in a hurry. */
export function sentenceOfLines(
  series: readonly ChartSeries[],
  words: ChartWords,
  breaks: readonly ChartBreak[] = [],
): string {
  const told = series.filter(({ role }) => role !== 'target')
  if (told.length === 0) return 'Chưa có gì để vẽ.'
  const [first, ...others] = told
  if (!first || others.length === 0) return overTime(told[0]?.points ?? [], words, breaks)
  return `${first.name}: ${lowerFirst(overTime(first.points, words, breaks))} ${latestOf(others, words)}`
}

/** The first line is told in full; of the others the last number, because a page of sentences is read by nobody. */
function latestOf(series: readonly ChartSeries[], words: ChartWords): string {
  return series
    .map(({ name, points }) => {
      const latest = points.findLast(isKnown)
      return latest ? `${name}: mới nhất ${named(latest, words)}.` : `${name}: chưa có số nào.`
    })
    .join(' ')
}

/** What a chart of units says: the highest, the lowest, and who has no number. */
export function sentenceOfUnits(points: readonly ChartPoint[], words: ChartWords): string {
  const known = points.filter(isKnown)
  const whole = wholeOf(known)
  const [highest, lowest] = [greatest(whole), least(whole)]
  if (!highest || !lowest) return noneOf(points.length, words.places)
  const missing = `${partsOf(known, words.places)}${missingOf(points, words.places)}`
  if (known.length === 1) return `Chỉ ${highest.name} có số: ${shown(highest, words)}.${missing}`
  if (highest.value === lowest.value) {
    return `Cả ${known.length} ${words.places} có số đều là ${shown(highest, words)}.${missing}`
  }
  return `Cao nhất: ${named(highest, words)}${others(whole, highest)}. Thấp nhất: ${named(lowest, words)}${others(whole, lowest)}.${missing}`
}

function overTime(points: readonly ChartPoint[], words: ChartWords, breaks: readonly ChartBreak[]): string {
  const known = points.filter(isKnown)
  const whole = wholeOf(known)
  const [latest, highest, lowest] = [known.at(-1), greatest(whole), least(whole)]
  if (!latest || !highest || !lowest) return noneOf(points.length, words.places)
  const missing = `${partsOf(known, words.places)}${missingOf(points, words.places)}`
  if (known.length === 1) return `Chỉ có một số: ${named(latest, words)}.${missing}`
  if (whole.length === known.length && highest.value === lowest.value)
    return `Mọi số đều là ${shown(latest, words)}.${missing}`
  const ranked = whole.length > 1 ? ` Cao nhất: ${named(highest, words)}. Thấp nhất: ${named(lowest, words)}.` : ''
  return `Mới nhất: ${named(latest, words)}.${ranked}${changeOf(points, words, breaks)}${missing}`
}

/** What is of all units; where nothing is, what there is: a part of a sum is no lowest number. */
function wholeOf(known: readonly KnownPoint[]): readonly KnownPoint[] {
  const whole = known.filter(({ part }) => part === null)
  return whole.length > 0 ? whole : known
}

function partsOf(known: readonly KnownPoint[], places: string): string {
  const parts = known.filter(({ part }) => part !== null).length
  if (parts === 0 || known.length === 1) return ''
  return parts === known.length
    ? ` Cả ${parts} ${places} đều chưa đủ số của các đơn vị nên chưa so được.`
    : ` Có ${parts} ${places} chưa đủ số của các đơn vị nên không xếp cao thấp.`
}

/** No change is told from a rounded number or one that is not of all, nor across a change of definition: it would be as exact as nobody was. */
function changeOf(points: readonly ChartPoint[], { unit }: ChartWords, breaks: readonly ChartBreak[]): string {
  const known = points.flatMap((point, index) => (isKnown(point) ? [{ point, index }] : []))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || first.index === last.index) return ''
  const from = `Từ ${lowerFirst(first.point.name)} đến ${lowerFirst(last.point.name)}`
  const crossed = breaks.find(({ at }) => at > first.index && at <= last.index)
  if (crossed) return ` ${from} ${crossed.change ?? 'cách tính đã thay đổi'} nên không so được.`
  const doubtful = [first.point, last.point].find((point) => !isFirm(point))
  if (doubtful) return ` ${from} không so được: ${whyNot(doubtful)}.`
  if (Math.max(Math.abs(first.point.value), Math.abs(last.point.value)) > exactUpTo) return ''
  const change = last.point.value - first.point.value
  if (change === 0) return ` ${from} không đổi.`
  const apportioned = [first, last].some(({ point }) => point.flag === 'apportioned') ? ' (có số chia theo phần)' : ''
  const amount = withUnit(numberText(Math.abs(change)), unitOfChange(unit))
  return ` ${from} ${change > 0 ? 'tăng' : 'giảm'} ${amount}${apportioned}.`
}

function whyNot({ name, part }: ChartPoint): string {
  return part === null ? `số của ${lowerFirst(name)} là số làm tròn hoặc ước` : `số của ${lowerFirst(name)} mới ${part}`
}

function missingOf(points: readonly ChartPoint[], places: string): string {
  const count = (states: readonly ChartPoint['state'][]): number =>
    points.filter(({ state }) => states.includes(state)).length
  const kinds = [
    { count: count(['absent']), says: 'chưa có số' },
    { count: count(['not-comparable', 'undefined']), says: 'không so sánh được' },
    { count: count(['not-applicable']), says: 'không áp dụng' },
  ].filter((kind) => kind.count > 0)
  if (kinds.length === 0) return ''
  return ` Trong ${points.length} ${places}, ${kinds.map((kind) => `${kind.count} ${kind.says}`).join(', ')}.`
}

function noneOf(count: number, places: string): string {
  return count === 0 ? 'Chưa có gì để vẽ.' : `Chưa có số nào trong ${count} ${places}.`
}

function named(point: KnownPoint, words: ChartWords): string {
  return `${withUnit(point.text, words.unit)} (${[lowerFirst(point.name), point.part].filter(Boolean).join(', ')})`
}

/** Of several that are equally high the first is named, and that there are others. */
function others(known: readonly KnownPoint[], one: KnownPoint): string {
  const more = known.filter(({ value }) => value === one.value).length - 1
  return more > 0 ? ` và ${more} nơi khác bằng vậy` : ''
}

function shown({ text, part }: ChartPoint, { unit }: ChartWords): string {
  return `${withUnit(text, unit)}${part === null ? '' : ` (${part})`}`
}

function greatest(points: readonly KnownPoint[]): KnownPoint | undefined {
  return points.reduce<KnownPoint | undefined>((best, one) => (best && best.value >= one.value ? best : one), undefined)
}

function least(points: readonly KnownPoint[]): KnownPoint | undefined {
  return points.reduce<KnownPoint | undefined>((best, one) => (best && best.value <= one.value ? best : one), undefined)
}

// Names of units keep their capital; those of periods are said inside a sentence.
const saidSmall = /^(Tháng|Quý|Năm|Tuần|Sáu|Chín|Nửa|Kỳ|Mới|Cao|Chỉ|Mọi|Chưa)\s/

function lowerFirst(text: string): string {
  return saidSmall.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
