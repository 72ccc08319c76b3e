import type { LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { changesBetween } from '#modules/figures/indicators.server.ts'
import type { MapFigure, UnitFigures } from '#modules/figures/map-figure.ts'
import { figuresOnMap, mapView } from '#modules/figures/map-view.ts'
import { answersFor } from '#modules/territory/answering.ts'
import { destinationOf, sourcesOf } from '#modules/territory/rebase.ts'
import { dayKnown, lastVersionOf, unitAt, unitByCode, type Register } from '#modules/territory/register.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import type { RegisterVersion, UnitId } from '#modules/territory/unit.ts'
import { mayBePublic } from './content-from.ts'
import { comparedWith, mapDay, readMapChoice, type MapChoice } from './map-choice.ts'
import { familyOf } from './map-family.ts'
import { mapLines, reportedLines, type MapLine, type MapWords, type ReportedLine } from './map-lines.ts'
import { periodsPublished, publishedFigures } from './map-sources.server.ts'
import { figureAnchor, publicPath } from './public-path.ts'
import { currentTemplate, type ReportId, type TemplateLine } from './report.ts'
import { templateOn } from './template-version-store.server.ts'

/** What the address of a unit's figures asks for, as typed. */
export type AskedMap = { code: string; period: Period | null; map: string | null }

/** The figures of a unit for a period, in one of the three views. */
export type UnitMapPage = {
  register: Register
  /** As it stands today or was last known. */
  unit: RegisterVersion
  periods: { period: Period; reports: number }[]
  period: Period | null
  choice: MapChoice
  typed: string
  error: string | null
  /** The unit as it stood on the map's day; null where the map has no such unit. */
  onMap: RegisterVersion | null
  /** Who holds its area on that map, where it does not stand on it. */
  heirs: readonly RegisterVersion[]
  /** The units it was made of at the end of the period, or on the register's first day. */
  madeOf: readonly RegisterVersion[]
  sources: readonly UnitFigures[]
  compared: Period | null
  lines: MapLine[]
  /** As reported: each unit's own numbers, by line. */
  reported: ReportedLine[]
}

/** Public: everything published for a period by units whose area lies in this one, read as the reader asks. */
export async function unitMapPage(db: Db, asked: AskedMap, today: LocalDate): Promise<UnitMapPage | null> {
  return inScope(db, { reach: 'public' }, async (tx) => {
    const register = await currentRegister(tx)
    const id = unitByCode(register, asked.code)
    const unit = id && (unitAt(register, id, today) ?? lastVersionOf(register, id))
    if (!id || !unit) return null
    const family = familyOf(register, id)
    const periods = await periodsPublished(tx, family)
    const period = asked.period ?? periods[0]?.period ?? null
    const usual: MapChoice = unitAt(register, id, today) ? { kind: 'today' } : { kind: 'reported' }
    const read = readMapChoice(asked.map, usual, register)
    const day = mapDay(read.choice, today) ?? dayOf(register, id, today)
    const onMap = unitAt(register, id, day)
    const page = { register, unit, periods, period, ...read, onMap, heirs: heirsOf(register, id, day, onMap) }
    if (!period) return { ...page, madeOf: [], sources: [], compared: null, lines: [], reported: [] }
    return { ...page, ...(await figuresFor(tx, { register, id, family, period, day, today, choice: read.choice })) }
  })
}

/** A day on which a unit stood: today, its last one, or its first one where it is still to come. */
function dayOf(register: Register, unit: UnitId, today: LocalDate): LocalDate {
  const last = lastVersionOf(register, unit)
  if (unitAt(register, unit, today)) return today
  return (last?.until && last.until < today ? last.until : last?.from) ?? today
}

function heirsOf(
  register: Register,
  unit: UnitId,
  day: LocalDate,
  onMap: RegisterVersion | null,
): readonly RegisterVersion[] {
  if (onMap) return []
  const level = lastVersionOf(register, unit)?.level ?? 'province'
  const alike = sourcesOf(register, unit, { day, level })
  if (alike.length > 0) return alike
  const { provinces, communes } = answersFor(register, unit, day)
  return level === 'commune' ? communes : provinces
}

type Wanted = {
  register: Register
  id: UnitId
  family: ReadonlySet<UnitId>
  period: Period
  day: LocalDate
  today: LocalDate
  choice: MapChoice
}

async function figuresFor(
  tx: Tx,
  wanted: Wanted,
): Promise<Pick<UnitMapPage, 'madeOf' | 'sources' | 'compared' | 'lines' | 'reported'>> {
  const { register, id, family, period, day, today } = wanted
  const template = await templateOn(tx, currentTemplate, period.to)
  const level = lastVersionOf(register, id)?.level ?? 'province'
  const madeOf = sourcesOf(register, id, { day: dayKnown(register, period.to), level })
  const all = await publishedFigures(tx, register, family, period)
  const sources = all.filter((source) => isInside(register, source.unit, id, { day, level }))
  const target = unitAt(register, id, day)
  const words: MapWords = { register, today, hrefOf: hrefIn(register) }
  const none = { madeOf, sources, compared: null, lines: [], reported: [] }
  if (!target || !template) return none
  if (wanted.choice.kind === 'reported') return { ...none, reported: reportedLines(template.lines, sources, words) }
  const lines = template.lines.filter((line) => mayBePublic(line, target))
  const now = figuresOf(wanted, period, all, lines)
  const compared = comparedWith(register, period)
  const earlier = compared ? await publishedFigures(tx, register, family, compared) : []
  const before = compared && earlier.length > 0 ? figuresOf(wanted, compared, earlier, lines) : null
  const changes = compared && before ? await changesBetween(tx, compared.to, period.to) : undefined
  return { ...none, compared: before ? compared : null, lines: mapLines(lines, now, before, words, changes) }
}

/** Whether some of a unit's area lies in another on a map. */
function isInside(register: Register, unit: UnitId, target: UnitId, to: Parameters<typeof destinationOf>[2]): boolean {
  return destinationOf(register, unit, to).parts.some((part) => part.unit === target)
}

function figuresOf(
  { register, id, day }: Wanted,
  period: Period,
  sources: readonly UnitFigures[],
  lines: readonly TemplateLine[],
): Map<string, MapFigure> {
  const level = lastVersionOf(register, id)?.level ?? 'province'
  return figuresOnMap(mapView({ register, on: period.to, to: { day, level }, sources }), id, lines)
}

/** Where a part stands on the page of its report. */
export function hrefIn(register: Register): MapWords['hrefOf'] {
  return ({ unit, report }, key) => {
    const code = lastVersionOf(register, unit)?.code
    return code ? `${publicPath(code, report as ReportId)}#${figureAnchor(key)}` : null
  }
}
