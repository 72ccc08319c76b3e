import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import { done, forbidden, type Outcome } from '#kernel/outcome.ts'
import { yearOf, type Period } from '#kernel/period.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { Cube } from '#modules/figures/cube.server.ts'
import type { QuestionRefusal } from '#modules/figures/cube-question.ts'
import { cellKey, parseCellKey } from '#modules/figures/indicator.ts'
import type { Target } from '#modules/figures/target.ts'
import { readMeasures } from '#modules/figures/measures.server.ts'
import { targetsOf } from '#modules/figures/target-queries.server.ts'
import { againstTarget } from '#modules/figures/reached.ts'
import { periodChoice } from '#modules/reporting/period-choice-queries.server.ts'
import { linesOn, periodStanding } from '#modules/reporting/period-standing-queries.server.ts'
import { tallyOf, type PeriodStanding } from '#modules/reporting/period-standing.ts'
import { cellOf, currentTemplate, type TemplateLine } from '#modules/reporting/report.ts'
import { askFigures, type BriefAnswers } from './asking.server.ts'
import { besideOf, reserveOf } from './beside.ts'
import type { BriefFigure, BriefMeasure } from './brief.ts'
import { contributionsTo } from './changes.ts'
import type { Brief, OddPlace } from './facts.ts'
import { remarksOn } from './gentle.ts'
import { briefMeasure } from './measure.ts'
import { countsOf, seriesOf } from './odd-numbers.ts'
import { besidePeriods } from './periods.ts'
import { mayChooseFigures, maySeeBrief } from './policy.ts'
import { readChoice } from './store.server.ts'
import { strangeNumbers } from './strange.ts'

/** The strangest few are told; the others are seen where each report is reviewed. */
const mostStrange = 12
const mostContributors = 3

/** One page of what a leader should know of a period: of their province, or of their commune. */
export async function briefPage(ctx: Ctx, cube: Cube, period: Period): Promise<Outcome<Brief, QuestionRefusal>> {
  if (!maySeeBrief(ctx.actor)) return forbidden()
  const standing = await periodStanding(ctx, period)
  if (!standing.ok) return standing
  const { book } = await periodChoice(ctx)
  const { chosen, isOwnChoice, all } = await measuresFor(ctx, standing.value)
  const beside = besidePeriods(period, book)
  const asked = await askFigures(cube, ctx.actor, { measures: all, chosen, beside, period, standing: standing.value })
  if (!asked.ok) return asked
  const targets = await targetsFor(ctx, standing.value, chosen)
  return done(briefOf(standing.value, asked.value, { chosen, targets }, { isOwnChoice, asOf: ctx.now }))
}

/** The figures that stand in a unit's brief, and those that could. */
export type BriefChoice = {
  chosen: { key: string; name: string; unitOfCount: string }[]
  others: { section: string; lines: { key: string; name: string; unitOfCount: string }[] }[]
  isOwnChoice: boolean
}

export async function briefChoice(ctx: Ctx): Promise<Outcome<BriefChoice>> {
  if (!mayChooseFigures(ctx.actor)) return forbidden()
  const { province, unit } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const today = dayInVietnam(ctx.now)
    const choice = await readChoice(tx, { province, unit }, currentTemplate)
    const lines = await linesOn(tx, today)
    const keys = [...new Set([...choice.cells, ...lines.map((line) => cellKey(cellOf(line)))])]
    const measures = await readMeasures(tx, keys, today, { province })
    const named = new Map(measures.ok ? measures.value.map((one) => [one.key, one]) : [])
    const sayOf = (key: string) => ({
      key,
      name: named.get(key)?.name ?? key,
      unitOfCount: named.get(key)?.unitOfCount ?? '',
    })
    const left = lines.filter((line) => !choice.cells.includes(cellKey(cellOf(line))))
    return done({
      chosen: choice.cells.map(sayOf),
      others: [...Map.groupBy(left, (line) => line.section)].map(([section, inSection]) => ({
        section,
        lines: inSection.map((line) => sayOf(cellKey(cellOf(line)))),
      })),
      isOwnChoice: choice.isOwn,
    })
  })
}

