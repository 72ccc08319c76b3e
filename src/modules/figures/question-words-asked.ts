import { formatDay, partsOf } from '#kernel/local-date.ts'
import { periodKey, periodName, periodOf, yearOf, type Period } from '#kernel/period.ts'
import { searchUnits } from '#modules/territory/search.ts'
import { nothingAsked, territoryAxes, type AskedQuestion, type Axis } from './question.ts'
import { latestBegun, type TimeMeaning } from './question-words-periods.ts'
import type { PhraseMeaning } from './question-words-phrases.ts'
import type {
  LineIndex,
  LineItem,
  OfferedStretch,
  ReadStretch,
  UnreadStretch,
  WordsReading,
} from './question-words-reading.ts'
import { placedName } from './question-words-units.ts'

/** What the stretches of a line ask together. What contradicts an earlier one is said, not put in its place. */
export function askedFrom(items: readonly LineItem[], index: LineIndex): WordsReading {
  const told: Told = { read: [], unread: [], offered: [] }
  const asked: Mutable<AskedQuestion> = { ...nothingAsked, indicators: [], by: [], unit: [] }
  const times: TimeItem[] = []
  for (const item of items) {
    if (item.says === 'time') times.push(item)
    else readItem(item, index, asked, told)
  }
  readTimes(times, index, asked, told)
  // “các xã Sông Xanh, Núi Vàng”: those communes, not communes below them.
  const communes = asked.unit.map((code) => told.levels?.get(code))
  if (asked.by.includes('commune') && communes.length > 0 && communes.every((level) => level === 'commune'))
    asked.by = asked.by.map((axis) => (axis === 'commune' ? 'unit' : axis))
  const order = new Map(items.map((item, at) => [item.text, at]))
  told.read.sort((one, other) => (order.get(one.text) ?? 0) - (order.get(other.text) ?? 0))
  return { asked, read: told.read, unread: told.unread, offered: told.offered }
}

type TimeItem = Extract<LineItem, { says: 'time' }>
type Mutable<Asked> = { -readonly [Field in keyof Asked]: Asked[Field] }
type Told = { read: ReadStretch[]; unread: UnreadStretch[]; offered: OfferedStretch[]; levels?: Map<string, string> }

function readItem(
  item: Exclude<LineItem, TimeItem>,
  index: LineIndex,
  asked: Mutable<AskedQuestion>,
  told: Told,
): void {
  const { text } = item
  switch (item.says) {
    case 'nothing':
      readNothing(item, index, told)
      return
    case 'map':
      asked.map = item.day
      told.read.push({ text, field: 'map', as: `trên bản đồ ngày ${formatDay(item.day)}` })
      return
    case 'indicator': {
      const among = item.meaning.cells.map((key) => ({ key, name: index.indicators.names.get(key) ?? key }))
      const [only] = among
      if (!item.meaning.isSure || !only) {
        told.offered.push({ text, field: 'indicators', among })
        return
      }
      if (!asked.indicators.includes(only.key)) asked.indicators = [...asked.indicators, only.key]
      told.read.push({ text, field: 'indicators', as: only.name })
      return
    }
    case 'unit': {
      const among = item.units.map((unit) => ({ key: unit.code, name: placedName(index.units, unit) }))
      const [only] = among
      if (among.length > 1 || !only) {
        told.offered.push({ text, field: 'unit', among: among.slice(0, 8) })
        return
      }
      addUnit(asked, told, only.key, item.units[0]?.level ?? '')
      told.read.push({ text, field: 'unit', as: only.name })
      return
    }
    case 'phrase':
      readPhrase(text, item.meaning, index, asked, told)
  }
}

