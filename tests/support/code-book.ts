import { readFileSync } from 'node:fs'
import { readCsv } from '#kernel/csv.ts'
import type { CodeBook, NamedCode } from '#modules/figures/code-book.ts'
import { readExpression } from '#modules/figures/expression-text.ts'
import { readIndicator } from '#modules/figures/indicators.server.ts'

/** The indicators of the house, read from their file without a database, with some formulas of a province beside them. */
export function codeBook(formulas: Record<string, string> = {}): CodeBook {
  const csv = readCsv('indicator_version.csv', readFileSync('db/reference/indicator_version.csv', 'utf8'))
  const indicators = csv.rows.map(({ cells }): NamedCode => {
    const at = (name: string): string => cells[csv.header.indexOf(name)] ?? ''
    const list = (name: string): string[] => at(name).slice(1, -1).split(',').filter(Boolean)
    const indicator = readIndicator({
      ...{ id: at('id'), indicator_code: at('indicator_code'), name: at('name'), unit_of_count: at('unit_of_count') },
      ...{ numeral: at('numeral'), nature: at('nature'), over_time: at('over_time') },
      ...{ over_territory: at('over_territory'), direction: at('direction'), sensitivity: at('sensitivity') },
      ...{ numerator: list('numerator'), denominator: list('denominator'), counts: at('counts') },
      denominator_kind: at('denominator_kind') || null,
    })
    return { kind: 'indicator', indicator, dimensions: list('dimensions') }
  })
  const own = Object.entries(formulas).map(([code, text]): NamedCode => {
    const reading = readExpression(text)
    if (reading.kind === 'doubt') throw new Error(reading.sentence)
    return { kind: 'formula', code, name: `Công thức ${code}`, expression: reading.expression }
  })
  return new Map([...indicators, ...own].map((one) => [one.kind === 'formula' ? one.code : one.indicator.code, one]))
}