/** The targets of the unit for this period, and for the year it is part of. */
async function targetsFor(
  ctx: Ctx,
  { unit, period }: PeriodStanding,
  chosen: readonly BriefMeasure[],
): Promise<Target[]> {
  const cells = chosen.map(({ measure }) => parseCellKey(measure.key))
  const year = yearOf(partsOf(period.to).year)
  const periods = isSame(year, period) ? [period] : [period, year]
  return inScope(ctx.db, scopeOf(ctx.actor), (tx) => targetsOf(tx, [unit.unit], cells, periods))
}

function isSame(one: Period, other: Period): boolean {
  return one.from === other.from && one.to === other.to
}

type Measures = { chosen: BriefMeasure[]; isOwnChoice: boolean; all: BriefMeasure[] }

/** The chosen figures, and every line of the period's template; what neither template has is left out. */
async function measuresFor(ctx: Ctx, { template, period }: PeriodStanding): Promise<Measures> {
  const { province, unit } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const choice = await readChoice(tx, { province, unit }, currentTemplate)
    const lines = [...template.lines, ...(await linesOn(tx, dayInVietnam(ctx.now)))]
    const byKey = new Map(lines.toReversed().map((line) => [cellKey(cellOf(line)), line]))
    const wanted = [...new Set([...choice.cells, ...template.lines.map((line) => cellKey(cellOf(line)))])]
    const known = wanted.filter((key) => byKey.has(key))
    const measures = await readMeasures(tx, known, period.to, { province })
    const all = measures.ok ? measures.value.flatMap((measure) => withLine(byKey.get(measure.key), measure)) : []
    const chosen = choice.cells.flatMap((key) => all.find((one) => one.measure.key === key) ?? [])
    return { chosen, isOwnChoice: choice.isOwn, all }
  })
}

function withLine(line: TemplateLine | undefined, measure: BriefMeasure['measure']): BriefMeasure[] {
  return line ? [briefMeasure(measure, line.indicator)] : []
}

function briefOf(
  standing: PeriodStanding,
  answers: BriefAnswers,
  { chosen, targets }: { chosen: readonly BriefMeasure[]; targets: readonly Target[] },
  { isOwnChoice, asOf }: Pick<Brief, 'isOwnChoice' | 'asOf'>,
): Brief {
  const figures = chosen.map((of) => figureOf(of, answers, standing.period, targets))
  const tally = tallyOf(standing.reports)
  const [counted, expected] = [tally.counted.length, standing.reports.length]
  return {
    ...{ unit: standing.unit, period: standing.period, asOf, figures, isOwnChoice, standing },
    changes: answers.changes.map((change) => ({
      change,
      made: contributionsTo(change, answers.unitsOf(change), mostContributors),
    })),
    ...oddOf(standing, answers),
    reserve: reserveOf(figures, { counted, expected, waiting: tally.waiting.length }),
    nameOf: new Map(standing.reports.map(({ unit }) => [unit.unit, unit.name])),
  }
}

function figureOf(
  of: BriefMeasure,
  { now, then, beside }: BriefAnswers,
  period: Period,
  targets: readonly Target[],
): BriefFigure {
  const here = now(of)
  const at = (one: Period | null) => one && besideOf(of, one, then(of, one), here)
  const line = beside.past.slice(0, 7).toReversed()
  return {
    ...{ of, now: here, before: at(beside.before), lastYear: at(beside.lastYear) },
    targets: targets
      .filter(({ cell }) => cellKey(cell) === of.measure.key)
      .map((target) => ({ target, reached: isSame(target.period, period) ? againstTarget(target, here) : null })),
    line: [...line.map((one) => ({ period: one, cell: then(of, one) })), { period, cell: here }],
  }
}

function oddOf({ reports }: PeriodStanding, { cells, flows }: BriefAnswers): Pick<Brief, 'strange' | 'remarks'> {
  const placeOf = (at: number): OddPlace[] => {
    const one = reports[at]
    return one ? [{ unit: one.unit, report: one.report }] : []
  }
  return {
    strange: strangeNumbers(seriesOf(cells), mostStrange).flatMap((strange) => {
      const of = flows[strange.measure]
      return of ? placeOf(strange.unit).map((place) => ({ ...place, strange, of })) : []
    }),
    remarks: remarksOn(countsOf(cells)).flatMap((remark) =>
      placeOf(remark.unit).map((place) => ({ ...place, remark })),
    ),
  }
}
