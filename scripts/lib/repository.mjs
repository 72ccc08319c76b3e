import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const left = new Set(['node_modules', 'build', '.svelte-kit', 'data', '.git', '.out'])

/**
 * The files of the project: what git follows or would follow; without git, everything but what is built or stored.
 * @param {string} root
 * @returns {string[]}
 */
export function filesOf(root) {
  if (!existsSync(join(root, '.git'))) return walk(root, '')
  const answer = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return answer.split('\0').filter((file) => file && existsSync(join(root, file)))
}

/** @param {string} root @param {string} folder @returns {string[]} */
function walk(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (left.has(entry.name)) return []
    return entry.isDirectory() ? walk(root, path) : [path]
  })
}

/**
 * The text of a file; null when it is a picture, a font or an archive.
 * @param {string} root @param {string} file
 */
export function textOf(root, file) {
  const bytes = readFileSync(join(root, file))
  return bytes.includes(0) ? null : bytes.toString('utf8')
}
