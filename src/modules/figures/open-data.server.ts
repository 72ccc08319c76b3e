import { sql, type SqlBool } from 'kysely'
import type { z } from 'zod'
import { fold } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import type { indicatorFilters, indicatorAnswer, indicatorListing, indicatorWithVersions } from './open-data.ts'

type OpenIndicator = z.output<typeof indicatorAnswer>
type IndicatorQuestion = {
  filters: z.output<typeof indicatorFilters>
  order: string
  limit: number
  after: z.output<typeof indicatorListing.position> | null
  count: boolean
}

function definitions(tx: Tx) {
  return tx
    .selectFrom('indicator_version as version')
    .innerJoin('indicator', 'indicator.code', 'version.indicator_code')
    .select([
      'version.indicator_code as code',
      'version.version',
      'indicator.section',
      'version.name',
      'version.unit_of_count as unitOfCount',
      'version.numeral',
      'version.nature',
      'version.over_time as overTime',
      'version.over_territory as overTerritory',
      'version.direction',
      'version.sensitivity',
      'version.dimensions',
      'version.counts',
      'version.frequency',
      'version.source',
      sql<string | null>`lower(version.valid)::text`.as('from'),
      sql<string | null>`(upper(version.valid) - 1)::text`.as('until'),
    ])
}

type DefinitionRow = Awaited<ReturnType<ReturnType<typeof definitions>['executeTakeFirstOrThrow']>>

// The checks of indicator_version hold each of these to the known words.
function readDefinition(row: DefinitionRow): OpenIndicator {
  return {
    ...row,
    numeral: row.numeral as OpenIndicator['numeral'],
    nature: row.nature as OpenIndicator['nature'],
    sensitivity: row.sensitivity as OpenIndicator['sensitivity'],
  }
}

const folded = sql<string>`translate(lower(regexp_replace(normalize(version.name || ' ' || version.counts, nfd), '[\u0300-\u036f]', '', 'g')), 'đĐ', 'dd')`
const isNewest = sql<SqlBool>`version.version = (select max(other.version) from indicator_version other where other.indicator_code = version.indicator_code)`

/** One page of the indicators, each as it is defined now. */
export async function openIndicators(tx: Tx, { filters, order, limit, after, count }: IndicatorQuestion) {
  const { code, nature, sensitivity, q } = filters
  const matching = fold(q ?? '')
    .split(' ')
    .filter(Boolean)
    .reduce(
      (query, word) => query.where(folded, 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`),
      definitions(tx)
        .where(isNewest)
        .$if(code !== undefined, (query) => query.where('version.indicator_code', 'in', code ?? []))
        .$if(nature !== undefined, (query) => query.where('version.nature', 'in', nature ?? []))
        .$if(sensitivity !== undefined, (query) => query.where('version.sensitivity', 'in', sensitivity ?? [])),
    )
  const total = count ? await countOf(matching) : null
  const backwards = order.startsWith('-')
  const rows = await matching
    .$if(after !== null, (query) => query.where('version.indicator_code', backwards ? '<' : '>', after ?? ''))
    .orderBy('version.indicator_code', backwards ? 'desc' : 'asc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(readDefinition)
  return { items, next: rows.length > limit ? (items.at(-1)?.code ?? null) : null, total }
}

async function countOf(matching: ReturnType<typeof definitions>): Promise<number> {
  const { total } = await matching
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** An indicator with every definition, newest first; null when there is none of this code. */
export async function openIndicator(tx: Tx, code: string): Promise<z.output<typeof indicatorWithVersions> | null> {
  const rows = await definitions(tx)
    .where('version.indicator_code', '=', code)
    .orderBy('version.version', 'desc')
    .execute()
  const versions = rows.map(readDefinition)
  return versions[0] ? { code, name: versions[0].name, versions } : null
}

/** The first of these codes that no indicator has; null when each is one. */
export async function firstUnknownIndicator(tx: Tx, codes: readonly string[]): Promise<string | null> {
  if (codes.length === 0) return null
  const rows = await tx
    .selectFrom('indicator')
    .select('code')
    .where('code', 'in', [...codes])
    .execute()
  const known = new Set(rows.map((row) => row.code))
  return codes.find((code) => !known.has(code)) ?? null
}
