import { error, fail } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { formatQuantity, quantity } from '#kernel/quantity.ts'
import { sizeCertainties, type UnitSizeRow } from '#modules/figures/unit-size.ts'
import {
  certaintyLabel,
  unitSizeFieldOf,
  unitSizeRefusalText,
  type UnitSizeRefusal,
} from '#modules/figures/unit-size-labels.ts'

export const certaintyOptions = sizeCertainties.map((one) => ({ value: one, label: certaintyLabel[one] }))

export function peopleText(people: number): string {
  return formatQuantity(quantity(people))
}

/** A statement in words, with how it ended. */
export function sizeShown(row: UnitSizeRow) {
  return {
    id: row.id,
    people: peopleText(row.people),
    on: formatDay(row.on),
    source: row.source,
    certainty: certaintyLabel[row.certainty],
    by: row.by,
    day: formatDay(dayInVietnam(row.at)),
    ended: row.ended && {
      ...{ by: row.ended.by, day: formatDay(dayInVietnam(row.ended.at)), reason: row.ended.reason },
    },
  }
}

/** 409 with the sentence beside the field it is about; not allowed and not there look the same. */
export function sizeNo(
  outcome: Exclude<Outcome<unknown, UnitSizeRefusal>, { ok: true }>,
  typed: Record<string, string>,
  field?: string,
) {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này.')
  const { refusal } = outcome
  const errors: Record<string, string> = { [field ?? unitSizeFieldOf(refusal)]: unitSizeRefusalText(refusal) }
  return fail(409, { errors, typed })
}
