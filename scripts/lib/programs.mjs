import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { Stop } from './terminal.mjs'

export const root = join(import.meta.dirname, '..', '..')
const needed = 24

/** The Node that npm installed with the packages, or the running one where it is new enough. */
export function findNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const packed = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(packed) && spawnSync(packed, ['--version']).status === 0) return packed
  if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath
  throw new Stop(
    `Khéo cần Node từ bản ${needed} mà máy này đang dùng ${process.version}: hãy cài Node ${needed} (nodejs.org) rồi chạy lại.`,
  )
}

/** @param {string} node */
export function environmentFor(node) {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter)
  return { ...process.env, PATH: path }
}

/**
 * Runs a program to its end and keeps what it prints.
 * @param {string} file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} [signal] ends the program; what it had printed is answered all the same
 * @returns {Promise<{ code: number, printed: string }>}
 */
export function runQuietly(file, args, env = process.env, signal) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    signal?.addEventListener('abort', () => child.kill('SIGTERM'))
    let printed = ''
    child.stdout.on('data', (chunk) => (printed += chunk))
    child.stderr.on('data', (chunk) => (printed += chunk))
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code: exitCode(code, signal), printed }))
  })
}

/**
 * Runs one of our programs in the terminal until it ends.
 * `server`: in a session of its own, so that Ctrl-C (which the terminal and npm both deliver) reaches it once, from us.
 * @param {string[]} args
 * @param {{ server: boolean, env?: NodeJS.ProcessEnv, signal?: AbortSignal }} options `signal` asks it to stop
 * @returns {Promise<number>}
 */
export function runInTerminal(args, { server, env = {}, signal }) {
  const node = findNode()
  const [file, ...rest] = [...diesWithUs(), node, ...args]
  const child = spawn(file, rest, {
    cwd: root,
    env: { ...environmentFor(node), ...env },
    detached: server,
    stdio: [server ? 'ignore' : 'inherit', 'inherit', 'inherit'],
  })
  let lastAsked = 0
  for (const word of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(word, () => {
      // Ctrl-C reaches a command of the cli by itself; and a server takes a second wish to stop as impatience.
      const isEcho = performance.now() - lastAsked < 1000 || (!server && word === 'SIGINT')
      lastAsked = performance.now()
      if (!isEcho) child.kill('SIGTERM')
    })
  }
  signal?.addEventListener('abort', () => child.kill('SIGTERM'))
  whenNpmIsGone(() => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(exitCode(code, signal)))
  })
}

/**
 * npm tells only its shell to stop, and the shell tells nobody: a service stopped by `kill` would go on without them.
 * @param {() => void} stop
 */
export function whenNpmIsGone(stop) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 500)
  watch.unref()
}

/** A program that outlives a killed start would keep the port; where the system can, it is told. */
function diesWithUs() {
  const words = ['setpriv', '--pdeathsig', 'TERM', '--']
  return spawnSync(words[0], [...words.slice(1), 'true']).status === 0 ? words : []
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
function exitCode(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0)
}
