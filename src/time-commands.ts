import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { namedCells, readCsv } from '#kernel/csv.ts'
import {
  addDays,
  dayInVietnam,
  formatDayOfWeek,
  localDate,
  parseLocalDate,
  type LocalDate,
} from '#kernel/local-date.ts'
import {
  parsePeriod,
  periodKey,
  periodName,
  periodTitle,
  predecessorOf,
  samePeriodLastYear,
  standardBook,
  successorOf,
  type Period,
  type PeriodBook,
} from '#kernel/period.ts'
import { addWorkingDays, endOfCalendarClock, legally, type WorkingCalendar } from '#kernel/working-days.ts'
import type { CliAnswer } from '#modules/access/cli.server.ts'
import { dayKindLabel, legalRefusalText, standingLabel } from '#modules/calendar/labels.ts'
import { periodProblem } from '#modules/reporting/period-choice.ts'
import { calendarOfYears, workingCalendar, type CalendarReader } from '#platform/calendar.ts'
import { inScope, type Db } from '#platform/database.ts'
import { lastKnownUnit } from '#modules/territory/queries.server.ts'

/** `kheo period "9 tháng 2020" [--json]`: what a typed period is understood as. Needs no database. */
export function cliPeriod(args: readonly string[]): CliAnswer {
  const json = args.includes('--json')
  const text = args.filter((word) => word !== '--json').join(' ')
  const book = bookOfFiles()
  const period = parsePeriod(text, book)
  if (!period) return { exit: 2, stderr: periodProblem(text) }
  const said = (one: Period | null) =>
    one && { key: periodKey(one), name: periodName(one, book), regime: one.regime, from: one.from, to: one.to }
  const answer = {
    ...{ key: periodKey(period), name: periodName(period, book), title: periodTitle(period, book) },
    ...{ regime: period.regime, from: period.from, to: period.to },
    predecessor: said(predecessorOf(period, book)),
    successor: said(successorOf(period, book)),
    samePeriodLastYear: said(samePeriodLastYear(period, book)),
  }
  if (json) return { exit: 0, stdout: JSON.stringify(answer, null, 2) }
  const line = (label: string, one: ReturnType<typeof said>): string =>
    `${label} ${one ? `${one.name} (${one.key})` : 'không có'}`
  return {
    exit: 0,
    stdout: [
      `${answer.title} (${answer.key}): ${formatDayOfWeek(period.from)} – ${formatDayOfWeek(period.to)}`,
      line('Kỳ trước:         ', answer.predecessor),
      line('Cùng kỳ năm trước:', answer.samePeriodLastYear),
    ].join('\n'),
  }
}

/** Terms and campaigns as the program brings them: a command without a database reads the files. */
function bookOfFiles(): PeriodBook {
  const file = 'named_period.csv'
  const csv = readCsv(file, readFileSync(join(process.cwd(), 'db', 'reference', file), 'utf8'))
  const named = csv.rows.map((row) => {
    const cell = namedCells(csv, row)
    const regime = cell('regime') === 'term' ? ('term' as const) : ('campaign' as const)
    return { regime, name: cell('name'), from: localDate(cell('period_from')), to: localDate(cell('period_to')) }
  })
  return { ...standardBook, named }
}

/** `kheo calendar 2027 [--province <mã>] [--json]`: the days of a year that are not what their weekday says. */
export async function cliCalendar(db: Db, args: readonly string[], now: Date): Promise<CliAnswer> {
  const options = optionsOf(args, ['--province'], ['--json'])
  const year = options && /^(19|20)\d{2}$/.test(options.rest[0] ?? '') ? Number(options.rest[0]) : null
  if (!options || year === null || options.rest.length !== 1) return { exit: 2, stderr: 'Cần một năm, ví dụ 2027.' }
  const reader = await readerOf(db, options.values.get('--province'), now)
  if (!reader) return noProvince(options.values.get('--province'))
  const calendar = await inReach(db, reader, (tx) => calendarOfYears(tx, { from: year, to: year }, reader))
  const standing = calendar.years.get(year)
  if (!standing) return { exit: 1, stderr: `Chưa có lịch làm việc năm ${year}.` }
  const days = [...calendar.days.values()]
  if (options.flags.has('--json')) return { exit: 0, stdout: JSON.stringify({ year, standing, days }, null, 2) }
  const lines = days.map(
    (one) => `${formatDayOfWeek(one.day).padEnd(20)} ${dayKindLabel[one.kind].padEnd(15)} ${one.name}`,
  )
  return { exit: 0, stdout: [`Lịch làm việc năm ${year}: ${standingLabel[standing]}`, ...lines].join('\n') }
}

