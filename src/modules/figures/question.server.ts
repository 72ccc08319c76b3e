import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { refused, type Outcome } from '#kernel/outcome.ts'
import { periodKey, periodTitle, type Period } from '#kernel/period.ts'
import type { Register } from '#modules/territory/register.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Tx } from '#platform/database.ts'
import { mostCells, type Measure, type QuestionMap } from './cube-question.ts'
import { measuresAsked } from './question-measures.server.ts'
import { periodsAsked } from './question-periods.ts'
import type { AskedRefusal } from './question-refusal.ts'
import { unitsAsked, type AskedUnit } from './question-units.ts'
import type { ResolvedQuestion } from './question-resolved.ts'
import type { AskedQuestion } from './question.ts'

/** Whose question it is: a unit's own, or, null, anybody's. */
export type QuestionOwner = { unit: UnitId; province: UnitId } | null

/**
 * Looks up what a question names. Its size is known before any of its cells is, so that a question of a million cells costs no
 * more than counting them.
 */
export async function resolveQuestion(
  tx: Tx,
  register: Register,
  asked: AskedQuestion,
  now: Date,
  owner: QuestionOwner,
): Promise<Outcome<ResolvedQuestion, AskedRefusal>> {
  const today = dayInVietnam(now)
  const time = periodsAsked(asked, today)
  if ('refusal' in time) return refused(time.refusal)
  const { periods } = time
  const map: QuestionMap =
    asked.map === 'reported' ? { kind: 'reported' } : { kind: 'day', day: asked.map === 'today' ? today : asked.map }
  const territory = unitsAsked(register, asked, { map, periods, today }, owner?.unit ?? null)
  if ('refusal' in territory) return refused(territory.refusal)
  const { units } = territory
  const cells = asked.indicators.length * units.length * periods.length
  if (cells > mostCells) return refused({ code: 'too-many-cells', cells, most: mostCells })
  const on = periods.at(-1)?.to ?? today
  const measures = await measuresAsked(tx, asked.indicators, on, owner, asked.by.includes('part'))
  return measures.ok ? resolved(asked, measures.value, units, periods, map, owner) : measures
}

function resolved(
  asked: AskedQuestion,
  measures: readonly Measure[],
  units: readonly AskedUnit[],
  periods: readonly Period[],
  map: QuestionMap,
  owner: QuestionOwner,
): Outcome<ResolvedQuestion, AskedRefusal> {
  if (measures.length === 0) return refused({ code: 'nothing-asked', of: 'measures' })
  // Parts are only known now; before them the question was small enough already.
  const cells = measures.length * units.length * periods.length
  if (cells > mostCells) return refused({ code: 'too-many-cells', cells, most: mostCells })
  return {
    ok: true,
    value: {
      measures,
      units: units.map(({ unit }) => unit),
      periods,
      map,
      counts: asked.counts ?? (owner === null ? 'published' : 'accepted'),
      from: asked.from,
      labels: {
        units,
        periods: periods.map((period) => ({ key: periodKey(period), title: periodTitle(period) })),
        map: map.kind === 'reported' ? 'như đã báo cáo' : `trên bản đồ ngày ${formatDay(map.day)}`,
      },
    },
  }
}
