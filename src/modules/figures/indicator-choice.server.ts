import { sql, type SqlBool } from 'kysely'
import type { Tx } from '#platform/database.ts'
import type { Indicator } from './indicator.ts'
import type { PickedIndicator } from './indicator-choice.ts'

/** Every indicator as it is defined now, in the order of the codes; for the public those that may be public of somebody. */
export async function indicatorsToPick(tx: Tx, reader: 'officer' | 'public'): Promise<PickedIndicator[]> {
  const rows = await tx
    .selectFrom('indicator_version as version')
    .innerJoin('indicator', 'indicator.code', 'version.indicator_code')
    .select([
      'version.indicator_code as code',
      'indicator.section',
      'version.name',
      'version.unit_of_count as unitOfCount',
      'version.nature',
      'version.over_territory as overTerritory',
      'version.counts',
      'version.dimensions',
    ])
    .where(
      sql<SqlBool>`version.version = (select max(other.version) from indicator_version other
        where other.indicator_code = version.indicator_code)`,
    )
    .$if(reader === 'public', (query) => query.where('version.sensitivity', '<>', 'internal'))
    .orderBy('version.indicator_code')
    .execute()
  // The checks of indicator_version hold both to the known words.
  return rows.map((row) => ({
    ...row,
    nature: row.nature as Indicator['nature'],
    overTerritory: row.overTerritory as Indicator['overTerritory'],
  }))
}
