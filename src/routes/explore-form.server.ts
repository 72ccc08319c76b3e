import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { standardBook } from '#kernel/period.ts'
import type { Reader } from '#modules/figures/cube-rights.ts'
import { controlOf, type FormWords } from '#modules/figures/explore-form.ts'
import type { ExploreGround } from '#modules/figures/explore.server.ts'
import { bySection, findIndicators, type PickedIndicator } from '#modules/figures/indicator-choice.ts'
import { joinList } from '#modules/figures/question-list.ts'
import { readQuestionWords } from '#modules/figures/question-words.ts'
import type { WordBook } from '#modules/figures/question-words-reading.ts'
import { writeQuestion } from '#modules/figures/question-text.ts'
import { nothingAsked, type AskedQuestion, type QuestionReading } from '#modules/figures/question.ts'
import { nameOnDay } from '#modules/territory/labels.ts'
import { lastVersionOf, unitAt, unitByCode, type Register } from '#modules/territory/register.ts'
import { searchUnits, type UnitHit } from '#modules/territory/search.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { QuestionFormValues } from '#ui/explore/question-form.ts'

export type FieldError = { field: string; message: string }

/** What the words typed into the two searches came to. */
export type LookedUp = {
  indicators: PickedIndicator[]
  units: UnitHit[]
  /** What is taken because nothing else answers to the words. */
  added: [string, string][]
  errors: FieldError[]
  /** What a question written in one line asks; null where none was. */
  asked: AskedQuestion | null
  /** Where that question is answered, when it is not here: the same words on the page for everybody. */
  elsewhere: { sentence: string; href: string } | null
  /** How each stretch of that line was read. */
  read: readonly { text: string; as: string }[]
}

const mostUnits = 12

/** One hit is taken, several are offered, none is said. */
export function lookUp(ground: ExploreGround, words: FormWords, reader: Reader, today: LocalDate): LookedUp {
  if (words.line) return lineAsked(ground, words.line, reader, today)
  const { register, indicators } = ground
  const found: LookedUp = { indicators: [], units: [], added: [], errors: [], asked: null, elsewhere: null, read: [] }
  if (words.findIndicator) {
    const hits = findIndicators(indicators, words.findIndicator)
    const only = hits.length === 1 ? hits[0] : undefined
    if (only) found.added.push(['indicators', only.code])
    else found.errors.push({ field: 'tim-chi-tieu', message: hitsText('chỉ tiêu', words.findIndicator, hits.length) })
    found.indicators = only ? [] : hits
  }
  if (words.findUnit) {
    const hits = [...searchUnits(register, words.findUnit, { today, most: mostUnits }).hits]
    const only = hits.length === 1 ? hits[0] : undefined
    if (only) found.added.push(['unit', only.now.code])
    else found.errors.push({ field: 'tim-don-vi', message: hitsText('đơn vị', words.findUnit, hits.length) })
    found.units = only ? [] : hits
  }
  return found
}

/** A question written in one line: what was understood is asked, what was not is said, and of two meanings both are offered. */
function lineAsked(ground: ExploreGround, line: string, reader: Reader, today: LocalDate): LookedUp {
  const { register, indicators } = ground
  const found = { asked: nothingAsked, indicators: [] as PickedIndicator[], units: [] as UnitHit[] }
  const reading = readQuestionWords(line, {
    indicators,
    register,
    today,
    periods: standardBook,
    own: ownOf(register, reader),
  })
  for (const { field, among } of reading.offered) {
    if (field === 'indicators')
      found.indicators.push(...indicators.filter(({ code }) => among.some(({ key }) => key === code)))
    else found.units.push(...among.flatMap(({ name }) => searchUnits(register, name, { today, most: 1 }).hits))
  }
  const isOnlyElsewhere = reading.offered.length === 0 && reading.unread.every(({ answers }) => answers === 'public')
  const [onPublicPage] = isOnlyElsewhere ? reading.unread : []
  return {
    ...found,
    asked: reading.asked,
    elsewhere: onPublicPage
      ? { sentence: onPublicPage.sentence, href: `/kham-pha?${new URLSearchParams({ hoi: '1', loi: line })}` }
      : null,
    added: [],
    read: reading.read.map(({ text, as }) => ({ text, as })),
    errors: [
      ...(onPublicPage ? [] : reading.unread).map(({ sentence }) => ({ field: 'loi', message: sentence })),
      ...reading.offered.map(({ text, field, among }) => ({
        field: field === 'unit' ? 'tim-don-vi' : 'tim-chi-tieu',
        message: hitsText(field === 'unit' ? 'đơn vị' : 'chỉ tiêu', text, among.length),
      })),
    ],
  }
}

function ownOf(register: Register, reader: Reader): WordBook['own'] {
  if (reader.kind === 'public') return null
  const { unit, province } = reader.actor
  const code = (one: UnitId): string => lastVersionOf(register, one)?.code ?? ''
  return { unit: code(unit), province: code(province), provinceId: province }
}

