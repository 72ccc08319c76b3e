import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Lets git run scripts/hooks before each commit; a checkout only, and never where a machine commits.
 * Whoever has set hooks of their own keeps them.
 * @param {string} root
 */
export function installHooks(root) {
  if (process.env['CI'] || !existsSync(join(root, '.git'))) return
  try {
    if (git(root, 'rev-parse', '--show-toplevel') !== root) return
    if (hooksPath(root) === '') git(root, 'config', 'core.hooksPath', 'scripts/hooks')
  } catch {
    // no git, or a folder it does not trust: the rules run again in npm test
  }
}

/** @param {string} root */
function hooksPath(root) {
  try {
    return git(root, 'config', 'core.hooksPath')
  } catch {
    return '' // git answers "not set" by failing
  }
}

/** @param {string} root @param {string[]} words */
function git(root, ...words) {
  return execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}