/** `kheo deadline --from 20/11/2026 --working-days 3 [--legal]` or `--days 30`: where a clock ends, and by which calendar. */
export async function cliDeadline(db: Db, args: readonly string[], now: Date): Promise<CliAnswer> {
  const asked = clockOf(args)
  if (typeof asked === 'string') return { exit: 2, stderr: asked }
  const reader = await readerOf(db, asked.province, now)
  if (!reader) return noProvince(asked.province)
  // Three calendar days for each working day, and a month of holidays, is always enough.
  const reach = addDays(asked.from, asked.count * 3 + 31)
  const calendar = await inReach(db, reader, (tx) => workingCalendar(tx, asked.from, reach, reader))
  const legal = legally(calendar, (years) => ended(years, asked))
  const plain = ended(calendar, asked)
  if (asked.isLegal && !legal.lawful) return { exit: 1, stderr: legalRefusalText(legal) }
  if (!plain.known) return { exit: 1, stderr: `Chưa có lịch làm việc năm ${plain.unknownYear} nên không tính được.` }
  const { day, nominal } = plain.value
  const answer = {
    ...{ from: asked.from, [asked.unit === 'working' ? 'workingDays' : 'days']: asked.count, due: day },
    ...(nominal === day ? {} : { nominal }),
    ...{ estimate: plain.estimate, legal: legal.lawful },
    ...(legal.lawful
      ? {}
      : { legalRefusal: { because: legal.because, year: legal.year, message: legalRefusalText(legal) } }),
  }
  if (asked.isJson) return { exit: 0, stdout: JSON.stringify(answer, null, 2) }
  const note = plain.estimate ? ', tính theo lịch ước tính' : ''
  return {
    exit: 0,
    stdout: [`${formatDayOfWeek(day)}${note}`, ...(legal.lawful ? [] : [legalRefusalText(legal)])].join('\n'),
  }
}

type Clock = {
  from: LocalDate
  count: number
  unit: 'working' | 'calendar'
  province: string | undefined
  isLegal: boolean
  isJson: boolean
}

function ended(calendar: WorkingCalendar, { from, count, unit }: Clock) {
  if (unit === 'calendar') return endOfCalendarClock(calendar, from, count)
  const end = addWorkingDays(calendar, from, count)
  return end.known ? { ...end, value: { day: end.value, nominal: end.value, because: null } } : end
}

function clockOf(args: readonly string[]): Clock | string {
  const options = optionsOf(args, ['--from', '--working-days', '--days', '--province'], ['--json', '--legal'])
  if (!options || options.rest.length > 0) return 'Có chữ không hiểu trong lệnh.'
  const from = parseLocalDate(options.values.get('--from'))
  if (!from) return 'Cần ngày bắt đầu có thật sau --from, ví dụ 20/11/2026.'
  const [working, plain] = [options.values.get('--working-days'), options.values.get('--days')]
  if ((working === undefined) === (plain === undefined)) return 'Cần một trong hai: --working-days hoặc --days.'
  const text = working ?? plain ?? ''
  if (!/^\d{1,4}$/.test(text)) return `“${text}” không phải số ngày (từ 0 đến 9999).`
  return {
    ...{ from, count: Number(text), unit: working === undefined ? 'calendar' : 'working' },
    ...{ province: options.values.get('--province'), isLegal: options.flags.has('--legal') },
    isJson: options.flags.has('--json'),
  }
}

type Options = { values: Map<string, string>; flags: Set<string>; rest: string[] }

function optionsOf(args: readonly string[], withValue: readonly string[], bare: readonly string[]): Options | null {
  const options: Options = { values: new Map(), flags: new Set(), rest: [] }
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? ''
    const value = args[at + 1]
    if (bare.includes(word)) options.flags.add(word)
    else if (withValue.includes(word)) {
      if (value === undefined || options.values.has(word)) return null
      options.values.set(word, value)
      at += 1
    } else if (word.startsWith('--')) return null
    else options.rest.push(word)
  }
  return options
}

async function readerOf(db: Db, code: string | undefined, now: Date): Promise<CalendarReader | null> {
  const today = dayInVietnam(now)
  if (code === undefined) return { province: null, today }
  const unit = await inScope(db, { reach: 'public' }, (tx) => lastKnownUnit(tx, code))
  return unit?.level === 'province' ? { province: unit.unit, today } : null
}

function inReach<Value>(
  db: Db,
  { province }: CalendarReader,
  work: Parameters<typeof inScope<Value>>[2],
): Promise<Value> {
  return inScope(db, province ? { reach: 'province', province } : { reach: 'public' }, work)
}

function noProvince(code: string | undefined): CliAnswer {
  return { exit: 2, stderr: `Không có tỉnh nào mang mã “${code ?? ''}”.` }
}
