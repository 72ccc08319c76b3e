import { redirect } from '@sveltejs/kit'
import { dayInVietnam, formatDay, timeInVietnam } from '#kernel/local-date.ts'
import { answerTable, rowsMissing } from '#modules/figures/answer-table.ts'
import { layoutOf, type AnswerAxis } from '#modules/figures/answer-heads.ts'
import type { Reader } from '#modules/figures/cube-rights.ts'
import { controlOf, exploreQuery, readForm, type FormWords } from '#modules/figures/explore-form.ts'
import {
  explore,
  exploreGround,
  type Explored,
  type ExploreGround,
  type Exploring,
} from '#modules/figures/explore.server.ts'
import { bySection, findIndicators, type PickedIndicator } from '#modules/figures/indicator-choice.ts'
import { joinList } from '#modules/figures/question-list.ts'
import { askedRefusalText, fieldOf } from '#modules/figures/question-refusal.ts'
import { questionAddress, readQuestion, writeQuestion } from '#modules/figures/question-text.ts'
import type { AskedQuestion, QuestionReading } from '#modules/figures/question.ts'
import { nameOnDay } from '#modules/territory/labels.ts'
import { lastVersionOf, unitAt, unitByCode, type Register } from '#modules/territory/register.ts'
import { searchUnits, type UnitHit } from '#modules/territory/search.ts'

/** Where the page stands, and what it asks when nothing is asked. */
export type ExplorePlace = {
  path: '/desk/kham-pha' | '/kham-pha'
  reader: Reader
  /** The question that stands for an address that asks none, or only part of one. */
  usual(asked: AskedQuestion): Promise<AskedQuestion>
}

export type FieldError = { field: string; message: string }

/** The form with what was typed in it, what was wrong with that, and the answer where there is one. */
export async function explorePage(locals: App.Locals, url: URL, place: ExplorePlace) {
  const exploring: Exploring = { db: locals.db, cube: locals.cube, reader: place.reader, now: locals.now }
  const ground = await exploreGround(exploring)
  const { question, words } = readForm(url.searchParams)
  const found = lookUp(ground, words, dayInVietnam(locals.now), place.reader)
  const reading = readQuestion([...question, ...found.added])
  const asked = reading.ok ? await place.usual(reading.asked) : reading.asked
  const errors = [...found.errors, ...doubtsOf(reading)]
  const answered = errors.length === 0 ? await explore(exploring, ground, asked) : null
  if (answered && !answered.ok) {
    const refusal = answered.kind === 'refused' ? answered.refusal : { code: 'unknown-indicator' as const, given: '' }
    errors.push({ field: controlOf[fieldOf(refusal)], message: askedRefusalText(refusal) })
  }
  const query = exploreQuery(asked, words.columns)
  // The short address of the question instead of all that a form sends: it can be kept, sent and printed.
  if (words.isSent && errors.length === 0) redirect(303, `${place.path}?${query}`)
  return {
    path: place.path,
    isDesk: place.reader.kind === 'officer',
    query,
    form: formOf(ground, asked, words, found, place.reader, dayInVietnam(locals.now)),
    errors,
    result: answered?.ok ? resultOf(answered.value, words.columns, place) : null,
    asOf: `${timeInVietnam(locals.now)} ngày ${formatDay(dayInVietnam(locals.now))}`,
  }
}

type Found = {
  indicators: PickedIndicator[]
  units: UnitHit[]
  added: [string, string][]
  errors: FieldError[]
}

/** What was typed to look something up by: one hit is taken, several are offered, none is said. */
function lookUp(
  { register, indicators }: ExploreGround,
  words: FormWords,
  today: ReturnType<typeof dayInVietnam>,
  reader: Reader,
): Found {
  const found: Found = { indicators: [], units: [], added: [], errors: [] }
  if (words.findIndicator) {
    const hits = findIndicators(indicators, words.findIndicator)
    const [one] = hits
    if (hits.length === 1 && one) found.added.push(['indicators', one.code])
    else found.indicators = hits
    if (hits.length !== 1)
      found.errors.push({ field: 'tim-chi-tieu', message: severalText('chỉ tiêu', words.findIndicator, hits.length) })
  }
  if (words.findUnit) {
    const { hits } = searchUnits(register, words.findUnit, { today, most: 12 })
    const [one] = hits
    if (hits.length === 1 && one) found.added.push(['unit', one.now.code])
    else found.units = [...hits]
    if (hits.length !== 1)
      found.errors.push({ field: 'tim-don-vi', message: severalText('đơn vị', words.findUnit, hits.length) })
  }
  return found
}

function severalText(what: string, typed: string, hits: number): string {
  return hits === 0
    ? `Không tìm thấy ${what} nào theo “${typed}”. Xin gõ từ khác, có dấu hay không đều được.`
    : `Có ${hits} ${what} theo “${typed}”. Xin chọn trong danh sách vừa hiện, rồi bấm “Xem số liệu”.`
}

function doubtsOf(reading: QuestionReading): FieldError[] {
  if (reading.ok) return []
  return reading.doubts.map(({ field, sentence }) => ({ field: controlOf[field], message: sentence }))
}

