import type { LocalDate } from '#kernel/local-date.ts'
import { done, refused, type Outcome } from '#kernel/outcome.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { CodeBook, NamedCode } from './code-book.ts'
import type { Measure } from './cube-question.ts'
import { cellsOf } from './expression.ts'
import { readExpression } from './expression-text.ts'
import { versionOn, type Formula } from './formula.ts'
import { formulasOf } from './formula-store.server.ts'
import { indicatorVersions } from './indicators.server.ts'
import { choicesOf, measureOf, searchChoices, type MeasureChoice, type MeasureRefusal } from './measures.ts'

/** Whose own formulas may be used; null for everybody's questions, which know none. */
export type FormulaOwner = { province: UnitId } | null

/**
 * Reads what is asked for as measures: codes (`F10`), parts (`K01:tập thể`), formulas as they are typed, and a province's own
 * formulas by their codes, each as it is defined on that day. The first text that names nothing refuses all of them.
 */
export async function readMeasures(
  tx: Tx,
  texts: readonly string[],
  on: LocalDate,
  owner: FormulaOwner,
): Promise<Outcome<Measure[], MeasureRefusal>> {
  const formulas = owner ? await formulasOf(tx, owner.province) : []
  const book = bookOf(await definitionsOn(tx, on), formulas, on)
  const measures: Measure[] = []
  for (const text of texts) {
    const reading = measureOf(text, book)
    if ('refusal' in reading) return refused(outOfTime(reading.refusal, formulas, on) ?? reading.refusal)
    measures.push(reading.measure)
  }
  return done(measures)
}

/** What a picker offers for some words: codes and names, without marks; a province's own formulas first. */
export async function searchMeasures(
  tx: Tx,
  words: string,
  on: LocalDate,
  owner: FormulaOwner,
  most = 20,
): Promise<MeasureChoice[]> {
  const formulas = owner ? await formulasOf(tx, owner.province) : []
  return searchChoices(choicesOf(bookOf(await definitionsOn(tx, on), formulas, on)), words, most)
}

/** Every indicator under its code, as it is defined on a day; one that has ended, or not begun, by its nearest definition. */
export async function definitionsOn(tx: Tx, on: LocalDate): Promise<NamedCode[]> {
  const versions = await indicatorVersions(tx)
  return [...versions.values()].flatMap((all) => {
    const begun = all.findLast(({ validFrom }) => validFrom === null || validFrom <= on) ?? all[0]
    return begun ? [{ kind: 'indicator' as const, indicator: begun.indicator, dimensions: begun.dimensions }] : []
  })
}

/** The words of all codes on a day; what cannot be read any more is left to its own page to say. */
export function bookOf(indicators: readonly NamedCode[], formulas: readonly Formula[], on: LocalDate): CodeBook {
  const own = formulas.flatMap((formula): NamedCode[] => {
    const version = versionOn(formula, on)
    const reading = version ? readExpression(version.text) : null
    return version && reading?.kind === 'expression'
      ? [{ kind: 'formula', code: formula.code, name: version.name, expression: reading.expression }]
      : []
  })
  return new Map(
    [...indicators, ...own].map((named) => [named.kind === 'formula' ? named.code : named.indicator.code, named]),
  )
}

/** A code that is unknown because its formula was retired, or begins later, is told so. */
export function outOfTime(refusal: MeasureRefusal, formulas: readonly Formula[], on: LocalDate): MeasureRefusal | null {
  if (refusal.code !== 'not-expanded' || refusal.fault.code !== 'unknown-code') return null
  const { given } = refusal.fault
  const formula = formulas.find(({ code }) => code === given)
  const [first] = formula?.versions ?? []
  if (!formula || !first) return null
  const { retired } = formula
  if (retired && retired.from <= on) {
    return { given: refusal.given, code: 'formula-retired', formula: formula.code, day: retired.from }
  }
  return { given: refusal.given, code: 'formula-not-yet', formula: formula.code, day: first.validFrom }
}

/** The own formulas whose texts name a code. */
export function usersOf(code: string, formulas: readonly Formula[], on: LocalDate): Formula[] {
  return formulas.filter((formula) => {
    const reading = readExpression(versionOn(formula, on)?.text ?? '')
    return reading.kind === 'expression' && cellsOf(reading.expression).some((cell) => cell.code === code)
  })
}
