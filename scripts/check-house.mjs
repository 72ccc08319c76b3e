// node scripts/check-house.mjs [--write] [--root FOLDER]
// The house rules that no compiler knows: letters, words, landed migrations, people in example data.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { findingsInNames, findingsInText, readGlossary } from './lib/house-rules.mjs'
import { filesOf, textOf } from './lib/repository.mjs'
import { appendSums, findingsInSums } from './lib/sums.mjs'

const { values } = parseArgs({ options: { write: { type: 'boolean' }, root: { type: 'string' } } })
const root = resolve(values.root ?? join(import.meta.dirname, '..'))

if (values.write) for (const name of appendSums(root)) console.log(`SHA256SUMS: added ${name}`)

const findings = findingsInHouse()
for (const { file, line, say } of findings) console.log(`${file}:${line} ${say}`)
if (findings.length > 0) process.exitCode = 1

function findingsInHouse() {
  const glossaryFile = join(root, 'GLOSSARY.md')
  const glossary = readGlossary(existsSync(glossaryFile) ? readFileSync(glossaryFile, 'utf8') : '')
  const findings = findingsInSums(root)
  for (const file of filesOf(root)) {
    const text = textOf(root, file)
    if (text === null) continue
    findings.push(...findingsInText(file, text), ...findingsInNames(file, text, glossary))
  }
  return findings
}
