import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import { communesInForce } from '#modules/territory/queries.server.ts'
import type { UnitKind } from '#modules/territory/unit.ts'
import type { AppraisalRound, AppraisalSubject } from './appraisal.ts'
import type { YearState } from './cycle.ts'
import type { HolderKind } from './initiative.ts'
import type { AreaKind } from './scoring-set.ts'

/** A ward or a township is counted as urban, everything else as rural; who holds the round says otherwise for each subject. */
function usualArea(kind: UnitKind | undefined): AreaKind {
  return kind === 'ward' || kind === 'township' ? 'urban' : 'rural'
}

/** The initiatives of the round's year and level that stand in one of some states. */
export async function initiativesOfRound(
  tx: Tx,
  round: AppraisalRound,
  states: readonly YearState[],
  today: LocalDate,
): Promise<AppraisalSubject[]> {
  if (round.scope === null) return []
  let asked = tx
    .selectFrom('initiative_year as year')
    .innerJoin('initiative as one', (join) =>
      join.onRef('one.province_id', '=', 'year.province_id').onRef('one.id', '=', 'year.initiative_id'),
    )
    .select(['one.id', 'one.unit_id', 'one.name', 'one.holder_kind'])
    .where('year.province_id', '=', round.province)
    .where('year.year', '=', round.year)
    .where('year.scope', '=', round.scope)
    .where('year.state', 'in', states)
    .where('one.discarded_at', 'is', null)
  if (round.holder !== round.province) asked = asked.where('one.unit_id', '=', round.holder)
  const rows = await asked.orderBy('one.id').execute()
  const kinds = await kindsOfUnits(tx, round, today)
  return rows.map((row) => ({
    ...{ round: round.id, kind: 'initiative', id: row.id as Id<'AppraisalSubject'>, unit: row.unit_id as Id<'Unit'> },
    ...{ name: row.name, scoredKind: row.holder_kind as HolderKind, area: usualArea(kinds.get(row.unit_id)) },
    ...{ notEligible: null, result: null, place: null },
  }))
}

/** The communes of the province on a day, as subjects themselves. */
export async function unitsOfRound(tx: Tx, round: AppraisalRound, today: LocalDate): Promise<AppraisalSubject[]> {
  const units = await communesInForce(tx, round.province, today)
  return units.map((one) => ({
    ...{ round: round.id, kind: 'unit', id: one.unit as string as Id<'AppraisalSubject'>, unit: one.unit },
    ...{ name: one.name, scoredKind: 'unit', area: usualArea(one.kind) },
    ...{ notEligible: null, result: null, place: null },
  }))
}

async function kindsOfUnits(tx: Tx, round: AppraisalRound, today: LocalDate): Promise<Map<string, UnitKind>> {
  const units = await communesInForce(tx, round.province, today)
  return new Map(units.map((one) => [one.unit, one.kind]))
}
