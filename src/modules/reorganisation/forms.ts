import { newId, parseId, type Id } from '#kernel/ids.ts'
import { parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { readNumeral } from '#kernel/numerals.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import { eventKinds, type EventKind, type LawfulAggregation } from '#modules/territory/event.ts'
import type { UnitId, UnitKind } from '#modules/territory/unit.ts'
import { unitsBorn, usualAggregation, type ActCited, type Measure, type NewUnit, type Step } from './draft.ts'
import { fullName, kindsOfLevel } from './names.ts'
import { readPercent } from './shares.ts'

export const longest = { title: 160, number: 60, issuer: 120, article: 120, name: 80, source: 200 } as const
const mostPeople = 20_000_000

/** The text of a field by its name; empty where the form has none. */
export type Fields = (name: string) => string
/** One sentence by field, as pages show it. */
export type Wrong = Record<string, string>
type Read<Value> = { ok: true; value: Value } | { ok: false; errors: Wrong }

export type Head = { title: string; day: LocalDate; act: ActCited }

export function readHead(field: Fields): Read<Head> {
  const errors: Wrong = {}
  const line = (name: keyof typeof longest & string, said: string): string => {
    const text = tidy(field(name)).replace(/\s+/g, ' ')
    if (lengthOf(text) > longest[name]) errors[name] = `${said} dài quá ${longest[name]} chữ cái.`
    return text
  }
  const title = line('title', 'Tên phương án')
  if (title === '') errors['title'] = 'Ghi tên phương án, ví dụ “Sáp nhập xã A và xã B”.'
  const day = parseLocalDate(field('day'))
  if (!day) errors['day'] = 'Ngày hiệu lực: ghi ngày/tháng/năm, ví dụ 1/7/2027.'
  const issuedText = tidy(field('issuedOn'))
  const issuedOn = issuedText === '' ? null : parseLocalDate(issuedText)
  if (issuedText !== '' && !issuedOn)
    errors['issuedOn'] = 'Ngày ban hành: ghi ngày/tháng/năm, hoặc để trống khi chưa có.'
  const act = {
    number: line('number', 'Số văn bản'),
    issuedOn,
    issuer: line('issuer', 'Cơ quan ban hành'),
    article: line('article', 'Điều khoản'),
  }
  if (act.number !== '' && /\s/.test(act.number)) errors['number'] = 'Số văn bản ghi liền, ví dụ 1659/NQ-UBTVQH15.'
  return day && Object.keys(errors).length === 0 ? { ok: true, value: { title, day, act } } : { ok: false, errors }
}

export function readStepKind(text: string | null): EventKind | null {
  return eventKinds.find((kind) => kind === text) ?? null
}

/** How many rows a form of parts is made of; a row without a unit or a name is left out. */
export const mostRows = 60

/**
 * Reads one step from its form. Only what cannot be read is refused here: whether the steps fit together is said on the page
 * of the draft, where all of them are seen.
 */
export function readStep(kind: EventKind, field: Fields, standing: Step | null, province: UnitId): Read<Step> {
  const errors: Wrong = {}
  const reader = readerOf(field, errors, standing, province)
  const common = { id: standing?.id ?? newId<'Step'>(), aggregation: reader.aggregation(kind) }
  const step = readKind(kind, common, reader)
  return Object.keys(errors).length === 0 ? { ok: true, value: step } : { ok: false, errors }
}

type Reader = ReturnType<typeof readerOf>

function readKind(kind: EventKind, common: { id: Id<'Step'>; aggregation: LawfulAggregation }, read: Reader): Step {
  switch (kind) {
    case 'merge':
      return { ...common, kind, into: read.newUnit('', 0), parts: read.mergeParts() }
    case 'split':
      return { ...common, kind, from: read.unit('from'), source: read.source('source'), parts: read.splitParts() }
    case 'partial-transfer':
      return {
        ...common,
        ...{ kind, from: read.unit('from'), to: read.unit('to'), ...read.goingOn() },
        ...{ measure: read.measure('', 'source'), source: read.source('source') },
      }
    case 'rename':
      return { ...common, kind, unit: read.unit('from'), name: read.name('name', read.kindOf('from')) }
    case 'kind-change': {
      const unitKind = read.kind('kind')
      return {
        ...common,
        ...{ kind, unit: read.unit('from'), unitKind, name: read.name('name', unitKind) },
        officialCode: read.officialCode('code'),
      }
    }
    case 'parent-change':
      return { ...common, kind, unit: read.unit('from'), parent: read.unit('parent') }
    case 'created':
      return { ...common, kind, into: read.newUnit('', 0) }
    case 'level-abolished':
      return { ...common, kind, unit: read.unit('from') }
  }
}

const everyKind: readonly UnitKind[] = [...kindsOfLevel.commune, ...kindsOfLevel.district, ...kindsOfLevel.province]

function readerOf(field: Fields, errors: Wrong, standing: Step | null, province: UnitId) {
  const nobody = newId<'Unit'>()
  const born = standing ? unitsBorn(standing) : []
  const rows = Array.from({ length: mostRows }, (_, at) => at)
  const line = (name: string, most: number, said: string): string => {
    const text = tidy(field(name)).replace(/\s+/g, ' ')
    if (lengthOf(text) > most) errors[name] = `${said} dài quá ${most} chữ cái.`
    return text
  }
  const unit = (name: string): UnitId => {
    const id = parseId<'Unit'>(field(name))
    if (!id) errors[name] = 'Chọn một đơn vị.'
    return id ?? nobody
  }
  const kind = (name: string): UnitKind => everyKind.find((one) => one === field(name)) ?? 'commune'
  const name = (key: string, of: UnitKind): string => {
    const text = line(key, longest.name, 'Tên đơn vị')
    const full = fullName(of, text)
    if (full === '') errors[key] = 'Ghi tên đơn vị mới.'
    else if (!/^[\p{L}\p{M}\d .,'’()-]+$/u.test(full)) errors[key] = 'Tên đơn vị chỉ gồm chữ, số, dấu cách và gạch nối.'
    return full
  }
  const officialCode = (key: string): string | null => {
    const text = tidy(field(key))
    if (text !== '' && !/^\d{5}$/.test(text)) errors[key] = 'Mã số gồm 5 chữ số, ví dụ 20635; chưa có thì để trống.'
    return text === '' ? null : text
  }
  const measure = (suffix: string, needsSource: string): Measure => {
    const by = field(`by${suffix}`)
    const text = tidy(field(`amount${suffix}`))
    if (by !== 'share' && by !== 'people') return { by: 'unknown' }
    if (tidy(field(needsSource)) === '') errors[needsSource] ??= 'Ghi nguồn của tỷ lệ, hoặc chọn “chưa biết”.'
    return by === 'share' ? shareOf(text, `amount${suffix}`, errors) : peopleOf(text, `amount${suffix}`, errors)
  }
  const newUnit = (suffix: string, at: number): NewUnit => {
    const of = kind(`kind${suffix}`)
    return {
      unit: born[at]?.unit ?? newId<'Unit'>(),
      name: name(`name${suffix}`, of),
      kind: of,
      officialCode: officialCode(`code${suffix}`),
      parent: parseId<'Unit'>(field('parent')) ?? province,
    }
  }
  const source = (key: string): string => line(key, longest.source, 'Nguồn')
  return {
    ...{ unit, kind, name, officialCode, measure, newUnit, source },
    kindOf: (key: string): UnitKind => kind(`kind-of-${field(key)}`),
    aggregation: (of: EventKind): LawfulAggregation => {
      const text = field('aggregation')
      return (['both', 'forward', 'backward', 'neither'] as const).find((one) => one === text) ?? usualAggregation[of]
    },
    mergeParts: () =>
      rows
        .filter((at) => field(`from-${at}`) !== '')
        .map((at) => {
          const extent: 'whole' | 'part' = field(`extent-${at}`) === 'part' ? 'part' : 'whole'
          const from = unit(`from-${at}`)
          return { from, extent, measure: measure(`-${at}`, `source-${at}`), source: source(`source-${at}`) }
        }),
    splitParts: () =>
      rows
        .filter((at) => tidy(field(`name-${at}`)) !== '')
        .map((at, place) => ({ into: newUnit(`-${at}`, place), measure: measure(`-${at}`, 'source') })),
    goingOn: () => {
      const was = standing?.kind === 'partial-transfer' ? standing : null
      return { fromAfter: was?.fromAfter ?? newId<'Unit'>(), toAfter: was?.toAfter ?? newId<'Unit'>() }
    },
  }
}

function shareOf(text: string, key: string, errors: Wrong): Measure {
  const share = readPercent(text)
  if (share === null) errors[key] = 'Tỷ lệ từ 0 đến 100, nhiều nhất bốn số lẻ, ví dụ 62,5.'
  return { by: 'share', share: share ?? 0 }
}

function peopleOf(text: string, key: string, errors: Wrong): Measure {
  const reading = readNumeral(text, 'count')
  const people = reading.kind === 'amount' && reading.qualifier === 'exact' ? Number(toDecimalText(reading.amount)) : -1
  const isRight = Number.isInteger(people) && people >= 0 && people <= mostPeople
  if (!isRight) errors[key] = 'Số dân: ghi bằng chữ số, ví dụ 12.450.'
  return { by: 'people', people: isRight ? people : 0 }
}

/** One measure of a form that is not a step's: the shares entered after the decision. */
export function readMeasure(field: Fields, suffix: string): Read<Measure> {
  const errors: Wrong = {}
  const [by, text] = [field(`by${suffix}`), tidy(field(`amount${suffix}`))]
  if (by !== 'share' && by !== 'people') return { ok: true, value: { by: 'unknown' } }
  const value = by === 'share' ? shareOf(text, `amount${suffix}`, errors) : peopleOf(text, `amount${suffix}`, errors)
  return Object.keys(errors).length === 0 ? { ok: true, value } : { ok: false, errors }
}
