import { error, fail } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { formatQuantity } from '#kernel/quantity.ts'
import type { DivisionRow } from '#modules/reorganisation/division.ts'
import { basisLabel, divisionRefusalText, type DivisionRefusal } from '#modules/reorganisation/division-labels.ts'
import { sayPercent } from '#modules/reorganisation/shares.ts'
import { basisWord, divisionBases } from '#modules/territory/stated.ts'
import type { UnitId } from '#modules/territory/unit.ts'

export const basisOptions = divisionBases.map((basis) => ({ value: basis, label: basisLabel[basis] }))

/** A statement in words: its shares in the order of the unit's parts. */
export function rowShown(row: DivisionRow, parts: readonly { to: UnitId; name: string }[]) {
  return {
    id: row.id,
    basis: basisWord[row.basis],
    source: row.source,
    day: formatDay(dayInVietnam(row.at)),
    person: row.person,
    parts: parts.map(({ to, name }) => {
      const part = row.parts.get(to)
      return {
        name,
        share: part ? sayPercent(part.share) : 'chưa biết',
        amount: part && part.amount !== null ? formatQuantity(part.amount) : '',
      }
    }),
    ended: row.ended && {
      ...{ day: formatDay(dayInVietnam(row.ended.at)), person: row.ended.person },
      reason: row.ended.reason,
    },
  }
}

type No = Exclude<Outcome<never, DivisionRefusal>, { ok: true }>

/** 409 with the sentence that says what was wrong and what to do; what was typed is kept. */
export function divisionNo(no: No, typed: Record<string, string>, field = '') {
  // An address never tells what exists: not allowed and not there look the same.
  if (no.kind !== 'refused') error(404, 'Không có trang này.')
  return fail(409, { errors: { [field]: divisionRefusalText(no.refusal) } as Record<string, string>, typed })
}
