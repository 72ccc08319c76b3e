import { localDate } from '#kernel/local-date.ts'
import { periodBetween, periodKey, previousPeriod, type Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { EarlierFigures } from '#modules/figures/check-input.ts'
import { rulesInForce } from '#modules/figures/check-rule-rows.server.ts'
import { needsPeers } from '#modules/figures/checks-among-peers.ts'
import { earlierPeriods, periodsBefore } from '#modules/figures/checks-over-time.ts'
import { countsOf } from '#modules/figures/counted-by.server.ts'
import { figuresOfPeriods, sumOver } from '#modules/figures/counted-figures.server.ts'
import type { Counted } from '#modules/figures/counted-by.ts'
import type { FigureValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { rollUp, type CellSum, type RolledUp } from '#modules/figures/rollup.ts'
import { communesInForce, divisorOn, lastBreaks, unitWithin } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { checkLine, contentFrom, type Ingredients } from './content-from.ts'
import { gapCandidates } from './gap-candidates.server.ts'
import type { ReportContent, UnitInSum } from './content.ts'
import { correctionsOf } from './count-correction-store.server.ts'
import { figuresSeen, heldElsewhere } from './held-cells.server.ts'
import { countedStatuses } from './lifecycle.ts'
import type { LiveGround } from './live-checks.ts'
import { liveGround } from './live-ground.ts'
import { narrativeSections } from './narrative-section.ts'
import { narrativeGround } from './narrative-facts.server.ts'
import { printed, type CountedValue, type NarrativeGround } from './narrative-facts.ts'
import { standingProse, type SectionVersion } from './narrative-store.server.ts'
import { citationsIn, paragraphsOfSection, type CitationView } from './narrative.ts'
import { cellOf, type Report, type Template, type TemplateCode } from './report.ts'
import { peerFigures } from './peer-figures.server.ts'
import { explanationsOf } from './question-store.server.ts'
import { figureSetOf } from './store.server.ts'
import { linesByCell, readTemplate, templateOn, versionsOf } from './template-version-store.server.ts'
import { unitListOf } from './unit-list-queries.server.ts'

/** The sums of a province for one period: what was accepted, over the communes in force on its last day. */
export type ProvinceSums = {
  figures: Map<string, RolledUp>
  communes: UnitVersion[]
  countedUnits: UnitId[]
}

/** Counted live from accepted reports, so that it is exact at the next request after an acceptance. */
export async function sumProvince(
  tx: Tx,
  province: UnitId,
  template: Template,
  period: Period,
  within?: UnitId[],
): Promise<ProvinceSums> {
  const all = await communesInForce(tx, province, period.to)
  const communes = within ? all.filter((commune) => within.includes(commune.unit)) : all
  const countedUnits = await acceptedUnits(
    tx,
    province,
    template.code,
    period,
    communes.map((commune) => commune.unit),
  )
  const set = { province, from: period.from, to: period.to }
  const sums = await sumOver(tx, set, countedUnits)
  const sumsOfKind = new Map<string, CellSum[]>()
  for (const kind of kindsThatDivide(template)) {
    const ofKind = communes.filter((commune) => commune.kind === kind && countedUnits.includes(commune.unit))
    sumsOfKind.set(
      kind,
      await sumOver(
        tx,
        set,
        ofKind.map((commune) => commune.unit),
      ),
    )
  }
  return { figures: rollUp(template.lines, sums, sumsOfKind), communes, countedUnits }
}

function kindsThatDivide(template: Template): Set<string> {
  return new Set(template.lines.map((line) => line.indicator.denominatorKind).filter((kind) => kind !== null))
}

async function acceptedUnits(
  tx: Tx,
  province: UnitId,
  template: TemplateCode,
  period: Period,
  units: UnitId[],
): Promise<UnitId[]> {
  if (units.length === 0) return []
  const rows = await tx
    .selectFrom('report')
    .select('unit_id')
    .where('province_id', '=', province)
    .where('template_version', 'in', versionsOf(tx, template))
    .where('period_from', '=', period.from)
    .where('period_to', '=', period.to)
    .where('status', 'in', [...countedStatuses])
    // Figures published elsewhere were never reviewed here.
    .where('origin', '=', 'entered')
    .where('unit_id', 'in', units)
    .execute()
  return rows.map((row) => row.unit_id as UnitId)
}

/** What a report is put together from beside the ledger of other units and periods. */
export type OwnIngredients = Required<Pick<Ingredients, 'typed' | 'counted' | 'corrections' | 'explanations'>>

/** Everything a report says now, from the ledger: figures, sums, last period, findings with their explanations. */
export async function assemble(tx: Tx, report: Report): Promise<ReportContent> {
  return (await assembleToType(tx, report)).content
}

/** The same for the page it is typed in, with what that page needs to work sums out again by itself. */
export async function assembleToType(tx: Tx, report: Report): Promise<{ content: ReportContent; ground: LiveGround }> {
  const template = await readTemplate(tx, report.template)
  if (!template) throw new Error(`Report ${report.id} has lost its template`)
  return assembleBoth(tx, report, {
    typed: await figuresSeen(tx, report),
    counted: await countedIn(tx, report, template),
    corrections: await correctionsOf(tx, report),
    explanations: await explanationsOf(tx, report),
  })
}

/** The same with other numbers of its own than the ledger has: what an amendment would make of it. */
export async function assembleFrom(tx: Tx, report: Report, own: OwnIngredients): Promise<ReportContent> {
  return (await assembleBoth(tx, report, own)).content
}

async function assembleBoth(
  tx: Tx,
  report: Report,
  own: OwnIngredients,
): Promise<{ content: ReportContent; ground: LiveGround }> {
  const template = await readTemplate(tx, report.template)
  const unit = await unitWithin(tx, report.unit, report.period)
  const province = await unitWithin(tx, report.province, report.period)
  if (!template || !unit || !province) throw new Error(`Report ${report.id} belongs to a unit or template that is gone`)
  const sums =
    report.origin === 'entered' && unit.level === 'province'
      ? await sumProvince(tx, report.province, template, report.period)
      : null
  const { earlier, history } = await acceptedBefore(tx, report, template)
  const rules = await rulesInForce(tx, report.province, report.period.to)
  const given: Ingredients = {
    report,
    template,
    unit,
    provinceName: province.name,
    ...own,
    sums: sums && {
      ...{ figures: sums.figures, expected: sums.communes.length, counted: sums.countedUnits.length },
      candidates: await gapCandidates(tx, report, template, sums, own.typed),
    },
    previous: await previousFigures(tx, report, unit, template),
    divisor: sums ? null : await divisorOn(tx, unit, report.period.to),
    earlier: report.origin === 'entered' ? earlier : null,
    history,
    peers: needsPeers(rules, { lines: template.lines.map(checkLine), history, figures: own.typed })
      ? await peerFigures(tx, report, unit, template)
      : null,
    rules,
  }
  const content = contentFrom(given)
  const ground = liveGround(given)
  const prose = await proseOf(tx, { report, template, unit, content })
  if (!sums) return { ground, content: { ...content, ...prose } }
  const unitList = await unitListOf(tx, report, template.code, sums.communes)
  return {
    ground,
    content: { ...content, ...prose, unitList, units: content.units && unitsWith(content.units, unitList) },
  }
}

/** The number of amended ones is said to everybody; which they are, only inside. */
function unitsWith(units: NonNullable<ReportContent['units']>, list: readonly UnitInSum[]): ReportContent['units'] {
  const amended = list.filter((one) => one.amended !== undefined).length
  return amended === 0 ? units : { ...units, amended }
}

type Assembled = { report: Report; template: Template; unit: UnitVersion; content: ReportContent }

/** The words of a report, with the numbers that they cite as these stand now. */
async function proseOf(tx: Tx, assembled: Assembled): Promise<Pick<ReportContent, 'prose'>> {
  const { report, template } = assembled
  const written = report.origin === 'entered' ? await standingProse(tx, report) : new Map<string, SectionVersion>()
  if (written.size === 0) return {}
  const views = new Set([...written.values()].flatMap(({ prose }) => citationsIn(prose)).map(({ view }) => view))
  const ground = await groundOf(tx, assembled, views)
  return {
    prose: narrativeSections(template).flatMap((section) =>
      paragraphsOfSection(section, written.get(section.code)?.prose ?? [], (cited) => printed(ground, cited).text),
    ),
  }
}

/** What the words of a report may cite, from the figures as they stand now. */
export function groundOf(
  tx: Tx,
  { report, template, unit, content }: Assembled,
  views: ReadonlySet<CitationView>,
): Promise<NarrativeGround> {
  const acceptedFor = (period: Period) => countedFor(tx, report, template, unit, period)
  return narrativeGround(tx, { report, template, unit, content, acceptedFor }, views)
}

/** What was accepted for another period of the same unit, with how many units are in each number; null when nothing was. */
export async function countedFor(
  tx: Tx,
  report: Report,
  template: Template,
  unit: UnitVersion,
  period: Period,
): Promise<Map<string, CountedValue> | null> {
  const then = await templateOn(tx, template.code, period.to)
  if (!then) return null
  const definitions = new Map(then.lines.map((line) => [cellKey(cellOf(line)), line.indicator.id]))
  const counted = await acceptedUnits(tx, report.province, template.code, period, [report.unit])
  const own = counted.length > 0 ? await figuresOfPeriods(tx, figureSetOf(report), [period]) : null
  const values = new Map(
    [...(own?.get(periodKey(period)) ?? [])].map(([key, { value }]): [string, CountedValue] => [
      key,
      { value, counted: 1, expected: 1, indicator: definitions.get(key) ?? null },
    ]),
  )
  if (unit.level !== 'province') return counted.length > 0 ? values : null
  const { figures, communes } = await sumProvince(tx, report.province, then, period)
  for (const [key, { value, unitsCounted }] of figures) {
    const indicator = definitions.get(key) ?? null
    if (unitsCounted > 0) values.set(key, { value, counted: unitsCounted, expected: communes.length, indicator })
  }
  return values.size > 0 ? values : null
}

/**
 * The accepted figures of the same unit: of the periods this one is checked against, and of those of its own kind before it.
 * A province's are those it typed.
 */
async function acceptedBefore(
  tx: Tx,
  report: Report,
  template: Template,
): Promise<{ earlier: EarlierFigures[]; history: EarlierFigures[] }> {
  if (report.origin !== 'entered') return { earlier: [], history: [] }
  const checked = earlierPeriods(report.period)
  const kept = periodsBefore(report.period)
  const accepted = await acceptedPeriods(tx, report, template, [...checked, ...kept])
  const figures = await figuresOfPeriods(tx, figureSetOf(report), accepted)
  const all = accepted.map((period) => ({ period, figures: figures.get(periodKey(period)) ?? new Map() }))
  const among = (some: readonly Period[]): EarlierFigures[] =>
    some.flatMap((one) => all.filter(({ period }) => periodKey(period) === periodKey(one)))
  const since = (await lastBreaks(tx, [report.unit], report.period.to)).get(report.unit)
  return { earlier: among(checked), history: among(kept).filter(({ period }) => !since || period.from >= since) }
}

async function acceptedPeriods(tx: Tx, report: Report, template: Template, periods: Period[]): Promise<Period[]> {
  const rows = await tx
    .selectFrom('report')
    .select(['period_from as from', 'period_to as to'])
    .where('province_id', '=', report.province)
    .where('unit_id', '=', report.unit)
    .where('template_version', 'in', versionsOf(tx, template.code))
    .where('status', 'in', [...countedStatuses])
    .where('origin', '=', 'entered')
    .where((eb) =>
      eb.or(periods.map(({ from, to }) => eb.and([eb('period_from', '=', from), eb('period_to', '=', to)]))),
    )
    .execute()
  return rows.map(({ from, to }) => periodBetween(localDate(from), localDate(to)))
}

/** What the unit's registers come to in the cells that its report carries; figures published elsewhere were counted there. */
export async function countedIn(tx: Tx, report: Report, template: Template): Promise<Map<string, Counted>> {
  if (report.origin !== 'entered') return new Map()
  const lines = linesByCell(template)
  const held = await heldElsewhere(tx, report)
  // What another report handed in stands as it was handed in, whatever the registers have come to since.
  const isFixed = (key: string): boolean => held.get(key)?.isOpen === false
  return new Map([...(await countsOf(tx, figureSetOf(report)))].filter(([key]) => lines.has(key) && !isFixed(key)))
}

async function previousFigures(
  tx: Tx,
  report: Report,
  unit: UnitVersion,
  template: Template,
): Promise<Map<string, FigureValue> | null> {
  const period = previousPeriod(report.period)
  if (!period || report.origin !== 'entered') return null
  if (unit.level === 'province') {
    const sums = await sumProvince(tx, report.province, template, period)
    return new Map([...sums.figures].map(([key, rolled]) => [key, rolled.value]))
  }
  // Only what was accepted: a draft of last quarter is nobody's business, and this is printed beside the new figures.
  const counted = await acceptedUnits(tx, report.province, template.code, period, [report.unit])
  if (counted.length === 0) return null
  const figures = await figuresOfPeriods(tx, figureSetOf(report), [period])
  return new Map([...(figures.get(periodKey(period)) ?? [])].map(([key, figure]) => [key, figure.value]))
}
