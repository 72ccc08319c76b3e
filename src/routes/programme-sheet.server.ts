import { error } from '@sveltejs/kit'
import { byteOrderMark, writeCsv } from '#kernel/csv-writing.ts'
import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { fold } from '#kernel/text.ts'
import { nothingAsked } from '#modules/figures/question.ts'
import { questionAddress } from '#modules/figures/question-text.ts'
import { namesOn } from '#modules/reporting/map-lines.ts'
import { isUnder, type ProgrammeRow } from '#modules/programmes/programme-set.ts'
import type { AskedSheet, SheetPage, UnitSheet } from '#modules/programmes/queries.server.ts'
import { csvColumns, csvRows, sheetWorkbook, type SheetFile } from '#modules/programmes/sheet-files.ts'
import { openingOf } from '#modules/programmes/row-opening.ts'
import { checkWords, rowWords, tableText } from '#modules/programmes/sheet-words.ts'
import { lastVersionOf, unitAt } from '#modules/territory/register.ts'
import type { RegisterVersion } from '#modules/territory/unit.ts'
import { downloadOf } from './download.server.ts'

const standingWords = {
  open: 'kể cả số đang nhập',
  'handed-in': 'kể cả báo cáo đã nộp',
  accepted: 'báo cáo đã được nhận',
  published: 'số đã công bố',
} as const

const perPage = 50

/** A programme's sheet as its page shows it, on the desk and in public; `opener` is the page where its numbers are opened. */
export function sheetView(page: SheetPage, asked: AskedSheet, today: LocalDate, pageNumber: number, opener: string) {
  const { set, sheet, units, mixtures } = page
  const nameOf = namesOn({ register: asked.register, today })
  const numbered = set.rows.filter(({ kind }) => kind !== 'group')
  const isSilent = ({ figures }: UnitSheet): boolean =>
    [...figures.values()].every((one) => !one || one.state === 'absent')
  const speaking = units.filter((one) => !isSilent(one))
  const pages = Math.max(1, Math.ceil(speaking.length / perPage))
  const shown = Math.min(Math.max(1, pageNumber), pages)
  const shownUnit = unitOf(asked)
  const openings = new Map(set.rows.map((row) => [row.key, openingOf(set, row)]))
  const hrefOf = (row: ProgrammeRow, unit: RegisterVersion | null, what: 'now' | 'change'): string | null => {
    const indicators = openings.get(row.key)?.[what] ?? []
    return unit && indicators.length > 0 ? openHref(opener, asked, unit, indicators) : null
  }
  return {
    set: { code: set.code, name: set.name, about: set.about, version: set.version, source: set.source },
    validity: validityOf(set),
    title: titleOf(page, asked),
    scope: scopeOf(asked),
    unitName: nameOf(asked.unit),
    beforeName: periodName(page.before),
    rows: sheet.rows.map((row) => ({
      ...rowWords(row, mixtures.get(row.row.key) ?? null, nameOf),
      href: hrefOf(row.row, shownUnit, 'now'),
      changeHref: hrefOf(row.row, shownUnit, 'change'),
    })),
    isEmpty: sheet.rows.every(({ counted, estimate }) => (counted ?? estimate)?.state !== 'known'),
    checks: checkWords(sheet),
    columns: numbered.map((row) => ({ key: row.key, name: row.name, isUnder: isUnder(row) })),
    units: speaking.slice((shown - 1) * perPage, shown * perPage).map(({ unit, figures }) => ({
      code: unit.code,
      name: unit.name,
      cells: numbered.map((row) => {
        const figure = figures.get(row.key) ?? null
        const href = figure?.state === 'known' ? hrefOf(row, unit, 'now') : null
        return { key: row.key, text: tableText(figure, row, nameOf), href }
      }),
    })),
    page: shown,
    pages,
    unitCount: units.length,
    silent: units.filter(isSilent).map(({ unit }) => unit.name),
  }
}

/** The sheet as a file: CSV of its rows, or a workbook with the units and the checks beside them. */
export async function sheetFile(
  kind: string,
  page: SheetPage,
  asked: AskedSheet,
  address: string,
  today: LocalDate,
): Promise<Response> {
  const nameOf = namesOn({ register: asked.register, today })
  const unitName = nameOf(asked.unit)
  const title = titleOf(page, asked)
  const file: SheetFile = {
    ...{
      set: page.set,
      sheet: page.sheet,
      units: page.units,
      title,
      unitName,
      scope: scopeOf(asked),
      address,
      today,
      nameOf,
    },
  }
  const name = `${title} ${periodName(asked.period)}`
  if (kind === 'csv') return csvFile(name, writeCsv(csvColumns, csvRows(file)))
  const found = kind === 'xlsx' ? await downloadOf(kind, { document: null, workbook: sheetWorkbook(file) }, name) : null
  if (!found) error(404, 'Không có trang này')
  return found
}

function csvFile(name: string, text: string): Response {
  const plain = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return new Response(`${byteOrderMark}${text}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${plain}.csv"`,
    },
  })
}

/** Under the name it had at the end of the period, or on the day of the map. */
function titleOf({ set }: SheetPage, asked: AskedSheet): string {
  return `${set.name}, ${unitOf(asked)?.name ?? ''}`
}

function unitOf({ register, unit, period, map }: AskedSheet): RegisterVersion | null {
  return unitAt(register, unit, map.kind === 'day' ? map.day : period.to) ?? lastVersionOf(register, unit)
}

/** The same number, asked for alone: from there to the reports it is of. What is published needs no word in the address. */
function openHref(
  opener: string,
  { period, map, counts }: AskedSheet,
  { code }: RegisterVersion,
  indicators: readonly string[],
): string {
  const question = questionAddress({
    ...{ ...nothingAsked, indicators, unit: [code], period: [period], from: 'any' },
    map: map.kind === 'day' ? map.day : 'reported',
    counts: counts === 'published' ? null : counts,
  })
  return indicators.length === 1 ? `${opener}/o?${question}` : `${opener}?${question}`
}

function scopeOf({ period, map, counts }: AskedSheet): string {
  const on = map.kind === 'day' ? `, trên bản đồ ngày ${formatDay(map.day)}` : ''
  return `${capital(periodName(period))}, ${standingWords[counts]}${on}`
}

function validityOf({ from, until }: SheetPage['set']): string {
  const since = from === null ? '' : ` từ ${formatDay(from)}`
  const to = until === null ? '' : ` đến ${formatDay(until)}`
  return since + to === '' ? 'dùng cho mọi kỳ' : `dùng${since}${to}`
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
