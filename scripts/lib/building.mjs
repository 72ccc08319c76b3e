import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environmentFor, findNode, root, runQuietly } from './programs.mjs'

const sources = ['src', 'static', 'docs/images', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']
const stamp = join(root, 'build', '.made-from')

/** @typedef {{ code: number, printed: string }} Built what the builder answered */

/**
 * Builds the pages when their sources differ from those of the last finished build.
 * @param {(sentence: string) => void} say
 * @returns {Promise<Built>} 0 when there was nothing to do
 */
export async function buildWhenStale(say) {
  return beginBuild(say)?.built ?? { code: 0, printed: '' }
}

/**
 * Begins a build and lets others work beside it; undefined when there is nothing to do.
 * @param {(sentence: string) => void} say
 * @param {AbortSignal} [signal] ends the builder
 * @returns {{ sources: string, built: Promise<Built> } | undefined} `sources` stands in build/.made-from once all is there
 */
export function beginBuild(say, signal) {
  const sources = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return undefined
  say('Đang dựng các trang (build)')
  // Taken away first and written last: half a build never passes for a whole one.
  rmSync(stamp, { force: true })
  return { sources, built: build(sources, say, signal) }
}

/**
 * @param {string} sources
 * @param {(sentence: string) => void} say
 * @param {AbortSignal} [signal]
 * @returns {Promise<Built>}
 */
async function build(sources, say, signal) {
  const node = findNode()
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const env = { ...environmentFor(node), NODE_ENV: 'production' }
  const result = await runQuietly(node, [vite, 'build'], env, signal)
  if (result.code === 0) {
    writeFileSync(stamp, sources)
    say('Đã dựng xong các trang')
  }
  return result
}

/** By content, because a checkout changes times and a restored file may keep its size. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(filesUnder))
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return path.endsWith('.test.ts') ? [] : [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`))
}
