import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { readNumeral } from '#kernel/numerals.ts'
import { isWhole, toDecimalText } from '#kernel/quantity.ts'
import type { UnitId } from '#modules/territory/unit.ts'

export type UnitSizeId = Id<'UnitSize'>

export const sizeCertainties = ['document', 'own-count', 'estimate'] as const

/** How sure a population is: published in a document, counted by the unit itself, or reckoned by nobody in particular. */
export type SizeCertainty = (typeof sizeCertainties)[number]

/** Quy mô: how many people live in a unit on a day, as its province states it. */
export type UnitSize = { unit: UnitId; on: LocalDate; people: number; source: string; certainty: SizeCertainty }

/** A statement with its place in the history: what stands, what was replaced, what was withdrawn. */
export type UnitSizeRow = UnitSize & {
  id: UnitSizeId
  by: string
  at: Date
  ended: { at: Date; by: string; reason: string | null } | null
}

/** More people than the largest province has; a slip of the finger is longer. */
export const mostPeople = 20_000_000

/** A number of people as it is typed (`12.345`); null for what is no whole number of them. */
export function readPeople(text: string): number | null {
  const reading = readNumeral(text, 'count')
  if (reading.kind !== 'amount' || reading.qualifier !== 'exact' || !isWhole(reading.amount)) return null
  const people = Number(toDecimalText(reading.amount))
  return people > 0 && people <= mostPeople ? people : null
}

/** The size that a unit is compared by on a day: the newest count until then, else the first one after it. */
export function sizeOn(sizes: readonly UnitSize[], unit: UnitId, day: LocalDate): UnitSize | null {
  const own = sizes.filter((size) => size.unit === unit).sort((one, other) => (one.on < other.on ? -1 : 1))
  return own.findLast(({ on }) => on <= day) ?? own[0] ?? null
}
