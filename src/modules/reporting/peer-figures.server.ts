import { sql } from 'kysely'
import { localDate } from '#kernel/local-date.ts'
import { periodBetween, type Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { PeerFigures } from '#modules/figures/check-input.ts'
import { periodsBefore } from '#modules/figures/checks-over-time.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { fewestPeers } from '#modules/figures/peers.ts'
import { peopleByUnit } from '#modules/figures/unit-size-queries.server.ts'
import { communesInForce, lastBreaks } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { comparablePeriod, periodsCompared, stoodThrough } from './peer-period.ts'
import type { Report, Template } from './report.ts'
import { thawValues } from './frozen-content.ts'

/**
 * What the other communes of a commune's kind published for this period, or the newest one before it for which enough of
 * them have. Only publications are read: a neighbour's open report is not this officer's to see, and a finding goes along with a
 * report to everybody who reads it.
 */
export async function peerFigures(
  tx: Tx,
  report: Report,
  unit: UnitVersion,
  template: Template,
): Promise<PeerFigures | null> {
  if (report.origin !== 'entered' || unit.level !== 'commune') return null
  const units = (await communesInForce(tx, report.province, report.period.to))
    .filter((one) => one.kind === unit.kind && one.unit !== unit.unit)
    .map((one) => one.unit)
  if (units.length < fewestPeers) return null
  const breaks = await lastBreaks(tx, units, report.period.to)
  const periods = periodsCompared(report.period, periodsBefore(report.period))
  const published = (await publishedFor(tx, { report, template, units, periods })).filter((one) =>
    stoodThrough(breaks, one.unit, one.period),
  )
  const period = comparablePeriod(periods, published, units.length)
  if (!period) return null
  const people = await peopleByUnit(tx, report.province, period.to)
  const values = await valuesPublished(tx, { report, template, units, periods: [period] })
  return {
    ...{ kind: unit.kind, period, people: people.get(unit.unit) ?? null },
    units: values
      .filter((one) => stoodThrough(breaks, one.unit, period))
      .map((one) => ({ people: people.get(one.unit) ?? null, values: one.values })),
  }
}

type Asked = { report: Report; template: Template; units: readonly UnitId[]; periods: readonly Period[] }

function publicationsOf(tx: Tx, { report, template, units, periods }: Asked) {
  return tx
    .selectFrom('publication')
    .where('publication.province_id', '=', report.province)
    .where('publication.unit_id', '=', sql<string>`any(${[...units]}::uuid[])`)
    .where('publication.origin', '=', 'entered')
    .where('publication.title', '=', template.name)
    .where((eb) =>
      eb.or(
        periods.map(({ from, to }) =>
          eb.and([eb('publication.period_from', '=', from), eb('publication.period_to', '=', to)]),
        ),
      ),
    )
}

async function publishedFor(tx: Tx, asked: Asked): Promise<{ unit: UnitId; period: Period }[]> {
  const rows = await publicationsOf(tx, asked)
    .select(['publication.unit_id', 'publication.period_from as from', 'publication.period_to as to'])
    .execute()
  return rows.map(({ unit_id, from, to }) => ({
    unit: unit_id as UnitId,
    period: periodBetween(localDate(from), localDate(to)),
  }))
}

async function valuesPublished(tx: Tx, asked: Asked) {
  const rows = await publicationsOf(tx, asked)
    .select([
      'publication.unit_id',
      sql<unknown>`jsonb_path_query_array(publication.content, '$.lines[*].cell')`.as('cells'),
      sql<unknown>`jsonb_path_query_array(publication.content, '$.lines[*].figure.value')`.as('values'),
    ])
    .execute()
  return rows.map(({ unit_id, cells, values }) => ({
    unit: unit_id as UnitId,
    values: new Map(thawValues(cells, values).map(({ cell, value }) => [cellKey(cell), value])),
  }))
}
