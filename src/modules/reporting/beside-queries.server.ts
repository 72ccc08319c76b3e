import { sql } from 'kysely'
import { localDate } from '#kernel/local-date.ts'
import { isCumulative, periodBetween, periodKey, previousPeriod, type Period } from '#kernel/period.ts'
import { zero } from '#kernel/quantity.ts'
import type { Tx } from '#platform/database.ts'
import type { FigureValue } from '#modules/figures/figure.ts'
import { cellKey, type Indicator } from '#modules/figures/indicator.ts'
import { fewestPeers, peerBand, type PeerBand } from '#modules/figures/peers.ts'
import { figuresOfPeriods } from '#modules/figures/counted-figures.server.ts'
import { communesInForce } from '#modules/territory/queries.server.ts'
import type { UnitVersion } from '#modules/territory/unit.ts'
import { carriedOf, type Carried } from './carry.ts'
import type { ContentLine } from './content.ts'
import { countedStatuses } from './lifecycle.ts'
import type { Report, TemplateCode, TemplateLine } from './report.ts'
import { thawLines } from './frozen-content.ts'
import { figureSetOf } from './store.server.ts'
import { versionsOf } from './template-version-store.server.ts'

/** What helps to judge a number while it is typed: the unit's own earlier ones, and how others like it lie. */
export type BesideCell = {
  past: { period: Period; value: FigureValue }[]
  /** Units of the same kind in the province, of the last period, from what everybody may read; null where too few have published. */
  peers: { period: Period; band: Extract<PeerBand, { kind: 'band' }> } | null
  carried: Carried
}

const pastShown = 6

export async function besideCell(
  tx: Tx,
  { report, unit, template }: { report: Report; unit: UnitVersion; template: TemplateCode },
  line: ContentLine,
  templateLine: TemplateLine,
): Promise<BesideCell> {
  return {
    past: await pastOf(tx, report, template, line),
    peers: await peersOf(tx, report, unit, line, templateLine.indicator),
    carried: carriedOf(line, templateLine.indicator.nature, report.period),
  }
}

/** The unit's own accepted numbers of periods of the same length, newest first: a draft of an earlier period says nothing yet. */
async function pastOf(tx: Tx, report: Report, template: TemplateCode, line: ContentLine): Promise<BesideCell['past']> {
  const rows = await tx
    .selectFrom('report')
    .select(['period_from as from', 'period_to as to'])
    .where('province_id', '=', report.province)
    .where('unit_id', '=', report.unit)
    .where('template_version', 'in', versionsOf(tx, template))
    .where('status', 'in', [...countedStatuses])
    .where('origin', '=', 'entered')
    .where('period_to', '<', report.period.to)
    .orderBy('period_to', 'desc')
    .execute()
  const periods = rows
    .map(({ from, to }) => periodBetween(localDate(from), localDate(to)))
    .filter(({ regime }) => regime === report.period.regime)
    .slice(0, pastShown)
  const figures = await figuresOfPeriods(tx, figureSetOf(report), periods)
  return periods.flatMap((period) => {
    const value = figures.get(periodKey(period))?.get(cellKey(line.cell))?.value
    return value ? [{ period, value }] : []
  })
}

/**
 * Among others only what is published is compared: a neighbour's draft or unpublished report is not this officer's to see. The
 * cell is cut out of each publication by the database.
 */
async function peersOf(
  tx: Tx,
  report: Report,
  unit: UnitVersion,
  line: ContentLine,
  { sensitivity }: Pick<Indicator, 'sensitivity'>,
): Promise<BesideCell['peers']> {
  const period = isCumulative(report.period) ? report.period : previousPeriod(report.period)
  if (!period || unit.level !== 'commune' || sensitivity !== 'public' || line.numeral === 'change') return null
  const alike = (await communesInForce(tx, report.province, period.to)).filter(
    (one) => one.kind === unit.kind && one.unit !== unit.unit,
  )
  if (alike.length < fewestPeers) return null
  const rows = await tx
    .selectFrom('publication')
    .select(
      sql<unknown>`jsonb_path_query_array(content, '$.lines[*] ? (@.cell.code == $code && @.cell.dimension == $part)',
        jsonb_build_object('code', ${line.cell.code}::text, 'part', ${line.cell.dimension}::text))`.as('lines'),
    )
    .where('province_id', '=', report.province)
    .where('origin', '=', 'entered')
    .where('period_from', '=', period.from)
    .where('period_to', '=', period.to)
    .where('unit_id', '=', sql<string>`any(${alike.map((one) => one.unit)}::uuid[])`)
    .execute()
  const values = rows.flatMap((row) => thawLines(row.lines).map((one) => one.figure.value))
  const band = peerBand(asCell(line.figure.value), values.map(asCell))
  return band.kind === 'band' ? { period, band } : null
}

function asCell(value: FigureValue): Parameters<typeof peerBand>[0] {
  const whole = { flag: 'exact', counted: 1, expected: 1, reason: null, version: null } as const
  if (value.state === 'reported') return { ...whole, state: 'known', amount: value.amount, qualifier: value.qualifier }
  const isZero = value.state === 'zero'
  return {
    ...whole,
    state: isZero ? 'known' : value.state === 'not-applicable' ? 'not-applicable' : 'absent',
    amount: isZero ? zero : null,
    qualifier: 'exact',
  }
}
