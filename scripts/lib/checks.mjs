import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { buildWhenStale } from './building.mjs'
import { environmentFor, findNode, root } from './programs.mjs'
import { seconds } from './terminal.mjs'

/** What passed, what failed, and how each failure is called, for whoever reads only the end of the run.
 * @typedef {{ passed: number, failed: number, failures: string[] }} Count */
/** @typedef {{ name: string, run: () => Promise<{ code: number, printed: string }> }} Check */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** Kit writes the types that several checks read; done once, before them. */
export function syncTypes() {
  return tool('svelte-kit', 'sync')
}

/** @type {Check[]} */
export const staticChecks = [
  { name: 'build', run: () => buildWhenStale(() => undefined) },
  { name: 'types', run: () => tool('tsc', '--noEmit') },
  { name: 'svelte', run: () => tool('svelte-check', '--tsconfig', './tsconfig.json', '--output', 'human') },
  { name: 'lint', run: () => tool('eslint', '.') },
  { name: 'format', run: () => tool('prettier', '--check', '--log-level', 'warn', '.') },
  { name: 'arrows', run: () => tool('depcruise', 'src', 'scripts', '--config', '.dependency-cruiser.cjs') },
  { name: 'house', run: () => collect(findNode(), ['scripts/check-house.mjs']) },
  { name: 'unused', run: () => tool('knip') },
]

/**
 * Two at a time, each counted as one test. What a failed check printed is shown whole.
 * @param {Check[]} checks
 * @returns {Promise<Count>}
 */
export async function runChecks(checks) {
  const waiting = [...checks]
  /** @type {Count} */
  const count = { passed: 0, failed: 0, failures: [] }
  async function lane() {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const began = performance.now()
      const { code, printed } = await check.run()
      if (code === 0) count.passed += 1
      else failed(count, check.name)
      const took = seconds(performance.now() - began).padStart(8)
      console.log(
        code === 0 ? `ok   ${check.name.padEnd(8)}${took}` : `FAIL ${check.name.padEnd(8)}${took}\n${printed.trim()}\n`,
      )
    }
  }
  await Promise.all([lane(), lane()])
  return count
}

/**
 * Runs vitest in the terminal and counts from its report.
 * @param {string[]} words parts of paths; none: everything
 * @param {Record<string, string>} [more] variables of this run alone
 * @returns {Promise<Count>}
 */
export async function runVitest(words, more = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'kheo-report-'))
  const report = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await show(bin('vitest'), ['run', ...reporters, ...words], more)
    return countFrom(report, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} report
 * @param {number} code
 * @returns {Count}
 */
function countFrom(report, code) {
  const { numPassedTests, testResults } = readReport(report)
  /** @type {Count} */
  const count = { passed: numPassedTests, failed: 0, failures: [] }
  for (const file of testResults) {
    const path = relative(root, file.name)
    const tests = file.assertionResults.filter((test) => test.status === 'failed')
    for (const test of tests) failed(count, `${path}: ${test.fullName}`, test.failureMessages[0])
    // A file that could not even be read fails without a single failed test in it.
    if (file.status === 'failed' && tests.length === 0) failed(count, path, file.message)
  }
  // Nor does an error outside of tests appear in any test; only the exit code knows.
  if (code !== 0 && count.failed === 0) failed(count, 'an error outside of tests')
  return count
}

/**
 * @param {Count} count
 * @param {string} name
 * @param {string} [message] what it said: its first lines are kept
 */
function failed(count, name, message = '') {
  count.failed += 1
  count.failures.push(`${name}\n${message}`.trim().split('\n').slice(0, 13).join('\n  '))
}

/**
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} TestResult
 * @typedef {{ name: string, status: string, message?: string, assertionResults: TestResult[] }} FileResult
 * @param {string} path
 * @returns {{ numPassedTests: number, testResults: FileResult[] }}
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return { numPassedTests: 0, testResults: [] }
  }
}

/** Ends every program that is still running, with all it started. */
export function endAll() {
  for (const child of running) {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGTERM')
    } catch {
      // It ended by itself this moment.
    }
  }
}

/**
 * @param {string} name
 * @param {string[]} args
 */
function tool(name, ...args) {
  return collect(bin(name), args)
}

/** @param {string} name */
function bin(name) {
  return join(root, 'node_modules', '.bin', name)
}

/**
 * @param {string} file
 * @param {string[]} args
 * @returns {Promise<{ code: number, printed: string }>}
 */
function collect(file, args) {
  let printed = ''
  const child = begin(file, args, 'pipe')
  child.stdout?.on('data', (chunk) => (printed += chunk))
  child.stderr?.on('data', (chunk) => (printed += chunk))
  return ended(child).then((code) => ({ code, printed }))
}

/**
 * @param {string} file
 * @param {string[]} args
 * @param {Record<string, string>} more
 */
function show(file, args, more) {
  return ended(begin(file, args, 'inherit', more))
}

/**
 * Each in a group of its own, so that ending it ends its children too.
 * @param {string} file
 * @param {string[]} args
 * @param {'pipe' | 'inherit'} output
 * @param {Record<string, string>} [more] variables beside ours
 */
function begin(file, args, output, more = {}) {
  const env = { ...environmentFor(findNode()), ...more }
  const child = spawn(file, args, { cwd: root, env, detached: true, stdio: ['ignore', output, output] })
  running.add(child)
  return child
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function ended(child) {
  return new Promise((resolve) => {
    child.once('error', () => resolve(127))
    child.once('close', (code) => resolve(code ?? 1))
  }).finally(() => running.delete(child))
}
