import type { Id } from '#kernel/ids.ts'
import { addDays, type LocalDate } from '#kernel/local-date.ts'
import type { Quantity } from '#kernel/quantity.ts'
import { fold } from '#kernel/text.ts'
import { answersFor } from '#modules/territory/answering.ts'
import type { Succession } from '#modules/territory/event.ts'
import { successorsOf, lastVersionOf, unitAt, unitsOver, type Register } from '#modules/territory/register.ts'
import { sharesByAmount, type DivisionBasis, type StatedPart } from '#modules/territory/stated.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { sharesOf } from './shares.ts'

/** One part of an older unit of the register, with the clause that moved it. */
export type OpenPart = {
  event: Succession['event']
  to: UnitId
  name: string
  code: string
  officialCode: string
  article: string
}

/** An older unit that the register knows to be divided and not how (đơn vị bị chia chưa rõ tỷ lệ). */
export type DividedUnit = {
  unit: UnitId
  code: string
  officialCode: string
  name: string
  where: string
  on: LocalDate
  act: string
  parts: readonly OpenPart[]
}

export type DivisionId = Id<'StatedDivision'>

/** What was typed of the parts: counts, or percentages in millionths. */
export type DivisionMeasure =
  { by: 'amount'; amounts: ReadonlyMap<UnitId, Quantity> } | { by: 'share'; shares: ReadonlyMap<UnitId, number> }

/** What a province's administrator states of one older unit (phần tỉnh nhập). */
export type DivisionEntry = { basis: DivisionBasis; source: string; measure: DivisionMeasure }

/** A statement as it is kept, standing or not, with who made it. */
export type DivisionRow = {
  id: DivisionId
  from: UnitId
  basis: DivisionBasis
  by: 'amount' | 'share'
  source: string
  at: Date
  person: string
  ended: { at: Date; person: string; reason: string | null } | null
  parts: ReadonlyMap<UnitId, Pick<StatedPart, 'event' | 'amount' | 'share'>>
}

/** Why parts make no division. */
export type DivisionFault =
  { code: 'part-missing'; part: string } | { code: 'parts-not-whole'; sum: number } | { code: 'parts-are-nothing' }

/**
 * The divided units whose parts all stand in one province today: its administrators state how. `open` are the units that have a
 * link without a share; a unit of which only one part is recorded is not among them, for nobody knows where the rest went.
 */
export function dividedIn(
  register: Register,
  open: readonly UnitId[],
  province: UnitId,
  today: LocalDate,
): DividedUnit[] {
  const collator = new Intl.Collator('vi')
  return open
    .flatMap((unit) => {
      const links = successorsOf(register, unit)
      const isHere = links.length > 1 && links.every((link) => standsIn(register, link, province, today))
      return isHere ? (dividedUnit(register, unit, links) ?? []) : []
    })
    .sort((one, other) => collator.compare(one.name, other.name) || (one.code < other.code ? -1 : 1))
}

function standsIn(register: Register, link: Succession, province: UnitId, today: LocalDate): boolean {
  if (link.by.on > today) return false
  const { provinces } = answersFor(register, link.to, today)
  return provinces.length === 1 && provinces[0]?.unit === province
}

function dividedUnit(register: Register, unit: UnitId, links: readonly Succession[]): DividedUnit | null {
  const [first] = links
  const last = lastVersionOf(register, unit)
  if (!first || !last) return null
  const before = unitAt(register, unit, addDays(first.by.on, -1)) ?? last
  return {
    ...{ unit, code: before.code, officialCode: before.officialCode ?? before.code, name: before.name },
    where: unitsOver(register, before)
      .map(({ name }) => name)
      .join(', '),
    ...{ on: first.by.on, act: first.by.act ?? '' },
    parts: links.flatMap((link) => {
      const to = unitAt(register, link.to, link.by.on) ?? lastVersionOf(register, link.to)
      if (!to) return []
      const { name, code } = to
      const article = link.by.article ?? ''
      return { event: link.event, to: link.to, name, code, officialCode: to.officialCode ?? code, article }
    }),
  }
}

/** The parts with their shares, which together are the whole: to the unit, by the largest remainder, where counts were typed. */
export function partsOf(
  unit: Pick<DividedUnit, 'parts'>,
  measure: DivisionMeasure,
): { ok: true; parts: StatedPart[] } | { ok: false; fault: DivisionFault } {
  const known = measure.by === 'amount' ? measure.amounts : measure.shares
  const missing = unit.parts.find(({ to }) => !known.has(to))
  if (missing) return { ok: false, fault: { code: 'part-missing', part: missing.name } }
  const amounts = unit.parts.map(({ to }) => (measure.by === 'amount' ? (measure.amounts.get(to) ?? null) : null))
  const shares = measure.by === 'amount' ? fromAmounts(amounts) : fromShares(unit, measure.shares)
  if (!Array.isArray(shares)) return { ok: false, fault: shares }
  const parts = unit.parts.map(({ event, to }, at) => ({
    ...{ event, to, amount: amounts[at] ?? null },
    share: shares[at] ?? 0,
  }))
  return { ok: true, parts }
}

function fromAmounts(amounts: readonly (Quantity | null)[]): number[] | DivisionFault {
  const counted = amounts.map((amount) => amount ?? 0n)
  return counted.every((one) => one === 0n) ? { code: 'parts-are-nothing' } : sharesByAmount(counted)
}

function fromShares(unit: Pick<DividedUnit, 'parts'>, shares: ReadonlyMap<UnitId, number>): number[] | DivisionFault {
  const typed = unit.parts.map(({ to }) => shares.get(to) ?? 0)
  const read = sharesOf(typed.map((share) => ({ measure: { by: 'share', share }, source: '.' })))
  return read.ok ? typed : { code: 'parts-not-whole', sum: typed.reduce((sum, share) => sum + share, 0) }
}

/** Whether the register still draws the parts as they were stated; a statement about other parts is not used. */
export function isOfTheseParts(
  unit: Pick<DividedUnit, 'parts'>,
  stated: ReadonlyMap<UnitId, Pick<StatedPart, 'event'>>,
): boolean {
  return unit.parts.length === stated.size && unit.parts.every(({ to, event }) => stated.get(to)?.event === event)
}

/** Whether a unit is meant by words in any order, with or without marks, or by an official code; its parts count too. */
export function isMeant(unit: DividedUnit, words: string): boolean {
  const names = [unit.name, unit.where, ...unit.parts.map(({ name }) => name)]
  const codes = [unit.officialCode, ...unit.parts.map(({ officialCode }) => officialCode)]
  const text = fold([...names, ...codes].join(' '))
  return fold(words)
    .split(/\s+/)
    .every((word) => text.includes(word))
}
