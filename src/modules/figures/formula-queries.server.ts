import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import type { CodeBook } from './code-book.ts'
import { cellsOf } from './expression.ts'
import { readExpression, writeExpression } from './expression-text.ts'
import { versionOn, type Formula, type FormulaVersion } from './formula.ts'
import { mayKeepFormulas, mayReadFormulas } from './formula-policy.ts'
import { formulasOf } from './formula-store.server.ts'
import { cellKey } from './indicator.ts'
import { natureName, noteText, measureRefusalText } from './measure-labels.ts'
import { bookOf, definitionsOn, outOfTime, searchMeasures, usersOf } from './measures.server.ts'
import { measureOf, type MeasureChoice } from './measures.ts'

/** One line of the list of formulas, as it stands today. */
export type FormulaLine = { formula: Formula; name: string; text: string; unitOfCount: string; problem: string | null }

export type FormulasPage = { inUse: FormulaLine[]; later: FormulaLine[]; retired: FormulaLine[]; mayKeep: boolean }

/** Every formula of the actor's province. */
export async function formulasPage(ctx: Ctx): Promise<Outcome<FormulasPage>> {
  if (!mayReadFormulas(ctx.actor)) return forbidden()
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const formulas = await formulasOf(tx, ctx.actor.province)
    const book = bookOf(await definitionsOn(tx, today), formulas, today)
    const lines = formulas.map((formula) => lineOf(formula, formulas, book, today))
    const isRetired = ({ formula: { retired } }: FormulaLine): boolean => retired !== null && retired.from <= today
    return done({
      inUse: lines.filter(({ formula }) => versionOn(formula, today) !== null),
      later: lines.filter((line) => !isRetired(line) && versionOn(line.formula, today) === null),
      retired: lines.filter(isRetired),
      mayKeep: mayKeepFormulas(ctx.actor),
    })
  })
}

function lineOf(formula: Formula, formulas: readonly Formula[], book: CodeBook, today: LocalDate): FormulaLine {
  const shown = versionOn(formula, today) ?? formula.versions.at(-1)
  const line = { formula, name: shown?.name ?? '', text: inWords(shown), unitOfCount: shown?.unitOfCount ?? '' }
  const reading = versionOn(formula, today) ? measureOf(formula.code, book) : null
  if (!reading || 'measure' in reading) return { ...line, problem: null }
  // A circle can close behind two officers who saved at once, and an indicator can end: it is told where it is read.
  return { ...line, problem: measureRefusalText(outOfTime(reading.refusal, formulas, today) ?? reading.refusal) }
}

function inWords(version: FormulaVersion | undefined): string {
  const reading = readExpression(version?.text ?? '')
  return reading.kind === 'expression' ? writeExpression(reading.expression, 'words') : (version?.text ?? '')
}

/** What a code in a formula means, for a reader who does not know the codes by heart. */
export type CodeLine = { key: string; name: string; unitOfCount: string; nature: string; counts: string }

export type FormulaPage = {
  line: FormulaLine
  codes: CodeLine[]
  usedBy: { code: string; name: string }[]
  /** Newest first. */
  history: { version: FormulaVersion; text: string; by: string }[]
  mayKeep: boolean
}

/** One formula with what its codes mean, where it is used and every version it had. */
export async function formulaPage(ctx: Ctx, code: string): Promise<Outcome<FormulaPage>> {
  if (!mayReadFormulas(ctx.actor)) return forbidden()
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const { province } = ctx.actor
    const formulas = await formulasOf(tx, province)
    const formula = formulas.find((one) => one.code === code)
    if (!formula) return notFound()
    const book = bookOf(await definitionsOn(tx, today), formulas, today)
    const line = lineOf(formula, formulas, book, today)
    const people = await displayNames(
      tx,
      province,
      formula.versions.map(({ account }) => account),
    )
    return done({
      line,
      codes: codesIn((versionOn(formula, today) ?? formula.versions.at(-1))?.text ?? '', book),
      usedBy: usersOf(code, formulas, today).map((one) => ({
        code: one.code,
        name: versionOn(one, today)?.name ?? '',
      })),
      history: formula.versions.toReversed().map((version) => ({
        version,
        text: inWords(version),
        by: people.get(version.account ?? '') ?? 'một cán bộ của tỉnh',
      })),
      mayKeep: mayKeepFormulas(ctx.actor) && formula.retired === null,
    })
  })
}

function codesIn(text: string, book: CodeBook): CodeLine[] {
  const reading = readExpression(text)
  if (reading.kind === 'doubt') return []
  const cells = new Map(cellsOf(reading.expression).map((cell) => [cellKey(cell), cell]))
  return [...cells].flatMap(([code, cell]): CodeLine[] => {
    const named = measureOf(code, book)
    const meant = book.get(cell.code)
    if ('refusal' in named || !meant) return []
    const key = writeExpression({ kind: 'cell', cell }, 'words')
    const { name, unitOfCount } = named.measure
    return meant.kind === 'formula'
      ? [{ key, name, unitOfCount, nature: 'công thức của tỉnh', counts: writeExpression(meant.expression, 'words') }]
      : [{ key, name, unitOfCount, nature: natureName[meant.indicator.nature], counts: meant.indicator.counts }]
  })
}

/** What a typed formula would be, before it is saved: read back in words, with what it counts; or why it is none. */
export type FormulaCheck =
  | { isFine: true; text: string; unitOfCount: string; notes: string[]; codes: CodeLine[] }
  | { isFine: false; sentence: string }

/** `code`: the formula that is being revised; null for a new one. */
export async function checkFormula(
  ctx: Ctx,
  text: string,
  on: LocalDate,
  code: string | null,
): Promise<Outcome<FormulaCheck>> {
  if (!mayKeepFormulas(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const formulas = await formulasOf(tx, ctx.actor.province)
    const others = formulas.filter((one) => one.code !== code)
    const book = bookOf(await definitionsOn(tx, on), others, on)
    const reading = measureOf(text, book, code === null ? [] : [code])
    if ('refusal' in reading) {
      return done({
        isFine: false,
        sentence: measureRefusalText(outOfTime(reading.refusal, formulas, on) ?? reading.refusal),
      })
    }
    const read = readExpression(text)
    return done({
      isFine: true,
      text: read.kind === 'expression' ? writeExpression(read.expression, 'words') : text,
      unitOfCount: reading.measure.unitOfCount,
      notes: reading.notes.map((note) => noteText[note]),
      codes: codesIn(text, book),
    })
  })
}

/** Codes that go by some words, for who writes a formula; everybody of the province may look. */
export async function findCodes(ctx: Ctx, words: string): Promise<Outcome<MeasureChoice[]>> {
  if (!mayReadFormulas(ctx.actor)) return forbidden()
  const today = dayInVietnam(ctx.now)
  const find = (tx: Tx): Promise<MeasureChoice[]> =>
    searchMeasures(tx, words, today, { province: ctx.actor.province }, 12)
  return done(await inScope(ctx.db, scopeOf(ctx.actor), find))
}
