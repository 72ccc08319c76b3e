// db/migrations/SHA256SUMS: a landed migration never changes, because somebody's database already ran it.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = 'db/migrations'
const list = `${folder}/SHA256SUMS`

/** @param {string} root */
export function migrationsIn(root) {
  const path = join(root, folder)
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith('.sql'))
        .sort()
    : []
}

/** @param {string} root @param {string} name */
function sumOf(root, name) {
  return createHash('sha256')
    .update(readFileSync(join(root, folder, name)))
    .digest('hex')
}

/** @param {string} root */
function listed(root) {
  const path = join(root, list)
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : []
  return lines.map((line, index) => {
    const [sum = '', name = ''] = line.split(/\s+\*?/)
    return { sum, name, line: index + 1 }
  })
}

/**
 * @param {string} root
 * @returns {import('./house-rules.mjs').Finding[]}
 */
export function findingsInSums(root) {
  const present = migrationsIn(root)
  const lines = listed(root)
  /** @type {import('./house-rules.mjs').Finding[]} */
  const findings = []
  for (const { sum, name, line } of lines) {
    if (!present.includes(name)) findings.push({ file: list, line, say: `lists ${name}, which is gone: bring it back` })
    else if (sumOf(root, name) !== sum) {
      const say = 'has changed since it landed: put it back and write the change as a new migration'
      findings.push({ file: `${folder}/${name}`, line: 1, say })
    }
  }
  const names = new Set(lines.map(({ name }) => name))
  for (const name of present) {
    if (!names.has(name))
      findings.push({ file: `${folder}/${name}`, line: 1, say: 'is not in SHA256SUMS: run npm run db -- sums' })
  }
  return findings
}

/**
 * Appends the migrations that are not listed yet; what is listed is never rewritten.
 * @param {string} root
 * @returns {string[]} the names appended
 */
export function appendSums(root) {
  const lines = listed(root)
  const names = new Set(lines.map(({ name }) => name))
  const added = migrationsIn(root).filter((name) => !names.has(name))
  if (added.length === 0) return []
  const all = [...lines, ...added.map((name) => ({ sum: sumOf(root, name), name }))]
  writeFileSync(join(root, list), all.map(({ sum, name }) => `${sum}  ${name}\n`).join(''))
  return added
}
