import { refused, done, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import type { CodeBook } from './code-book.ts'
import type { OwnRuleEntry, RuleEntry, TypedNumbers } from './check-rule-forms.ts'
import { ruleNumbers, type CellsFault, type RuleRefusal } from './check-rule-labels.ts'
import { missingOf, readCheckRule, writtenParameters } from './check-rule-reader.ts'
import { unitsMixedBy, type CheckRule, type RuleKind } from './check-rule.ts'
import { readExpression, writeExpression } from './expression-text.ts'
import { cellsOf } from './expression.ts'
import { cellKey, type CellRef } from './indicator.ts'
import { standingOf, type KeptRule } from './kept-rule.ts'
import { measureOf } from './measures.ts'
import { unitOfCell } from './unit-of-count.ts'

type Changed = Outcome<{ rule: CheckRule; isOn: boolean }, RuleRefusal>

/** A rule with what somebody wrote over it: weight, words and numbers; which cells it holds together stays as it is. */
export function changedRule(kept: KeptRule, entry: RuleEntry): Changed {
  const { rule } = standingOf(kept)
  if (holdsPersonalNumber(`${entry.cause}\n${entry.remedy}\n${entry.reason}`))
    return refused({ code: 'personal-number' })
  if (kept.isFixed && (!entry.isOn || entry.severity !== kept.house?.severity))
    return refused({ code: 'rule-is-fixed' })
  const numbers = readNumbers(rule.kind, entry.numbers)
  if ('no' in numbers) return refused(numbers.no)
  const { id, kind, missing } = rule
  const { severity, cause, remedy } = entry
  const parameters = { ...writtenParameters(rule), ...numbers.read }
  return done({
    rule: readCheckRule({ id, kind, missing, severity, cause, remedy, parameters }),
    isOn: entry.isOn,
  })
}

/** Whether anything of a rule is different from what counts now. */
export function differsFrom(kept: KeptRule, { rule, isOn }: { rule: CheckRule; isOn: boolean }): boolean {
  const standing = standingOf(kept)
  const said = (one: CheckRule): string =>
    JSON.stringify([one.severity, one.words ?? null, Object.entries(writtenParameters(one)).sort()])
  return standing.isOn !== isOn || said(standing.rule) !== said(rule)
}

type Numbers = { read: Record<string, number | null> } | { no: RuleRefusal }

function readNumbers(kind: RuleKind, typed: TypedNumbers): Numbers {
  const read: Record<string, number | null> = {}
  for (const { name, label, least, most, isOptional } of ruleNumbers[kind] ?? []) {
    const text = (typed[name] ?? '').trim()
    if (text === '' && isOptional) {
      read[name] = null
      continue
    }
    const value = numberIn(text)
    if (!(value >= least && value <= most)) return { no: { code: 'out-of-range', field: name, label, least, most } }
    read[name] = value
  }
  if (kind !== 'ratio-bounds') return { read }
  const { low, high } = read
  if (low === null && high === null) return { no: { code: 'no-bound' } }
  return typeof low === 'number' && typeof high === 'number' && low > high
    ? { no: { code: 'bounds-crossed' } }
    : { read }
}

/** `1.500` is one thousand five hundred and `0,5` a half, as everywhere else; NaN for what is no number. */
function numberIn(text: string): number {
  const plain = text.replace('−', '-')
  if (/^-?\d{1,3}(\.\d{3})+$/.test(plain)) return Number(plain.replaceAll('.', ''))
  return /^-?\d{1,10}([.,]\d{1,4})?$/.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN
}

/** A rule of a province's own, of one of the bounded kinds; its cells are held to one unit of count before it is kept. */
export function ownRule(id: `T${number}`, entry: OwnRuleEntry, book: CodeBook): Changed {
  const words = [entry.name, entry.cause, entry.remedy, entry.reason].join('\n')
  if (holdsPersonalNumber(words)) return refused({ code: 'personal-number' })
  const { kind, severity, cause, remedy } = entry
  const numbers = readNumbers(kind, entry.numbers)
  if ('no' in numbers) return refused(numbers.no)
  const relation = relationOf(entry, book)
  if ('no' in relation) return refused(relation.no)
  const parameters = { ...relation.parameters, ...numbers.read }
  const rule = readCheckRule({ id, kind, missing: missingOf(kind), severity, cause, remedy, parameters })
  const units = unitsMixedBy(rule, (cell) => unitOf(cell, book))
  return units.length > 0 ? refused({ code: 'units-mixed', units }) : done({ rule, isOn: entry.isOn })
}

type Relation = { parameters: Record<string, unknown> } | { no: RuleRefusal }

function relationOf(entry: OwnRuleEntry, book: CodeBook): Relation {
  if (entry.kind === 'ratio-bounds') {
    const reading = measureOf(entry.expression, book)
    if ('refusal' in reading) return { no: { code: 'not-a-measure', refusal: reading.refusal } }
    // In cells alone: a formula of the province that changes later changes no rule behind anybody's back.
    return { parameters: { expression: writeExpression(reading.measure.expression), regimes: [] } }
  }
  const parts = cellsIn('parts', entry.parts, book)
  if ('no' in parts) return parts
  if (entry.kind === 'change-beyond') return { parameters: { cells: parts.cells.map(cellKey) } }
  const total = cellsIn('total', entry.total, book)
  if ('no' in total) return total
  const [first, ...others] = [total.cells, parts.cells]
  if (first.length !== 1) return noCells('total', { why: 'not-one' })
  const keys = (others[0] ?? []).map(cellKey)
  if (keys.some((key) => key === cellKey(first[0] ?? { code: '', dimension: '' }))) {
    return noCells('parts', { why: 'on-both-sides' })
  }
  const whole = first.map(cellKey)[0]
  if (entry.kind === 'total-of-parts') {
    return keys.length < 2 ? noCells('parts', { why: 'too-few-parts' }) : { parameters: { total: whole, parts: keys } }
  }
  return keys.length === 1 ? { parameters: { part: keys[0], whole } } : noCells('parts', { why: 'not-one-part' })
}

/** Cells as people write them: `B09 + B10`, `K01:tập thể`; read by the same reader as formulas. */
function cellsIn(field: string, text: string, book: CodeBook): { cells: CellRef[] } | { no: RuleRefusal } {
  const reading = readExpression(text.replace(/[,;]/g, ' + '))
  if (reading.kind === 'doubt') return noCells(field, { why: 'unread', sentence: reading.sentence })
  const { expression } = reading
  const isList =
    expression.kind === 'cell' || (expression.kind === 'sum' && expression.of.every((one) => one.kind === 'cell'))
  if (!isList) return noCells(field, { why: 'not-a-list' })
  const cells = cellsOf(expression)
  const unknown = cells.find((cell) => !isKnown(cell, book))
  return unknown ? noCells(field, { why: 'unknown', cell: cellKey(unknown) }) : { cells }
}

function noCells(field: string, fault: CellsFault): { no: RuleRefusal } {
  return { no: { code: 'not-cells', field, fault } }
}

function isKnown({ code, dimension }: CellRef, book: CodeBook): boolean {
  const meant = book.get(code)
  return meant?.kind === 'indicator' && (dimension === '' || meant.dimensions.includes(dimension))
}

function unitOf({ code, dimension }: CellRef, book: CodeBook): string | null {
  const meant = book.get(code)
  return meant?.kind === 'indicator' ? unitOfCell(meant.indicator.unitOfCount, meant.dimensions, dimension) : null
}
