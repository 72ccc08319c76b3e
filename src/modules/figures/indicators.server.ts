import { addDays, localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId, UnitKind } from '#modules/territory/unit.ts'
import type { Numeral } from '#kernel/numerals.ts'
import { changeBetween, spanOn, type DefinitionChange, type DefinitionSpan } from './definition-change.ts'
import type { Indicator, IndicatorVersionId } from './indicator.ts'

export type IndicatorRow = {
  id: string
  indicator_code: string
  name: string
  unit_of_count: string
  numeral: string
  nature: string
  over_time: string
  over_territory: string
  direction: string
  sensitivity: string
  numerator: string[]
  denominator: string[]
  denominator_kind: string | null
  counts: string
}

// The checks of indicator_version hold each of these to the known words.
export function readIndicator(row: IndicatorRow): Indicator {
  return {
    id: row.id as IndicatorVersionId,
    code: row.indicator_code,
    name: row.name,
    unitOfCount: row.unit_of_count,
    numeral: row.numeral as Numeral,
    nature: row.nature as Indicator['nature'],
    overTime: row.over_time as Indicator['overTime'],
    overTerritory: row.over_territory as Indicator['overTerritory'],
    direction: row.direction as Indicator['direction'],
    sensitivity: row.sensitivity as Indicator['sensitivity'],
    numerator: row.numerator,
    denominator: row.denominator,
    denominatorKind: row.denominator_kind as UnitKind | null,
    counts: row.counts,
  }
}

/** An indicator as it is defined for some time (một phiên bản của chỉ tiêu), with what the change means for its series. */
export type IndicatorVersion = DefinitionSpan & { indicator: Indicator; dimensions: string[] }

/** Every version of every indicator by its code, oldest first. */
export async function indicatorVersions(tx: Tx): Promise<Map<string, IndicatorVersion[]>> {
  const rows = await tx
    .selectFrom('indicator_version')
    .selectAll()
    .orderBy('indicator_code')
    .orderBy('version')
    .execute()
  const versions = rows.map((row): IndicatorVersion => ({
    ...spanOf(row.valid),
    id: row.id as IndicatorVersionId,
    comparable: row.comparable_with_previous,
    changeNote: row.change_note,
    indicator: readIndicator(row),
    dimensions: row.dimensions,
  }))
  return Map.groupBy(versions, ({ indicator }) => indicator.code)
}

/** `[2026-01-01,2027-01-01)` as the database writes it: the last day is the one before its end. */
function spanOf(valid: string): Pick<DefinitionSpan, 'validFrom' | 'validUntil'> {
  const [from = '', end = ''] = valid.slice(1, -1).split(',')
  return {
    validFrom: from === '' ? null : localDate(from),
    validUntil: end === '' ? null : addDays(localDate(end), -1),
  }
}

/** What is counted by another definition on the later of two days, by code of the indicator. */
export async function changesBetween(
  tx: Tx,
  before: LocalDate,
  now: LocalDate,
): Promise<ReadonlyMap<string, DefinitionChange>> {
  const versions = await indicatorVersions(tx)
  return new Map(
    [...versions].flatMap(([code, spans]): [string, DefinitionChange][] => {
      const [one, other] = [spanOn(spans, before), spanOn(spans, now)]
      const change = one && other ? changeBetween(spans, one.id, other.id) : null
      return change ? [[code, change]] : []
    }),
  )
}

/** Which indicators a unit has figures for, by their names; never a figure. */
export type UnitIndicators = { unit: UnitId; indicators: { code: string; name: string; isAdded: boolean }[] }

export async function indicatorsOfUnits(tx: Tx, province: UnitId, units: readonly UnitId[]): Promise<UnitIndicators[]> {
  if (units.length === 0) return []
  const rows = await tx
    .selectFrom('figure_value as value')
    .innerJoin('indicator_version as version', 'version.id', 'value.indicator_version')
    .select(['value.unit_id', 'version.indicator_code', 'version.name', 'version.over_territory'])
    .distinct()
    .where('value.province_id', '=', province)
    .where('value.unit_id', 'in', [...units])
    .orderBy('version.indicator_code')
    .execute()
  return [...Map.groupBy(rows, (row) => row.unit_id)].map(([unit, found]) => ({
    unit: unit as UnitId,
    indicators: [...new Map(found.map((row) => [row.indicator_code, row])).values()].map((row) => ({
      code: row.indicator_code,
      name: row.name,
      isAdded: row.over_territory === 'sum',
    })),
  }))
}