/** A unit that nobody is called by: those that come near are offered. */
function readNothing({ text, isUnit }: Extract<LineItem, { says: 'nothing' }>, index: LineIndex, told: Told): void {
  const { register, today } = index.book
  const near = isUnit ? searchUnits(register, text, { today, onlyInForce: true, most: 4 }).hits : []
  if (near.length > 0) {
    const among = near.map(({ now }) => ({ key: now.code, name: placedName(index.units, now) }))
    told.offered.push({ text, field: 'unit', among })
    return
  }
  const sentence = isUnit
    ? 'Không có đơn vị nào tên như vậy. Xin xem lại tên, hoặc ghi thêm tên tỉnh.'
    : 'Chưa hiểu là chỉ tiêu, đơn vị hay kỳ nào. Ghi tên chỉ tiêu, hoặc “xã …”, “tỉnh …”.'
  told.unread.push({ text, sentence })
}

function addUnit(asked: Mutable<AskedQuestion>, told: Told, code: string, level: string): void {
  if (!asked.unit.includes(code)) asked.unit = [...asked.unit, code]
  told.levels = new Map([...(told.levels ?? []), [code, level]])
}

const axisName: Record<Axis, string> = {
  ...{ unit: 'từng đơn vị', province: 'theo tỉnh', district: 'theo huyện', commune: 'theo xã, phường' },
  ...{
    month: 'theo tháng',
    quarter: 'theo quý',
    'half-year': 'theo 6 tháng',
    'nine-months': 'theo 9 tháng',
    year: 'theo năm',
  },
  part: 'theo phân tổ',
}
const comparisonName = {
  'same-period': 'so với cùng kỳ năm trước',
  target: 'so với chỉ tiêu kế hoạch',
  peers: 'so với các đơn vị cùng loại',
  whole: 'tỷ trọng trong tổng',
} as const
const standingName = {
  open: 'kể cả số đang nhập',
  'handed-in': 'kể cả số đã nộp',
  accepted: 'số đã duyệt',
  published: 'số đã công bố',
} as const
const viewName = {
  table: 'dạng bảng',
  line: 'biểu đồ đường',
  bars: 'biểu đồ cột',
  multiples: 'nhiều biểu đồ nhỏ',
  tiles: 'bản đồ ô vuông',
} as const

const countryElsewhere = 'Ở đây hỏi trong địa bàn của ông/bà; số cả nước xem ở trang công khai.'

function readPhrase(
  text: string,
  meaning: PhraseMeaning,
  index: LineIndex,
  asked: Mutable<AskedQuestion>,
  told: Told,
): void {
  const { own } = index.book
  switch (meaning.kind) {
    case 'by': {
      const refusal = addAxis(asked, meaning.axis)
      if (refusal) told.unread.push({ text, sentence: refusal })
      else told.read.push({ text, field: 'by', as: axisName[meaning.axis] })
      return
    }
    case 'compare':
      asked.compare = meaning.with
      told.read.push({ text, field: 'compare', as: comparisonName[meaning.with] })
      return
    case 'counts':
      asked.counts = meaning.standing
      told.read.push({ text, field: 'counts', as: standingName[meaning.standing] })
      return
    case 'map':
      asked.map = meaning.map
      told.read.push({ text, field: 'map', as: meaning.map === 'today' ? 'trên bản đồ hôm nay' : 'như đã báo cáo' })
      return
    case 'view':
      asked.view = meaning.view
      told.read.push({ text, field: 'view', as: viewName[meaning.view] })
      return
    case 'own':
      if (meaning.unit === 'country') {
        if (own) told.unread.push({ text, sentence: countryElsewhere, answers: 'public' })
        else told.read.push({ text, field: 'unit', as: 'cả nước' })
      } else if (own) {
        addUnit(asked, told, own[meaning.unit], meaning.unit === 'province' ? 'province' : '')
        told.read.push({ text, field: 'unit', as: meaning.unit === 'unit' ? 'đơn vị của ông/bà' : 'tỉnh của ông/bà' })
      } else told.unread.push({ text, sentence: 'Trang này không biết ông/bà ở đâu. Ghi tên xã hoặc tỉnh.' })
      return
    case 'cannot':
      told.unread.push({ text, sentence: meaning.sentence })
  }
}

