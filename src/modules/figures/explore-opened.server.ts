import { done, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { inScope } from '#platform/database.ts'
import type { CubeCell, CubeOpened } from './cube-answer.ts'
import type { CubeQuestion, Measure } from './cube-question.ts'
import { askCube, openCell } from './cube.server.ts'
import { namesIn, scopeFor, sentenceOf, type ExploreGround, type Exploring } from './explore.server.ts'
import { cellsOf } from './expression.ts'
import { writeExpression } from './expression-text.ts'
import { cellKey } from './indicator.ts'
import type { AskedRefusal } from './question-refusal.ts'
import { resolveQuestion } from './question.server.ts'
import type { AskedQuestion } from './question.ts'

/** One number of an answer with all that it is made of (một số mở ra). */
export type OpenedNumber = {
  sentence: string
  measure: Measure
  unit: UnitId
  unitCode: string
  question: CubeQuestion
  opened: CubeOpened
  /** The formula with the number of each cell in it; null for a number that is one cell. */
  arithmetic: { formula: string; terms: readonly { measure: Measure; cell: CubeCell }[] } | null
  nameOf(unit: UnitId): string
}

/** Opens the one number that a question asks for; a question of several is no number. */
export async function openNumber(
  exploring: Exploring,
  { register }: ExploreGround,
  asked: AskedQuestion,
): Promise<Outcome<OpenedNumber, AskedRefusal>> {
  const { db, cube, reader, now } = exploring
  const owner = reader.kind === 'officer' ? { unit: reader.actor.unit, province: reader.actor.province } : null
  const found = await inScope(db, scopeFor(reader), async (tx) => {
    const resolved = await resolveQuestion(tx, register, asked, now, owner)
    const [measure, ...more] = resolved.ok ? resolved.value.measures : []
    if (!resolved.ok || !measure || more.length > 0) return { resolved, terms: null }
    const keys = measure.expression.kind === 'cell' ? [] : cellsOf(measure.expression).map(cellKey)
    const indicators = [...new Set(keys)]
    const terms =
      indicators.length > 0 ? await resolveQuestion(tx, register, { ...asked, indicators }, now, owner) : null
    return { resolved, terms }
  })
  if (!found.resolved.ok) return found.resolved
  const question = found.resolved.value
  const [measure] = question.measures
  const [unit] = question.units
  const isOne = question.measures.length === 1 && question.units.length === 1 && question.periods.length === 1
  if (!isOne || !measure || unit === undefined) return notFound()
  const opened = await openCell(cube, reader, question, { measure: 0, unit: 0, period: 0 })
  if (!opened.ok) return opened.kind === 'refused' ? refused(opened.refusal) : opened
  const terms = found.terms?.ok ? await askCube(cube, reader, found.terms.value) : null
  const nameOf = namesIn(register, question)
  return done({
    sentence: sentenceOf(asked, question, new Set(), nameOf),
    measure,
    unit,
    unitCode: question.labels.units[0]?.code ?? '',
    question,
    opened: opened.value,
    arithmetic: terms?.ok
      ? {
          formula: writeExpression(measure.expression, 'words'),
          terms: terms.value.question.measures.map((one, at) => ({ measure: one, cell: terms.value.cell(at, 0, 0) })),
        }
      : null,
    nameOf,
  })
}
