import { readFileSync } from 'node:fs'
import { namedCells, readCsv } from '#kernel/csv.ts'
import { readCheckRule } from '#modules/figures/check-rule-reader.ts'
import type { CheckRule } from '#modules/figures/check-rule.ts'

/** The rules that every province starts with, as the reference file has them, by their keys. */
export const houseRulesByKey: ReadonlyMap<string, CheckRule> = new Map(rows())

export const houseRules: readonly CheckRule[] = [...houseRulesByKey.values()]

function rows(): [string, CheckRule][] {
  const path = 'db/reference/check_rule.csv'
  const csv = readCsv(path, readFileSync(path, 'utf8'))
  return csv.rows.map((row) => {
    const cell = namedCells(csv, row)
    const [kind, severity, missing] = [cell('kind'), cell('severity'), cell('missing')]
    const words = { cause: cell('cause'), remedy: cell('remedy') }
    const parameters: unknown = JSON.parse(cell('parameters'))
    return [cell('key'), readCheckRule({ id: cell('rule'), kind, severity, missing, parameters, ...words })]
  })
}
