import type { LocalDate } from '#kernel/local-date.ts'
import { inScope, type Db } from '#platform/database.ts'
import type { UnitFigures } from '#modules/figures/map-figure.ts'
import { mapReasonText, shareText } from '#modules/figures/map-labels.ts'
import { figuresOnMap, mapView } from '#modules/figures/map-view.ts'
import { ancestryOf } from '#modules/territory/life.ts'
import { destinationOf, type Flag, type MapOf } from '#modules/territory/rebase.ts'
import { lastVersionOf, unitAt, unitByCode, type Register } from '#modules/territory/register.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import type { RegisterVersion, UnitId, UnitLevel } from '#modules/territory/unit.ts'
import { mayBePublic } from './content-from.ts'
import type { ReportContent } from './content.ts'
import { mapDay, readMapChoice, type MapChoice } from './map-choice.ts'
import { mapLines, namesOn, type MapLine } from './map-lines.ts'
import { divisorsOf } from './map-sources.server.ts'
import { publishedReport } from './public-queries.server.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { currentTemplate, type TemplateLine } from './report.ts'
import { templateOn } from './template-version-store.server.ts'

/** Where the figures of one report stand among the units of one level. */
export type LevelOfMap = {
  level: UnitLevel
  flag: Flag
  reason: string | null
  /** What the division rests on. */
  shareSources: string[]
  /** Every unit that gets something, with how much of the whole; a share is null where it is not known. */
  targets: { unit: RegisterVersion; share: string | null; lines: MapLine[] }[]
}

/** One published report on the map of another day. */
export type ReportMapPage = {
  register: Register
  unit: RegisterVersion
  content: ReportContent
  choice: MapChoice
  typed: string
  error: string | null
  /** Null for the report as it was given. */
  day: LocalDate | null
  levels: LevelOfMap[]
}

/** Public: where the figures of a published report stand on the map of a day, level by level; null when there is no such report. */
export async function reportMapPage(
  db: Db,
  asked: { code: string; report: string; map: string | null },
  today: LocalDate,
): Promise<ReportMapPage | null> {
  const published = await publishedReport(db, asked.code, asked.report)
  if (!published) return null
  const { content } = published
  return inScope(db, { reach: 'public' }, async (tx) => {
    const register = await currentRegister(tx)
    const id = unitByCode(register, asked.code)
    const unit = id && (unitAt(register, id, content.period.to) ?? lastVersionOf(register, id))
    if (!id || !unit) return null
    const read = readMapChoice(asked.map, { kind: 'today' }, register)
    const day = mapDay(read.choice, today)
    const template = await templateOn(tx, currentTemplate, content.period.to)
    const source: UnitFigures = {
      unit: id,
      report: asked.report,
      values: new Map(
        content.lines.filter((line) => line.isPublic).map((line) => [cellKey(line.cell), line.figure.value]),
      ),
      divisors: await divisorsOf(tx, register, id, content.period),
    }
    const from = { register, source, lines: template?.lines ?? [], on: content.period.to, today }
    const levels = day === null ? [] : levelsOf(register, unit, day).map((level) => levelOfMap(from, { day, level }))
    return { register, unit, content, ...read, day, levels }
  })
}

/** A province is read among provinces, a district among provinces, districts and communes, a commune among all. */
function levelsOf(register: Register, unit: RegisterVersion, day: LocalDate): UnitLevel[] {
  const order: UnitLevel[] = ['province', 'district', 'commune']
  const own = order.indexOf(unit.level)
  const finest = unit.level === 'province' ? 0 : order.length - 1
  // A province is not read among its communes: nobody asks what each of them had of it.
  return order.filter((level, at) => at <= Math.max(own, finest) && hasLevel(register, unit.unit, { day, level }))
}

function hasLevel(register: Register, unit: UnitId, to: MapOf): boolean {
  return to.level !== 'district' || destinationOf(register, unit, to).parts.length > 0
}

type From = { register: Register; source: UnitFigures; lines: readonly TemplateLine[]; on: LocalDate; today: LocalDate }

function levelOfMap(from: From, to: MapOf): LevelOfMap {
  const { register, source, lines, on, today } = from
  const destination = destinationOf(register, source.unit, to)
  const view = mapView({ register, on, to, sources: [source] })
  const words = { register, today, hrefOf: () => null }
  const units = destination.parts.flatMap((part) => {
    const unit = unitAt(register, part.unit, to.day)
    return unit ? [{ unit, share: part.share === null ? null : shareText(part.share) }] : []
  })
  return {
    level: to.level,
    flag: destination.flag,
    reason: destination.flag === 'not-comparable' ? mapReasonText(destination.reason, namesOn(words)) : null,
    shareSources: destination.flag === 'apportioned' ? shareSourcesOf(register, source.unit, to.day) : [],
    targets: units.map(({ unit, share }) => {
      const shown = lines.filter((line) => mayBePublic(line, unit))
      return { unit, share, lines: mapLines(shown, figuresOnMap(view, unit.unit, shown), null, words) }
    }),
  }
}

/** What the shares rest on, over every event between a unit and a day. */
export function shareSourcesOf(register: Register, unit: UnitId, day: LocalDate): string[] {
  const { before, after } = ancestryOf(register, unit)
  const links = [...after.filter(({ by }) => by.on <= day), ...before.filter(({ by }) => by.on > day)]
  return [
    ...new Set(links.flatMap(({ shareSource, extent }) => (extent === 'part' && shareSource ? [shareSource] : []))),
  ]
}