function hitsText(what: string, typed: string, hits: number): string {
  return hits === 0
    ? `Không tìm thấy ${what} nào theo “${typed}”. Xin gõ từ khác, có dấu hay không đều được.`
    : `Có ${hits} ${what} theo “${typed}”. Xin chọn ở mục “Tìm thấy” rồi bấm “Xem số liệu”.`
}

export function doubtsOf(reading: QuestionReading): FieldError[] {
  if (reading.ok) return []
  return reading.doubts.map(({ field, sentence }) => ({ field: controlOf[field], message: sentence }))
}

type Form = { asked: AskedQuestion; words: FormWords; found: LookedUp; reader: Reader; today: LocalDate }

/** The form as it was sent, or as the address says it. */
export function formOf({ register, indicators }: ExploreGround, form: Form): QuestionFormValues {
  const { asked, words, found, reader, today } = form
  const written = writeQuestion(asked)
  const known = new Map(indicators.map((one) => [one.code, one]))
  const isOpen = ({ code }: PickedIndicator): boolean => !asked.indicators.includes(code)
  const isDay = asked.map !== 'reported' && asked.map !== 'today'
  return {
    chosen: asked.indicators.map((text) => chosenIndicator(text, known)),
    findIndicator: words.findIndicator,
    foundIndicators: found.indicators.filter(isOpen).map(indicatorChoice),
    sections: bySection(indicators.filter(isOpen)).map(({ title, indicators: inside }) => ({
      title: title.replace(/^[A-Z]\.\s+/, ''),
      options: inside.map(indicatorChoice),
    })),
    units: asked.unit.map((code) => ({ value: code, label: unitLabel(register, code, today) })),
    findUnit: words.findUnit,
    foundUnits: found.units.map(({ now, under }) => ({
      value: now.code,
      label: nameOnDay(now, today),
      hint: under.map(({ name }) => name).join(', ') || undefined,
    })),
    noUnit: reader.kind === 'officer' ? 'Để trống là đơn vị mình.' : 'Để trống là cả nước, chia theo tỉnh.',
    byUnit: asked.level ?? asked.by.find((one) => ['province', 'district', 'commune'].includes(one)) ?? '',
    byTime: asked.by.find((one) => timeWords.some(({ value }) => value === one)) ?? '',
    byPart: asked.by.includes('part'),
    period: [written.get('year'), written.get('period')].filter(Boolean).join(',') || words.period,
    map: words.map || (isDay ? 'day' : asked.map),
    mapDay: words.mapDay || (isDay ? formatDay(asked.map as LocalDate) : ''),
    from: asked.from,
    counts: asked.counts ?? '',
    countsOptions: reader.kind === 'officer' ? countsOptions : [],
    compare: asked.compare ?? '',
    // Targets are a unit's own affair until a report is published: the public compares with what is public.
    compareOptions: compareOptions.filter(({ value }) => value !== 'target' || reader.kind === 'officer'),
    timeWords,
    view: asked.view,
    line: words.line,
    read: found.read,
  }
}

const timeWords = [
  { value: 'month', label: 'Từng tháng' },
  { value: 'quarter', label: 'Từng quý' },
  { value: 'half-year', label: 'Từng 6 tháng' },
  { value: 'nine-months', label: '9 tháng đầu năm' },
  { value: 'year', label: 'Từng năm' },
]

const compareOptions = [
  { value: '', label: 'Không so' },
  { value: 'same-period', label: 'Cùng kỳ năm trước' },
  { value: 'target', label: 'Chỉ tiêu kế hoạch' },
  { value: 'peers', label: 'Đơn vị cùng loại, cùng cỡ' },
  { value: 'whole', label: 'Tỷ trọng trong số chung' },
]

const countsOptions = [
  { value: 'accepted', label: 'Số đã duyệt' },
  { value: 'handed-in', label: 'Gồm cả số đã nộp, chờ duyệt' },
  { value: 'open', label: 'Gồm cả số đơn vị mình đang nhập' },
  { value: 'published', label: 'Chỉ số đã công bố' },
]

function indicatorChoice({ code, name, unitOfCount }: PickedIndicator) {
  return { value: code, label: name, hint: [code, unitOfCount].filter(Boolean).join(', ') }
}

function chosenIndicator(text: string, known: ReadonlyMap<string, PickedIndicator>) {
  const one = known.get(text)
  // Written as a list of one: a formula with a comma in it comes back as itself.
  const value = joinList([text])
  return one ? { ...indicatorChoice(one), value } : { value, label: text }
}

function unitLabel(register: Register, code: string, today: LocalDate): string {
  const unit = unitByCode(register, code)
  const version = unit === null ? null : (unitAt(register, unit, today) ?? lastVersionOf(register, unit))
  return version ? nameOnDay(version, today) : code
}
