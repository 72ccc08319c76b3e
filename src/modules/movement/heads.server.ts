import { sql } from 'kysely'
import type { Tx } from '#platform/database.ts'
import { exactWords, holdsWords, searchWords } from '#platform/search-text.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { YearState } from './cycle.ts'
import type { HolderKind, InitiativeId } from './initiative.ts'
import type { InitiativeHead, InitiativeYear } from './year.ts'
import { yearsOf } from './year-store.server.ts'

/** Initiatives as other registers name them: those of the ids that the transaction's scope may see. */
export async function initiativeHeads(
  tx: Tx,
  province: UnitId,
  ids: readonly InitiativeId[],
): Promise<Map<InitiativeId, InitiativeHead>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('initiative')
    .select(['id', 'unit_id', 'name', 'holder_kind', 'holder', 'main_field'])
    .where('province_id', '=', province)
    .where('id', 'in', [...new Set(ids)])
    .where('discarded_at', 'is', null)
    .execute()
  const years = Map.groupBy(await yearsOf(tx, province, ids), ({ initiative }) => initiative)
  return new Map(
    rows.map((row) => {
      const id = row.id as InitiativeId
      const head: InitiativeHead = {
        ...{ id, province, unit: row.unit_id as UnitId, name: row.name, holder: row.holder },
        holderKind: row.holder_kind as HolderKind,
        mainField: row.main_field,
        years: (years.get(id) ?? []).map(headOfYear),
      }
      return [id, head]
    }),
  )
}

function headOfYear({ year, state, scope, isNew, version }: InitiativeYear): InitiativeHead['years'][number] {
  return { year, state, scope, isNew, version }
}

export const headsOnPage = 20

/** Initiatives that stand in one of some states in a year, to be chosen from: one page of them by best match, then by name. */
export async function chooseInitiatives(
  tx: Tx,
  asked: { province: UnitId; unit: UnitId | null; year: number; states: readonly YearState[]; words?: string },
  page: number,
): Promise<{ heads: InitiativeHead[]; total: number }> {
  if (asked.states.length === 0) return { heads: [], total: 0 }
  const words = searchWords(asked.words ?? '')
  let found = tx
    .selectFrom('initiative as one')
    .innerJoin('initiative_year as year', (join) =>
      join.onRef('year.province_id', '=', 'one.province_id').onRef('year.initiative_id', '=', 'one.id'),
    )
    .where('one.province_id', '=', asked.province)
    .where('one.discarded_at', 'is', null)
    .where('year.year', '=', asked.year)
    .where('year.state', 'in', asked.states)
    .where(holdsWords(sql.ref('one.search_text'), words))
  if (asked.unit) found = found.where('one.unit_id', '=', asked.unit)
  const { total } = await found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select('one.id')
    .orderBy(exactWords(sql.ref('one.search_text'), words), 'desc')
    .orderBy(sql`one.name collate "vi-x-icu"`)
    .orderBy('one.id')
    .limit(headsOnPage)
    .offset((Math.max(1, page) - 1) * headsOnPage)
    .execute()
  const ids = rows.map(({ id }) => id as InitiativeId)
  const heads = await initiativeHeads(tx, asked.province, ids)
  return { heads: ids.flatMap((id) => heads.get(id) ?? []), total }
}
