import type { LocalDate } from '#kernel/local-date.ts'
import { refused, type Outcome } from '#kernel/outcome.ts'
import type { Tx } from '#platform/database.ts'
import type { Measure } from './cube-question.ts'
import { cellKey } from './indicator.ts'
import { measureRefusalText } from './measure-labels.ts'
import { definitionsOn, readMeasures, type FormulaOwner } from './measures.server.ts'
import type { MeasureRefusal } from './measures.ts'
import type { AskedRefusal } from './question-refusal.ts'

/** What is asked for as measures, each once, as it is defined on a day; with `inParts`, an indicator with its parts behind it. */
export async function measuresAsked(
  tx: Tx,
  texts: readonly string[],
  on: LocalDate,
  owner: FormulaOwner,
  inParts: boolean,
): Promise<Outcome<Measure[], AskedRefusal>> {
  const found = await readMeasures(tx, inParts ? await withParts(tx, texts, on) : texts, on, owner)
  if (!found.ok) return found.kind === 'refused' ? refused(asAsked(found.refusal)) : found
  return { ok: true, value: [...new Map(found.value.map((measure) => [measure.key, measure])).values()] }
}

async function withParts(tx: Tx, texts: readonly string[], on: LocalDate): Promise<string[]> {
  const indicators = (await definitionsOn(tx, on)).filter((one) => one.kind === 'indicator')
  const parts = new Map(indicators.map(({ indicator, dimensions }) => [indicator.code, dimensions]))
  return texts.flatMap((text) => [
    text,
    ...(parts.get(text.trim().toUpperCase()) ?? []).map((dimension) => cellKey({ code: text.trim(), dimension })),
  ])
}

function asAsked(refusal: MeasureRefusal): AskedRefusal {
  if (refusal.code === 'not-expanded' && refusal.fault.code === 'unknown-code') {
    return { code: 'unknown-indicator', given: refusal.fault.given, nearest: refusal.fault.nearest }
  }
  return { code: 'unread-measure', given: refusal.given, sentence: measureRefusalText(refusal), nearest: [] }
}
