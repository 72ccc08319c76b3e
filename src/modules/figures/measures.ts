import type { LocalDate } from '#kernel/local-date.ts'
import { fold } from '#kernel/text.ts'
import type { Measure } from './cube-question.ts'
import { expand, ratioOf, type NamedCode, type CodeBook, type ExpansionFault } from './code-book.ts'
import type { ExpressionDoubt } from './expression-doubt.ts'
import { meaningOf, type MeaningFault, type MeaningNote } from './expression-meaning.ts'
import { readExpression, writeExpression } from './expression-text.ts'
import type { Expression } from './expression.ts'
import { cellKey } from './indicator.ts'
import { dimensionName } from './labels.ts'
import { unitOfCell } from './unit-of-count.ts'

/** Why a text does not name a measure; `given` is the text. Sentences are made in `measure-labels.ts`. */
export type MeasureRefusal = { given: string } & (
  | { code: 'not-understood'; doubt: ExpressionDoubt; sentence: string }
  | { code: 'not-expanded'; fault: ExpansionFault }
  | { code: 'without-meaning'; fault: MeaningFault }
  /** A province's own formula outside its time. */
  | { code: 'formula-retired' | 'formula-not-yet'; formula: string; day: LocalDate }
)

/** A text as a measure with what a reader is told beside it; or why it is none. */
export type MeasureReading = { measure: Measure; notes: readonly MeaningNote[] } | { refusal: MeasureRefusal }

/**
 * Reads what somebody asks for: `F10`, `K01:tập thể`, `F05 / F01 %`, or a province's own formula by its code.
 * `within`: the formula that is being written, so that it is found where it comes back to itself.
 */
export function measureOf(text: string, book: CodeBook, within: readonly string[] = []): MeasureReading {
  const reading = readExpression(text)
  if (reading.kind === 'doubt') {
    const { doubt } = reading
    const sentence = `${reading.sentence}${meantByName(doubt, book)}`
    return { refusal: { given: text, code: 'not-understood', doubt, sentence } }
  }
  const expansion = expand(reading.expression, book, within)
  if ('fault' in expansion) return { refusal: { given: text, code: 'not-expanded', fault: expansion.fault } }
  const judged = meaningOf(expansion.expression, book)
  if ('fault' in judged) return { refusal: { given: text, code: 'without-meaning', fault: judged.fault } }
  const { notes, unitOfCount, numeral } = judged.meaning
  const derived = { unitOfCount, numeral, direction: 'context' as const, expression: expansion.expression }
  return { measure: { ...derived, ...called(reading.expression, book) }, notes }
}

/** People type a name where a code stands: the codes that go by it. */
function meantByName(doubt: ExpressionDoubt, book: CodeBook): string {
  const found = doubt.code === 'word' ? searchChoices(choicesOf(book), doubt.typed, 3) : []
  return found.length === 0 ? '' : ` Có phải là ${found.map(({ key, name }) => `${key} (${name})`).join(', ')}?`
}

/** What a measure is called: an indicator and a formula by their own words, anything else by its text. */
function called(
  expression: Expression,
  book: CodeBook,
): Pick<Measure, 'key' | 'name'> & Partial<Pick<Measure, 'unitOfCount' | 'numeral' | 'direction'>> {
  const key = writeExpression(expression)
  const meant = expression.kind === 'cell' ? book.get(expression.cell.code) : undefined
  if (expression.kind !== 'cell' || !meant) return { key, name: writeExpression(expression, 'words') }
  if (meant.kind === 'formula') return { key, name: meant.name }
  const { indicator, dimensions } = meant
  const { dimension } = expression.cell
  return {
    key,
    name: nameOfPart(indicator.name, dimension),
    unitOfCount: unitOfCell(indicator.unitOfCount, dimensions, dimension),
    numeral: indicator.numeral,
    direction: indicator.direction,
  }
}

function nameOfPart(name: string, dimension: string): string {
  const part = dimensionName(dimension)
  return part === null ? name : `${name}: ${part}`
}

/** One line of a list to choose from (mục trong danh sách chọn chỉ tiêu). */
export type MeasureChoice = {
  key: string
  name: string
  unitOfCount: string
  kind: 'indicator' | 'part' | 'ratio' | 'formula'
}

/** Everything that can be asked for by name: indicators, their parts behind them, a province's own formulas first. */
export function choicesOf(book: CodeBook): MeasureChoice[] {
  const all = [...book.values()].flatMap((meant) => choicesBehind(meant, book))
  return [...all.filter(({ kind }) => kind === 'formula'), ...all.filter(({ kind }) => kind !== 'formula')]
}

function choicesBehind(meant: NamedCode, book: CodeBook): MeasureChoice[] {
  if (meant.kind === 'formula') {
    const reading = measureOf(meant.code, book)
    // One that no longer fits stays in its own list, where its page says why; it is not offered.
    return 'measure' in reading
      ? [{ key: meant.code, name: meant.name, unitOfCount: reading.measure.unitOfCount, kind: 'formula' }]
      : []
  }
  const { indicator, dimensions } = meant
  const whole: MeasureChoice = {
    key: indicator.code,
    name: indicator.name,
    unitOfCount: indicator.unitOfCount,
    kind: ratioOf(indicator) ? 'ratio' : 'indicator',
  }
  const parts = dimensions.map((dimension): MeasureChoice => ({
    key: cellKey({ code: indicator.code, dimension }),
    name: nameOfPart(indicator.name, dimension),
    unitOfCount: unitOfCell(indicator.unitOfCount, dimensions, dimension),
    kind: 'part',
  }))
  return [whole, ...parts]
}

/** Choices whose code or name holds every word, without marks: the code itself first, then names that begin with the words. */
export function searchChoices(choices: readonly MeasureChoice[], words: string, most: number): MeasureChoice[] {
  const asked = fold(words)
  if (asked === '') return choices.slice(0, most)
  const each = asked.split(' ')
  const rank = ({ key, name }: MeasureChoice): number | null => {
    const [code, text] = [fold(key), fold(name)]
    if (code === asked) return 0
    if (!each.every((word) => `${code} ${text}`.includes(word))) return null
    return code.startsWith(asked) ? 1 : text.startsWith(asked) ? 2 : text.includes(asked) ? 3 : 4
  }
  return choices
    .map((choice, at) => ({ choice, at, rank: rank(choice) }))
    .filter((one): one is { choice: MeasureChoice; at: number; rank: number } => one.rank !== null)
    .sort((one, other) => one.rank - other.rank || one.at - other.at)
    .slice(0, most)
    .map(({ choice }) => choice)
}
