import { sql } from 'kysely'
import { periodKey, samePeriodLastYear, successorOf, type Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { FigureValue } from '#modules/figures/figure.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import { peerBand, type Peers } from '#modules/figures/peers.ts'
import { targetsOf } from '#modules/figures/target-queries.server.ts'
import type { Target } from '#modules/figures/target.ts'
import { peersOn } from '#modules/figures/unit-size-queries.server.ts'
import type { UnitVersion } from '#modules/territory/unit.ts'
import type { ReportContent } from './content.ts'
import type { CitationView } from './narrative.ts'
import {
  countedNow,
  cubeCellOf,
  nothingCounted,
  type CellGround,
  type CountedValue,
  type NarrativeGround,
  type PeerMiddle,
} from './narrative-facts.ts'
import { cellOf, type Report, type Template } from './report.ts'
import { thawValues } from './frozen-content.ts'

/** What a report's prose may cite is read from these. */
export type GroundSources = {
  report: Report
  template: Template
  unit: UnitVersion
  content: Pick<ReportContent, 'lines' | 'units'>
  /** What was accepted for another period, by cell; null when nothing was. */
  acceptedFor: (period: Period) => Promise<ReadonlyMap<string, CountedValue> | null>
}

const targetViews: readonly CitationView[] = ['target', 'superior-target', 'next-target', 'reached']
const beforeViews: readonly CitationView[] = ['same-period', 'change']

/** All that the citations of a report could print; `views` are those that are wanted, so that nothing else is read. */
export async function narrativeGround(
  tx: Tx,
  sources: GroundSources,
  views: ReadonlySet<CitationView>,
): Promise<NarrativeGround> {
  const { report, template, content } = sources
  const wants = (some: readonly CitationView[]): boolean => some.some((view) => views.has(view))
  const beforePeriod = samePeriodLastYear(report.period)
  const before = beforePeriod && wants(beforeViews) ? await sources.acceptedFor(beforePeriod) : null
  const cells = content.lines.map((line) => line.cell)
  const next = successorOf(report.period)
  const periods = next ? [report.period, next] : [report.period]
  const targets = wants(targetViews) ? await targetsOf(tx, [report.unit], cells, periods) : []
  const peers = views.has('peers') ? await peerMiddles(tx, sources) : new Map<string, PeerMiddle>()
  const indicators = new Map(template.lines.map((line) => [cellKey(cellOf(line)), line.indicator]))
  return {
    period: report.period,
    beforePeriod,
    cells: new Map(
      content.lines.flatMap((line): [string, CellGround][] => {
        const key = cellKey(line.cell)
        const indicator = indicators.get(key)
        if (!indicator) return []
        const { section, cell, name, dimensionName, unitOfCount, numeral } = line
        const ground: CellGround = {
          ...{ section, cell, name, dimensionName, unitOfCount, numeral },
          ...{ nature: indicator.nature, direction: indicator.direction },
          now: { ...countedNow(line, content.units), indicator: indicator.id },
          before: before ? (before.get(key) ?? nothingCounted) : null,
          targets: targetsByHand(targets, line.cell, report.period),
          nextTargets: next ? targetsByHand(targets, line.cell, next) : {},
          peers: peers.get(key) ?? null,
        }
        return [[key, ground]]
      }),
    ),
  }
}

function targetsByHand(targets: readonly Target[], cell: CellRef, period: Period): CellGround['targets'] {
  const own = targets.filter(
    (target) => cellKey(target.cell) === cellKey(cell) && periodKey(target.period) === periodKey(period),
  )
  return Object.fromEntries(own.map(({ setBy, aim, amount }) => [setBy, { aim, amount }]))
}

/**
 * The middle of the units like this one, out of what they have published: their other figures are not this unit's to read, and
 * a number that goes to print must be one that everybody can check.
 */
async function peerMiddles(tx: Tx, { report, template, unit, content }: GroundSources) {
  if (unit.level !== 'commune') return new Map<string, PeerMiddle>()
  const peers = await peersOn(tx, report.unit, report.province, report.period.to)
  const published = peers ? await publishedValues(tx, report, template, peers) : []
  return new Map(
    content.lines.flatMap((line): [string, PeerMiddle][] => {
      const key = cellKey(line.cell)
      const values = published.map((values) => values.get(key)).filter((value) => value !== undefined)
      const band = peerBand(cellOfOne(line.figure.value), values.map(cellOfOne))
      if (band.kind === 'too-few' || !peers) return []
      return [[key, { median: band.median, counted: band.counted, by: peers.by }]]
    }),
  )
}

function cellOfOne(value: FigureValue) {
  return cubeCellOf({ value, counted: 1, expected: 1, indicator: null })
}

async function publishedValues(
  tx: Tx,
  report: Report,
  template: Template,
  { units }: Peers,
): Promise<Map<string, FigureValue>[]> {
  if (units.length === 0) return []
  const rows = await tx
    .selectFrom('publication')
    .select([
      sql<unknown>`jsonb_path_query_array(publication.content, '$.lines[*].cell')`.as('cells'),
      sql<unknown>`jsonb_path_query_array(publication.content, '$.lines[*].figure.value')`.as('values'),
    ])
    .where('publication.province_id', '=', report.province)
    .where('publication.unit_id', '=', sql<string>`any(${[...units]}::uuid[])`)
    .where('publication.origin', '=', 'entered')
    .where('publication.period_from', '=', report.period.from)
    .where('publication.period_to', '=', report.period.to)
    .where('publication.title', '=', template.name)
    .execute()
  return rows.map((row) => new Map(thawValues(row.cells, row.values).map(({ cell, value }) => [cellKey(cell), value])))
}