/** One level of units and one kind of period at a time; null where the axis was added. */
function addAxis(asked: Mutable<AskedQuestion>, axis: Axis): string | null {
  if (asked.by.includes(axis)) return null
  const isUnit = (one: Axis): boolean => territoryAxes.some((known) => known === one)
  const isAlike = (one: Axis): boolean => one !== 'part' && axis !== 'part' && isUnit(one) === isUnit(axis)
  if (asked.by.some(isAlike))
    return isUnit(axis) ? 'Chỉ chia theo một cấp đơn vị một lần.' : 'Chỉ chia theo một loại kỳ một lần.'
  asked.by = [...asked.by, axis]
  return null
}

/** Periods with their year stand as they are; those without take the line's years, or the latest that has begun. */
function readTimes(items: readonly TimeItem[], index: LineIndex, asked: Mutable<AskedQuestion>, told: Told): void {
  const years = items.flatMap(({ meaning }) => (meaning.kind === 'years' ? meaning.years : []))
  const isTaken = items.some(
    ({ meaning }) => meaning.kind === 'yearless' || (meaning.kind === 'each' && meaning.years.length === 0),
  )
  const periods: Period[] = []
  for (const { text, meaning } of items) {
    const found = periodsOf(meaning, years, index)
    periods.push(...found.periods)
    const refusal = found.by ? addAxis(asked, found.by) : null
    if (refusal) told.unread.push({ text, sentence: refusal })
    if (found.years.length > 0) asked.year = unique([...asked.year, ...found.years])
    const field = meaning.kind === 'years' || found.years.length > 0 ? 'year' : 'period'
    told.read.push({ text, field, as: found.as })
  }
  // A year beside periods that have one of their own is one more period; beside those that took it, it is said.
  const byTime = asked.by.some((axis) => axis !== 'part' && !territoryAxes.some((known) => known === axis))
  if (periods.length > 0 && asked.year.length === 0 && !isTaken) periods.push(...years.map(yearOf))
  else if (!isTaken) asked.year = unique([...asked.year, ...years])
  const stage = periods.length === 1 && byTime ? periods[0] : undefined
  if (stage?.regime === 'stage' || stage?.regime === 'year') {
    const [first, last] = [partsOf(stage.from).year, partsOf(stage.to).year]
    asked.year = Array.from({ length: last - first + 1 }, (_, at) => first + at)
    asked.period = []
    return
  }
  asked.period = [...new Map(periods.map((period) => [periodKey(period), period])).values()]
}

type TimesRead = { periods: Period[]; years: number[]; by: Axis | null; as: string }

function periodsOf(meaning: TimeMeaning, years: readonly number[], index: LineIndex): TimesRead {
  const { today, periods: book } = index.book
  const named = (some: readonly Period[]): string => some.map((period) => periodName(period, book)).join(', ')
  switch (meaning.kind) {
    case 'periods':
      return { periods: meaning.periods, years: [], by: meaning.by, as: named(meaning.periods) }
    case 'years':
      return { periods: [], years: [], by: meaning.by, as: meaning.years.map((year) => `năm ${year}`).join(', ') }
    case 'each': {
      const own = meaning.years.length > 0 ? meaning.years : years
      const of = own.length > 0 ? own : [partsOf(today).year]
      const said = `${meaning.axis === 'month' ? 'từng tháng' : 'từng quý'} của năm ${of.join(', ')}`
      return {
        periods: [],
        years: [...of],
        by: meaning.axis,
        as: own.length > 0 ? said : `${said} (không ghi năm, lấy năm nay)`,
      }
    }
    case 'yearless': {
      const { regime, indices } = meaning
      const some =
        years.length > 0
          ? years.flatMap((year) => indices.flatMap((at) => periodOf(regime, year, at) ?? []))
          : indices.flatMap((at) => latestBegun(regime, at, today) ?? [])
      return {
        periods: some,
        years: [],
        by: null,
        as: years.length > 0 ? named(some) : `${named(some)} (không ghi năm, lấy kỳ gần nhất)`,
      }
    }
  }
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)]
}
