// node scripts/register/compare.mjs --against FILE … [--on DAY]
// Compares db/reference with public lists of units or links, and writes what differs into docs/register-discrepancies.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { comparedPart, questionPart, withGenerated } from './discrepancies.ts'
import { rowsOf } from './table.ts'
import { rowsOfFolder } from '../../tests/support/reference-register.ts'
import { registerOf } from '../../src/modules/territory/register.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { against: { type: 'string', multiple: true }, on: { type: 'string', default: '2025-07-01' } },
})
const files = [...(values.against ?? []), ...positionals]
if (files.length === 0) {
  console.error('node scripts/register/compare.mjs --against FILE … [--on DAY]')
  process.exit(2)
}
const root = join(import.meta.dirname, '..', '..')
const register = registerOf(rowsOfFolder(join(root, 'db', 'reference')))
const document = join(root, 'docs', 'register-discrepancies.md')
/** @param {string} name */
const facts = (name) => rowsOf(join(root, 'db', 'register', `${name}.csv`))
const parts = [
  questionPart(facts('open-questions'), facts('reading')),
  ...files.map((file) => comparedPart(register, file, readFileSync(file, 'utf8'), values.on)),
]
writeFileSync(document, withGenerated(readFileSync(document, 'utf8'), parts.join('\n')))
console.log(`Đã ghi ${document}`)
