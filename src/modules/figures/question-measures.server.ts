import { sql } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import { refused, type Outcome } from '#kernel/outcome.ts'
import type { Tx } from '#platform/database.ts'
import type { Measure } from './cube-question.ts'
import { cellKey, parseCellKey, type Indicator } from './indicator.ts'
import { readIndicator } from './indicators.server.ts'
import { dimensionName } from './labels.ts'
import type { AskedRefusal, NearCode } from './question-refusal.ts'

/** The measures that codes name, as their indicators are defined on a day; with `inParts`, each with its parts behind it. */
export async function measuresOf(
  tx: Tx,
  keys: readonly string[],
  on: LocalDate,
  inParts: boolean,
): Promise<Outcome<Measure[], AskedRefusal>> {
  const known = await definitionsOn(tx, on)
  const measures = new Map<string, Measure>()
  for (const given of keys) {
    const cell = parseCellKey(given)
    const found = known.get(cell.code)
    if (!found) return refused({ code: 'unknown-indicator', given, nearest: nearest(known, cell.code) })
    const { indicator, parts } = found
    if (cell.dimension !== '' && !parts.includes(cell.dimension)) return refused({ code: 'unknown-part', given, parts })
    const dimensions = inParts && cell.dimension === '' ? ['', ...parts] : [cell.dimension]
    for (const dimension of dimensions) measures.set(cellKey({ ...cell, dimension }), measureOf(indicator, dimension))
  }
  return { ok: true, value: [...measures.values()] }
}

type Definition = { indicator: Indicator; parts: string[] }

async function definitionsOn(tx: Tx, on: LocalDate): Promise<Map<string, Definition>> {
  const rows = await tx
    .selectFrom('indicator_version')
    .selectAll()
    .where(sql<boolean>`valid @> ${on}::date`)
    .orderBy('indicator_code')
    .execute()
  return new Map(rows.map((row) => [row.indicator_code, { indicator: readIndicator(row), parts: row.dimensions }]))
}

function measureOf(indicator: Indicator, dimension: string): Measure {
  const part = dimensionName(dimension)
  const cell = { code: indicator.code, dimension }
  return {
    key: cellKey(cell),
    name: part === null ? indicator.name : `${indicator.name}, ${part}`,
    unitOfCount: indicator.unitOfCount,
    numeral: indicator.numeral,
    direction: indicator.direction,
    expression: expressionOf(indicator, cell),
  }
}

// A share is divided last: both its sides are added up before.
function expressionOf(indicator: Indicator, cell: { code: string; dimension: string }): Measure['expression'] {
  if (indicator.overTerritory !== 'ratio-of-sums' || indicator.denominatorKind !== null) return { kind: 'cell', cell }
  const sumOf = (keys: readonly string[]): Measure['expression'] => ({
    kind: 'sum',
    of: keys.map((key) => ({ kind: 'cell', cell: parseCellKey(key) })),
  })
  if (indicator.numerator.length === 0 || indicator.denominator.length === 0) return { kind: 'cell', cell }
  return {
    kind: 'ratio',
    numerator: sumOf(indicator.numerator),
    denominator: sumOf(indicator.denominator),
    factor: indicator.numeral === 'percent' ? 100 : 1,
  }
}

function nearest(known: ReadonlyMap<string, Definition>, given: string): NearCode[] {
  return [...known.values()]
    .map(({ indicator: { code, name } }) => ({ code, name, distance: distanceBetween(given.toUpperCase(), code) }))
    .filter(({ distance }) => distance <= 2)
    .sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1))
    .slice(0, 3)
    .map(({ code, name }) => ({ code, name }))
}

/** How many letters must be put in, left out or changed; codes are short, and a longer text is near to none. */
function distanceBetween(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (const [to, wanted] of [...other].entries()) {
      const swapped = (row[to] ?? 0) + (letter === wanted ? 0 : 1)
      next.push(Math.min(swapped, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
