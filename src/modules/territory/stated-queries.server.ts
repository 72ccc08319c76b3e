import { sql } from 'kysely'
import { dayInVietnam } from '#kernel/local-date.ts'
import { quantity } from '#kernel/quantity.ts'
import type { Tx } from '#platform/database.ts'
import type { DivisionBasis, StatedDivision, StatedPart } from './stated.ts'
import type { UnitId } from './unit.ts'

/** Every division that stands as some province stated it, the older statements first. */
export async function statedDivisions(tx: Tx): Promise<StatedDivision[]> {
  const rows = await tx
    .selectFrom('stated_division as division')
    .innerJoin('stated_share as part', (join) =>
      join.onRef('part.province_id', '=', 'division.province_id').onRef('part.division_id', '=', 'division.id'),
    )
    .select(['division.id', 'division.from_unit_id', 'division.basis', 'division.source', 'division.stated_at'])
    .select(['part.event_id', 'part.to_unit_id', 'part.share_ppm', sql<string | null>`part.amount::text`.as('amount')])
    .where('division.ended_at', 'is', null)
    .orderBy('division.stated_at')
    .orderBy('division.id')
    .orderBy('part.event_id')
    .orderBy('part.to_unit_id')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((parts) => {
    const [first] = parts
    if (!first) return []
    return {
      from: first.from_unit_id as UnitId,
      // The check of stated_division holds basis to the known words.
      basis: first.basis as DivisionBasis,
      source: first.source,
      on: dayInVietnam(first.stated_at),
      parts: parts.map((part) => ({
        event: part.event_id as StatedPart['event'],
        to: part.to_unit_id as UnitId,
        amount: part.amount === null ? null : quantity(part.amount),
        share: part.share_ppm,
      })),
    }
  })
}
