import { error } from '@sveltejs/kit'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { periodKey, periodTitle } from '#kernel/period.ts'
import { cellText, cellWords } from '#modules/figures/cell-words.ts'
import type { CubePart } from '#modules/figures/cube-answer.ts'
import type { Reader } from '#modules/figures/cube-rights.ts'
import { readForm } from '#modules/figures/explore-form.ts'
import { openNumber, type OpenedNumber } from '#modules/figures/explore-opened.server.ts'
import { exploreGround, type ExploreGround } from '#modules/figures/explore.server.ts'
import { formatValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { dimensionName } from '#modules/figures/labels.ts'
import { partUseText, standingWords } from '#modules/figures/part-words.ts'
import { questionAddress, readQuestion } from '#modules/figures/question-text.ts'
import { mayRead, mayReadDraft } from '#modules/reporting/policy.ts'
import { publicReportPage } from '#modules/reporting/public-page.ts'
import { figureAnchor, publicPath } from '#modules/reporting/public-path.ts'
import { publishedReport } from '#modules/reporting/public-queries.server.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import { answersFor } from '#modules/territory/answering.ts'
import { nameOnDay } from '#modules/territory/labels.ts'
import { lastVersionOf, type Register } from '#modules/territory/register.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { asOfText, errorOf, exploringOf } from './explore.server.ts'

const pageLength = 50

/** One number opened: what it counts, what it is made of, what was left out and why, and who is missing. */
export async function openedPage(locals: App.Locals, url: URL, reader: Reader, path: string) {
  const exploring = exploringOf(locals, reader)
  const ground = await exploreGround(exploring)
  const reading = readQuestion(readForm(url.searchParams).question)
  if (!reading.ok) error(404, 'Không có trang này')
  const outcome = await openNumber(exploring, ground, reading.asked)
  const back = `${path}?${questionAddress({ ...reading.asked, page: 1 })}`
  if (!outcome.ok) {
    if (outcome.kind !== 'refused') error(404, 'Không có trang này')
    return { path, back, refused: errorOf(outcome.refusal).message, number: null, asOf: asOfText(locals) }
  }
  const today = dayInVietnam(locals.now)
  const at = { parts: pageIn(url, 'trang'), missing: pageIn(url, 'trang-thieu') }
  const number = {
    ...numberOf(outcome.value, ground, { reader, today, path, at }),
    sourceNotes: await sourceNotes(locals.db, outcome.value, ground.register, today),
  }
  const query = Object.fromEntries([...url.searchParams].filter(([name]) => name !== 'trang' && name !== 'trang-thieu'))
  return { path, back, refused: null, number, query, asOf: asOfText(locals) }
}

type Said = { reader: Reader; today: LocalDate; path: string; at: { parts: number; missing: number } }

function numberOf(one: OpenedNumber, ground: ExploreGround, said: Said) {
  const { measure, opened, question, arithmetic, nameOf } = one
  const known = new Map(ground.indicators.map((indicator) => [indicator.code, indicator]))
  const counted = opened.parts.filter(({ use }) => use === 'counted')
  return {
    sentence: one.sentence,
    name: measure.name,
    unit: measure.unitOfCount,
    words: cellWords(opened.cell, measure.numeral, nameOf),
    counts: measure.expression.kind === 'cell' ? (known.get(measure.expression.cell.code)?.counts ?? '') : '',
    period: question.periods[0] ? periodTitle(question.periods[0]) : '',
    arithmetic: arithmetic && {
      formula: arithmetic.formula,
      terms: arithmetic.terms.map(({ measure: term, cell }) => ({
        key: term.key,
        name: term.name,
        text: cellText(cellWords(cell, term.numeral, nameOf)),
        unit: term.unitOfCount,
        href: termHref(said.path, one, term.key),
      })),
    },
    countedParts: counted.length,
    leftOut: opened.parts.length - counted.length,
    parts: paged(opened.parts, said.at.parts, (part) => partOf(part, one, ground, said)),
    missing: paged(opened.missing, said.at.missing, (unit) => missingOf(unit, ground.register, said.today)),
  }
}

function termHref(path: string, one: OpenedNumber, key: string): string | null {
  const { question } = one
  const period = question.periods[0]
  if (!period) return null
  const map = question.map.kind === 'day' ? { map: question.map.day } : {}
  const asked = {
    indicators: key,
    unit: one.unitCode,
    period: periodKey(period),
    ...map,
    from: question.from,
    counts: question.counts,
  }
  return `${path}/o?${new URLSearchParams(asked)}`
}

function partOf(part: CubePart, one: OpenedNumber, { register, indicators }: ExploreGround, said: Said) {
  const indicator = indicators.find(({ code }) => code === part.cell.code)
  const dimension = dimensionName(part.cell.dimension)
  return {
    unitName: unitName(register, part.unit, said.today),
    cell: cellKey(part.cell),
    name: [indicator?.name ?? part.cell.code, dimension].filter(Boolean).join(', '),
    period: periodTitle(part.period),
    value: formatValue(part.value, one.measure.expression.kind === 'cell' ? one.measure.numeral : 'count'),
    use: partUseText(part, one.nameOf),
    isCounted: part.use === 'counted',
    standing: part.origin === 'published-source' ? 'nguồn đã công bố' : standingWords[part.standing],
    href: sourceHref(part, register, said.reader),
  }
}

/** What published sources say beside their own numbers: “số dự ước”, “không tính thị trấn”. */
async function sourceNotes(
  db: App.Locals['db'],
  { opened }: OpenedNumber,
  register: Register,
  today: LocalDate,
): Promise<{ unitName: string; note: string }[]> {
  const sources = opened.parts.filter(({ origin }) => origin === 'published-source').slice(0, pageLength)
  const notes = sources.map(async ({ unit, set, cell }) => {
    const report = await publishedReport(db, lastVersionOf(register, unit)?.code ?? '', set)
    const figures = report ? publicReportPage(report, today).sections.flatMap((section) => section.figures) : []
    const note = figures.find(({ anchor }) => anchor === figureAnchor(cellKey(cell)))?.note ?? ''
    return { unitName: unitName(register, unit, today), note }
  })
  return (await Promise.all(notes)).filter(({ note }) => note !== '')
}

/** The report's own cell where the reader may read it, else its public page; null where neither is for them. */
function sourceHref(part: CubePart, register: Register, reader: Reader): string | null {
  const owner = { province: part.province, unit: part.unit }
  const isOfDesk =
    reader.kind === 'officer' &&
    part.origin === 'entered' &&
    (part.standing === 'open' ? mayReadDraft(reader.actor, owner) : mayRead(reader.actor, owner))
  if (isOfDesk) return `/desk/bao-cao/${part.set}/o/${cellKey(part.cell)}`
  const code = lastVersionOf(register, part.unit)?.code
  if (part.standing !== 'published' || !code) return null
  return `${publicPath(code, part.set as string as ReportId)}#${figureAnchor(cellKey(part.cell))}`
}

/** A unit that gave nothing, and who answers for it today where it has ended. */
function missingOf(unit: UnitId, register: Register, today: LocalDate) {
  const version = lastVersionOf(register, unit)
  const isEnded = version?.until !== null && version !== null && version.until < today
  const heirs = isEnded ? answersFor(register, unit, today).communes.slice(0, 4) : []
  return {
    name: unitName(register, unit, today),
    href: version ? `/don-vi/${version.code}` : null,
    heirs: heirs.map(({ name }) => name).join(', '),
  }
}

function unitName(register: Register, unit: UnitId, today: LocalDate): string {
  const version = lastVersionOf(register, unit)
  return version ? nameOnDay(version, today) : 'đơn vị không rõ tên'
}

function paged<Item, Shown>(items: readonly Item[], wanted: number, show: (item: Item) => Shown) {
  const pages = Math.max(1, Math.ceil(items.length / pageLength))
  const page = Math.min(wanted, pages)
  return { all: items.length, page, pages, items: items.slice((page - 1) * pageLength, page * pageLength).map(show) }
}

function pageIn(url: URL, name: string): number {
  return Number(/^[1-9]\d{0,4}$/.exec(url.searchParams.get(name) ?? '')?.[0] ?? 1)
}
