import type { z } from 'zod'
import { localDate } from '#kernel/local-date.ts'
import { hedgeWord } from '#kernel/numerals.ts'
import { periodBetween } from '#kernel/period.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import type { FigureValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { flagOf, type MapFigure } from '#modules/figures/map-figure.ts'
import { mapReasonText } from '#modules/figures/map-labels.ts'
import type { MapView } from '#modules/figures/map-area.ts'
import { figuresOnMap, mapView } from '#modules/figures/map-view.ts'
import type { Flag, MapOf } from '#modules/territory/rebase.ts'
import { lastVersionOf, unitAt, type Register } from '#modules/territory/register.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import { treeOn } from '#modules/territory/tree.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Tx } from '#platform/database.ts'
import { mayBePublic } from './content-from.ts'
import type { ContentLine } from './content.ts'
import { divisorsOf } from './map-sources.server.ts'
import type { figureAnswer, figureFilters } from './open-data.ts'
import { cellOf, currentTemplate, type TemplateLine } from './report.ts'
import { templateOn } from './template-version-store.server.ts'

/** Where one published figure stands on the asked map (nơi một số đứng trên bản đồ). */
export type Placement = Pick<z.output<typeof figureAnswer>, 'flag' | 'reason' | 'parts'>

type Row = { report_id: string; unit_id: string; period_from: string; period_to: string; lines: ContentLine[] }
type Asked = Pick<z.output<typeof figureFilters>, 'map' | 'mapLevel'>

/** By report and cell: where every figure of these reports stands on the asked map; null where none is asked for. */
export async function placedOnMap(
  tx: Tx,
  rows: readonly Row[],
  { map, mapLevel }: Asked,
): Promise<Map<string, Map<string, Placement>> | null> {
  if (map === undefined) return null
  const register = await currentRegister(tx)
  const templates = new Map<string, readonly TemplateLine[]>()
  const found = new Map<string, Map<string, Placement>>()
  for (const row of rows) {
    const known = templates.get(row.period_to)
    const lines = known ?? (await templateOn(tx, currentTemplate, localDate(row.period_to)))?.lines ?? []
    templates.set(row.period_to, lines)
    const to: MapOf = { day: map, level: mapLevel ?? levelFor(register, row.unit_id as UnitId, map) }
    found.set(row.report_id, placementsOf(await viewOf(tx, register, row, to), lines))
  }
  return found
}

/** A unit is read among those of its own level; a district among provinces once there are no districts. */
function levelFor(register: Register, unit: UnitId, day: MapOf['day']): MapOf['level'] {
  const own = lastVersionOf(register, unit)?.level ?? 'commune'
  return own === 'district' && treeOn(register, day).units('district').length === 0 ? 'province' : own
}

async function viewOf(tx: Tx, register: Register, row: Row, to: MapOf): Promise<MapView> {
  const unit = row.unit_id as UnitId
  const period = periodBetween(localDate(row.period_from), localDate(row.period_to))
  const values = new Map(row.lines.map((line): [string, FigureValue] => [cellKey(line.cell), line.figure.value]))
  const divisors = await divisorsOf(tx, register, unit, period)
  return mapView({ register, on: period.to, to, sources: [{ unit, report: row.report_id, values, divisors }] })
}

function placementsOf(view: MapView, lines: readonly TemplateLine[]): Map<string, Placement> {
  const byTarget = view.targets.map((target) => [target, figuresOnMap(view, target, lines)] as const)
  return new Map(
    lines.map((line) => {
      const key = cellKey(cellOf(line))
      const figures = byTarget.map(([target, found]) => ({ target, figure: found.get(key) }))
      return [key, placementOf(view, line, figures)]
    }),
  )
}

type OfTarget = { target: UnitId; figure: MapFigure | undefined }

function placementOf(view: MapView, line: TemplateLine, figures: readonly OfTarget[]): Placement {
  const { register, to, placed } = view
  const nameOf = (unit: UnitId): string => lastVersionOf(register, unit)?.name ?? ''
  const destination = placed[0]?.destination
  if (figures.length === 0) {
    const reason = destination?.reason ?? null
    return { flag: 'not-comparable', reason: mapReasonText(reason, nameOf), parts: [] }
  }
  const isHidden = figures.some(({ target }) => {
    const unit = unitAt(register, target, to.day)
    return unit && !mayBePublic(line, unit)
  })
  if (isHidden) return { flag: 'not-comparable', reason: 'Chỉ công khai số tổng, không công khai ở cấp xã.', parts: [] }
  const refused = figures.map(({ figure }) => figure?.standing).find((one) => one?.kind === 'not-comparable')
  return {
    flag: worstOf(figures),
    reason: refused ? mapReasonText(refused.reason, nameOf) : null,
    parts: figures.flatMap(({ target, figure }) => {
      const unit = unitAt(register, target, to.day)
      if (!unit || !figure || figure.parts.length === 0) return []
      const share = destination?.parts.find((part) => part.unit === target)?.share ?? null
      return [{ unit: unit.code, unitName: unit.name, share, ...amountOf(figure) }]
    }),
  }
}

function worstOf(figures: readonly OfTarget[]): Flag | null {
  const flags = figures.map(({ figure }) => figure && flagOf(figure))
  return (['not-comparable', 'apportioned', 'exact'] as const).find((flag) => flags.includes(flag)) ?? null
}

function amountOf({ standing }: MapFigure): { hedge: string | null; amount: string | null } {
  const value = standing.kind === 'known' ? standing.value : null
  if (value?.state === 'zero') return { hedge: null, amount: '0' }
  if (value?.state !== 'reported') return { hedge: null, amount: null }
  return { hedge: hedgeWord(value.qualifier), amount: toDecimalText(value.amount) }
}
