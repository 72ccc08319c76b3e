// Before each commit, in under three seconds: staged files are formatted, their letters, words and people looked at,
// and the arrows of what changed followed. The rest is npm test.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findingsInNames, findingsInText, readGlossary } from './lib/house-rules.mjs'

const root = join(import.meta.dirname, '..')
const staged = names('diff', '--cached', '--name-only', '--diff-filter=ACMR')
const touched = new Set(names('diff', '--name-only'))

const refusals = [...format(), ...rules(), ...arrows()]
for (const refusal of refusals) console.error(refusal)
if (refusals.length > 0) {
  console.error('Nothing was committed. Correct this, `git add`, and commit again.')
  process.exitCode = 1
}

/** A file with changes that are not staged is only checked: formatting it would commit the other half too. */
function format() {
  const files = staged.filter(
    (file) => /\.(ts|js|mjs|cjs|svelte|css|json|html)$/.test(file) && existsSync(join(root, file)),
  )
  const prettier = join(root, 'node_modules/prettier/bin/prettier.cjs')
  if (files.length === 0 || !existsSync(prettier)) return []
  const whole = files.filter((file) => !touched.has(file))
  const parts = files.filter((file) => touched.has(file))
  if (whole.length > 0) {
    const { status, stderr } = node(prettier, '--log-level=error', '--ignore-unknown', '--write', ...whole)
    if (status !== 0) return [stderr.trim()]
    git('add', '--', ...whole)
  }
  if (parts.length === 0) return []
  const { stdout } = node(prettier, '--log-level=error', '--ignore-unknown', '--list-different', ...parts)
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((file) => `${file}:1 is not formatted and only partly staged: npx prettier --write ${file}`)
}

function rules() {
  const glossaryFile = join(root, 'GLOSSARY.md')
  const glossary = readGlossary(existsSync(glossaryFile) ? readFileSync(glossaryFile, 'utf8') : '')
  return staged.flatMap((file) => {
    const text = git('show', `:${file}`)
    if (text.includes('\0')) return []
    return [...findingsInText(file, text), ...findingsInNames(file, text, glossary)].map(
      ({ line, say }) => `${file}:${line} ${say}`,
    )
  })
}

/** Follows the arrows of the folders that changed: a module, the kernel, the platform, a reader's routes. */
function arrows() {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const rooms = new Set(
    staged.flatMap((file) => /^src\/(?:modules\/[^/]+|routes\/[^/]+|[^/]+)(?=\/)/.exec(file)?.[0] ?? []),
  )
  const places = [...rooms].filter((place) => existsSync(join(root, place)))
  if (places.length === 0 || !existsSync(cruiser)) return []
  const { status, stdout } = node(cruiser, '--output-type', 'err-long', ...places)
  return status === 0 ? [] : [stdout.trim()]
}

/** @param {string[]} words */
function node(...words) {
  return spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' })
}

/** @param {string[]} words */
function git(...words) {
  return execFileSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
}

/** @param {string[]} words */
function names(...words) {
  return git(...words, '-z')
    .split('\0')
    .filter(Boolean)
}
