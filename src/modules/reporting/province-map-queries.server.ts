import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import type { Period } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { DefinitionChange } from '#modules/figures/definition-change.ts'
import { changesBetween } from '#modules/figures/indicators.server.ts'
import type { UnitFigures } from '#modules/figures/map-figure.ts'
import { figuresOnMap, mapView } from '#modules/figures/map-view.ts'
import { valuesOfUnits } from '#modules/figures/counted-figures.server.ts'
import { dayKnown, lastVersionOf, unitAt, type Register } from '#modules/territory/register.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import { treeOn } from '#modules/territory/tree.ts'
import type { RegisterVersion, UnitId } from '#modules/territory/unit.ts'
import { countedStatuses } from './lifecycle.ts'
import { comparedWith, mapDay, readMapChoice, type MapChoice } from './map-choice.ts'
import { mapLines, type MapLine, type MapWords } from './map-lines.ts'
import { maySeeProvince } from './policy.ts'
import { currentTemplate, type Template } from './report.ts'
import { templateOn, versionsOf } from './template-version-store.server.ts'

/** The province's figures of a period on the map of another day: its totals, and one indicator over its units of that day. */
export type ProvinceMapPage = {
  province: RegisterVersion
  choice: MapChoice
  day: LocalDate
  typed: string
  error: string | null
  /** How many units reported, and how many units the map has. */
  reported: number
  lines: MapLine[]
  compared: Period | null
  indicators: { code: string; name: string }[]
  indicator: string
  units: { unit: RegisterVersion; lines: MapLine[] }[]
}

/** Of reports that were accepted, in the officer's own province; two questions a period, whatever the number of units. */
export async function provinceMapPage(
  ctx: Ctx,
  period: Period,
  asked: { map: string | null; indicator: string | null },
): Promise<Outcome<ProvinceMapPage>> {
  if (!maySeeProvince(ctx.actor)) return forbidden()
  const today = dayInVietnam(ctx.now)
  const { province } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const register = await currentRegister(tx)
    const read = readMapChoice(asked.map, { kind: 'today' }, register)
    const day = mapDay(read.choice, today) ?? dayKnown(register, period.to)
    const template = await templateOn(tx, currentTemplate, period.to)
    const onMap = unitAt(register, province, day)
    if (!template || !onMap) return notFound()
    const wanted = { register, province, template, day, today }
    const sources = await acceptedFigures(tx, wanted, period)
    const compared = comparedWith(register, period)
    const earlier = compared ? await acceptedFigures(tx, wanted, compared) : []
    const indicators = additiveOf(template)
    const indicator = indicators.find(({ code }) => code === asked.indicator)?.code ?? indicators[0]?.code ?? ''
    const before = compared && earlier.length > 0 ? { period: compared, sources: earlier } : null
    const changes = before ? await changesBetween(tx, before.period.to, period.to) : undefined
    return done({
      province: onMap,
      ...read,
      day,
      reported: sources.length,
      lines: totalsOf(wanted, { period, sources }, before, changes),
      compared: before && before.period,
      indicators,
      indicator,
      units: unitsOf(wanted, { period, sources }, indicator),
    })
  })
}

type Wanted = { register: Register; province: UnitId; template: Template; day: LocalDate; today: LocalDate }
type Reported = { period: Period; sources: readonly UnitFigures[] }

function additiveOf({ lines }: Template): { code: string; name: string }[] {
  const found = lines.map(({ indicator }) => indicator).filter(({ overTerritory }) => overTerritory !== 'none')
  return [...new Map(found.map(({ code, name }) => [code, { code, name }])).values()]
}

function totalsOf(
  wanted: Wanted,
  now: Reported,
  before: Reported | null,
  changes: ReadonlyMap<string, DefinitionChange> | undefined,
): MapLine[] {
  const { register, province, template, day } = wanted
  const figures = ({ period, sources }: Reported) =>
    figuresOnMap(
      mapView({ register, on: period.to, to: { day, level: 'province' }, sources }),
      province,
      template.lines,
    )
  return mapLines(template.lines, figures(now), before && figures(before), wordsOf(wanted), changes)
}

/** One indicator over every unit that the province has on the map, in the order of their names. */
function unitsOf(wanted: Wanted, { period, sources }: Reported, indicator: string): ProvinceMapPage['units'] {
  const { register, province, template, day } = wanted
  const view = mapView({ register, on: period.to, to: { day, level: 'commune' }, sources })
  const lines = template.lines.filter((line) => line.indicator.code === indicator)
  return treeOn(register, day)
    .descendants(province, 'commune')
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
    .map((unit) => ({ unit, lines: mapLines(lines, figuresOnMap(view, unit.unit, lines), null, wordsOf(wanted)) }))
}

function wordsOf({ register, today }: Wanted): MapWords {
  return { register, today, hrefOf: ({ report }) => `/desk/bao-cao/${report}` }
}

async function acceptedFigures(tx: Tx, wanted: Wanted, period: Period): Promise<UnitFigures[]> {
  const { register, province, template } = wanted
  const rows = await tx
    .selectFrom('report')
    .select(['id', 'unit_id'])
    .where('province_id', '=', province)
    .where('template_version', 'in', versionsOf(tx, template.code))
    .where('period_from', '=', period.from)
    .where('period_to', '=', period.to)
    .where('status', 'in', [...countedStatuses])
    .where('origin', '=', 'entered')
    // The province's own report is made of the others.
    .where('unit_id', '<>', province)
    .orderBy('unit_id')
    .execute()
  const units = rows.map((row) => row.unit_id as UnitId)
  const values = await valuesOfUnits(tx, { province, from: period.from, to: period.to }, units)
  return rows.map((row) => {
    const unit = row.unit_id as UnitId
    const kind = (unitAt(register, unit, period.to) ?? lastVersionOf(register, unit))?.kind
    const divisors = new Map([['commune', kind === 'commune' ? 1 : 0]])
    return { unit, report: row.id, values: values.get(unit) ?? new Map(), divisors }
  })
}