function formOf(
  { register, indicators }: ExploreGround,
  asked: AskedQuestion,
  words: FormWords,
  found: Found,
  reader: Reader,
  today: ReturnType<typeof dayInVietnam>,
) {
  const written = writeQuestion(asked)
  const known = new Map(indicators.map((one) => [one.code, one]))
  const chosen = asked.indicators.map((text) => chosenIndicator(text, known))
  const time = asked.by.find((one) => timeWords.some(({ value }) => value === one)) ?? ''
  return {
    chosen,
    findIndicator: words.findIndicator,
    foundIndicators: found.indicators.filter(({ code }) => !asked.indicators.includes(code)).map(indicatorChoice),
    sections: bySection(indicators).map(({ title, indicators: inside }) => ({
      title: title.replace(/^[A-Z]\.\s+/, ''),
      options: inside.filter(({ code }) => !asked.indicators.includes(code)).map(indicatorChoice),
    })),
    formula: '',
    units: asked.unit.map((code) => ({ value: code, label: unitLabel(register, code, today) })),
    findUnit: words.findUnit,
    foundUnits: found.units.map((hit) => ({
      value: hit.now.code,
      label: nameOnDay(hit.now, today),
      hint: hit.under.map(({ name }) => name).join(', '),
    })),
    byUnit: asked.level ?? asked.by.find((one) => ['province', 'district', 'commune'].includes(one)) ?? '',
    byTime: time,
    byPart: asked.by.includes('part'),
    period: [written.get('year'), written.get('period')].filter(Boolean).join(','),
    map: words.map || (asked.map === 'reported' || asked.map === 'today' ? asked.map : 'day'),
    mapDay: words.mapDay || (asked.map === 'reported' || asked.map === 'today' ? '' : formatDay(asked.map)),
    from: asked.from,
    counts: asked.counts ?? '',
    countsOptions: reader.kind === 'officer' ? countsOptions : [],
    compare: asked.compare ?? '',
    timeWords,
  }
}

const timeWords = [
  { value: 'month', label: 'Từng tháng' },
  { value: 'quarter', label: 'Từng quý' },
  { value: 'half-year', label: 'Từng 6 tháng' },
  { value: 'year', label: 'Từng năm' },
]

const countsOptions = [
  { value: 'accepted', label: 'Số đã duyệt' },
  { value: 'handed-in', label: 'Gồm cả số đã nộp, chờ duyệt' },
  { value: 'open', label: 'Gồm cả số đơn vị mình đang nhập' },
  { value: 'published', label: 'Chỉ số đã công bố' },
]

function indicatorChoice({ code, name, unitOfCount }: PickedIndicator) {
  return { value: code, label: name, hint: `${code}, ${unitOfCount}` }
}

function chosenIndicator(text: string, known: ReadonlyMap<string, PickedIndicator>) {
  const one = known.get(text)
  // Written as a list of one: a formula with a comma in it comes back as itself.
  const value = joinList([text])
  return one ? { ...indicatorChoice(one), value } : { value, label: text, hint: 'công thức hoặc phân tổ' }
}

function unitLabel(register: Register, code: string, today: ReturnType<typeof dayInVietnam>): string {
  const unit = unitByCode(register, code)
  const version = unit === null ? null : (unitAt(register, unit, today) ?? lastVersionOf(register, unit))
  return version ? nameOnDay(version, today) : code
}

/** The answer as the page shows it. */
function resultOf(explored: Explored, columns: AnswerAxis | null, place: ExplorePlace) {
  const { asked, answer, heads, nameOf, beside, sentence } = explored
  const layout = layoutOf(heads, columns)
  const table = answerTable(answer, { heads, layout, sort: asked.sort, page: asked.page, nameOf, beside })
  const missing = rowsMissing(answer, heads)
  const one = new URLSearchParams()
  if (asked.map !== 'reported') one.set('map', asked.map)
  if (asked.from !== 'communes') one.set('from', asked.from)
  if (asked.counts !== null) one.set('counts', asked.counts)
  const query = (more: Partial<AskedQuestion>): string =>
    `${place.path}?${exploreQuery({ ...asked, ...more }, columns)}`
  return {
    sentence,
    table: {
      ...table,
      groups: table.groups.map(({ head, rows }) => ({
        head,
        rows: rows.map((row) => ({
          head: row.head,
          cells: row.cells.map((cell) => ({ ...cell, href: openHref(explored, cell.place, place.path, one) })),
        })),
      })),
    },
    sort: asked.sort,
    sortBase: query({ sort: null, page: 1 }),
    pageBase: query({ page: 1 }),
    pivots: (['period', 'measure', 'unit'] as const)
      .filter((axis) => heads[axis].length > 1)
      .map((axis) => ({
        label: axisLabel[axis],
        href: `${place.path}?${exploreQuery({ ...asked, page: 1, sort: null }, axis)}`,
        current: layout.columns === axis,
      })),
    missing: missing.slice(0, 60).map(({ unit, missing: many, of }) => ({ name: unit.label, many, of })),
    missingUnits: missing.length,
    isApportioned: table.groups.some(({ rows }) =>
      rows.some(({ cells }) => cells.some(({ isApportioned }) => isApportioned)),
    ),
    onToday: asked.map === 'reported' && asked.compare === 'same-period' ? query({ map: 'today', page: 1 }) : null,
  }
}

const axisLabel: Record<AnswerAxis, string> = { period: 'Kỳ', measure: 'Chỉ tiêu', unit: 'Đơn vị' }

function openHref(
  { heads }: Explored,
  at: { measure: number; unit: number; period: number },
  path: string,
  shared: URLSearchParams,
): string {
  const one = new URLSearchParams(shared)
  one.set('indicators', joinList([heads.measure[at.measure]?.key ?? '']))
  one.set('unit', heads.unit[at.unit]?.key ?? '')
  one.set('period', heads.period[at.period]?.key ?? '')
  return `${path}/o?${one.toString().replaceAll('%3A', ':')}`
}
