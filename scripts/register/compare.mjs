// node scripts/register/compare.mjs --against FILE … [--on DAY]
// Compares db/reference with public lists of units or links, and writes what differs into docs/register-discrepancies.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { comparedPart, questionPart, withGenerated } from './discrepancies.ts'
import { registerOfFiles } from './loaded.ts'
import { rowsOf } from './table.ts'

const words = process.argv.slice(2)
const files = words.filter((word, at) => !word.startsWith('--') && words[at - 1] !== '--on')
const day = words[words.indexOf('--on') + 1] ?? '2025-07-01'
if (words[0] !== '--against' || files.length === 0) {
  console.error('node scripts/register/compare.mjs --against FILE … [--on DAY]')
  process.exit(2)
}
const root = join(import.meta.dirname, '..', '..')
const register = registerOfFiles(join(root, 'db', 'reference'))
const document = join(root, 'docs', 'register-discrepancies.md')
const facts = (name) => rowsOf(join(root, 'db', 'register', `${name}.csv`))
const parts = [
  questionPart(facts('open-questions'), facts('reading')),
  ...files.map((file) => comparedPart(register, file, readFileSync(file, 'utf8'), words.includes('--on') ? day : '2025-07-01')),
]
writeFileSync(document, withGenerated(readFileSync(document, 'utf8'), parts.join('\n')))
console.log(`Đã ghi ${document}`)
