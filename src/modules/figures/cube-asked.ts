import { done, refused, type Outcome } from '#kernel/outcome.ts'
import { wholeCountry } from './cube-country.ts'
import { layoutOn } from './cube-layout.ts'
import { periodsBehind } from './cube-layer.ts'
import { bookKey, yearOfDay, type Definition, type Memory } from './cube-memory.ts'
import { cellsRead, planOf, type Plan } from './cube-plan.ts'
import { mostCells, mostSteps, type CubeQuestion, type Measure, type QuestionRefusal } from './cube-question.ts'
import { leastsOf } from './cube-rights-by-place.ts'
import type { Reader } from './cube-rights.ts'
import type { Derived } from './cube-views.ts'
import { cellsOf, countParts } from './expression.ts'
import { cellKey } from './indicator.ts'

/** What a question comes to once its words are known: how each measure is worked out, and what has to be read for it. */
export type Asked = { plans: readonly Plan[]; years: readonly number[]; books: readonly BookNeeded[] }

export type BookNeeded = { code: string; year: number }

/** What can be refused before anything is read. */
export function refusalOf({ measures, units, periods }: CubeQuestion): QuestionRefusal | null {
  for (const [of, asked] of Object.entries({ measures, units, periods })) {
    if (asked.length === 0) return { code: 'nothing-asked', of: of as 'measures' | 'units' | 'periods' }
  }
  const cells = measures.length * units.length * periods.length
  if (cells > mostCells) return { code: 'too-many-cells', cells, most: mostCells }
  const parts = measures.reduce((sum, { expression }) => sum + countParts(expression), 0)
  const steps = parts * units.length * periods.length
  return steps > mostSteps ? { code: 'too-many-steps', steps, most: mostSteps } : null
}

/** Reads a question by the definitions and the register of the moment, and cuts it to its reader. */
export function readAgainst(
  memory: Memory,
  derived: Pick<Derived, 'leasts'>,
  reader: Reader,
  question: CubeQuestion,
): Outcome<Asked, QuestionRefusal> {
  const { register, definitions } = memory
  const lost = question.units.find((unit) => unit !== wholeCountry && !register.placeOf.has(unit))
  if (lost !== undefined) return refused({ code: 'unknown-unit', given: lost })
  if (question.map.kind === 'day' && question.map.day < register.begins) {
    return refused({ code: 'before-register', begins: register.begins })
  }
  const plans: Plan[] = []
  for (const measure of question.measures) {
    const plan = planFor(definitions.byCode, measure)
    if (!plan.ok) return plan
    const hidden = cellsRead(plan.value).find(({ code }) => !maySeeAny(memory, derived, reader, question, code))
    if (hidden) return refused({ code: 'may-not-see', given: hidden.code })
    plans.push(plan.value)
  }
  return done({ plans, ...needsOf(question, plans) })
}

function planFor(byCode: Memory['definitions']['byCode'], measure: Measure): Outcome<Plan, QuestionRefusal> {
  const definitionOf = (code: string): Definition | undefined => byCode.get(code)?.at(-1)
  const named = cellsOf(measure.expression)
  const behind = named.flatMap(({ code }) => {
    const definition = definitionOf(code)
    return definition?.overTerritory === 'ratio-of-sums' ? [...definition.numerator, ...definition.denominator] : []
  })
  const unknown = [...named.map(({ code }) => code), ...behind].find((code) => !byCode.has(code))
  if (unknown !== undefined) return refused({ code: 'unknown-indicator', given: unknown })
  for (const cell of named) {
    const parts = new Set((byCode.get(cell.code) ?? []).flatMap((one) => one.parts))
    if (cell.dimension === '' || parts.has(cell.dimension)) continue
    return refused({ code: 'unknown-part', given: cellKey(cell), parts: [...parts] })
  }
  return done(
    planOf(measure, (code) => {
      const definition = definitionOf(code)
      if (!definition) throw new Error(`An indicator was not refused: ${code}`)
      return definition
    }),
  )
}

/** Whether there is anybody whose figures of the indicator this reader may see. */
function maySeeAny(
  memory: Memory,
  { leasts }: Pick<Derived, 'leasts'>,
  reader: Reader,
  question: CubeQuestion,
  code: string,
): boolean {
  const definitions = memory.definitions.byCode.get(code) ?? []
  return question.periods.some(({ to }) => {
    const layout = layoutOn(memory.register, to, memory.layouts)
    return definitions.some((one) => leastsOf(leasts, layout, reader, one, question.counts).seesAnything)
  })
}

function needsOf({ periods }: CubeQuestion, plans: readonly Plan[]): Pick<Asked, 'years' | 'books'> {
  const years = [...new Set(periods.flatMap(periodsBehind).map(({ to }) => yearOfDay(to)))]
  const codes = [...new Set(plans.flatMap(cellsRead).map(({ code }) => code))]
  return { years, books: codes.flatMap((code) => years.map((year) => ({ code, year }))) }
}

/** What of it is not kept, or not yet brought up to the memory's own clocks. */
export function notReady(memory: Memory, { years, books }: Asked): { years: number[]; books: BookNeeded[] } {
  return {
    years: years.filter((year) => memory.years.get(year)?.clocks !== null),
    books: books.filter(({ code, year }) => memory.books.get(bookKey(code, year))?.clocks !== null),
  }
}
