import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runQuietly } from './programs.mjs'
import { Stop } from './terminal.mjs'

/**
 * Brings node_modules to what package-lock.json says. Install scripts never run: nothing we use needs one.
 * @param {(sentence: string) => void} say
 */
export async function installPackages(say) {
  if (areAsLocked()) return
  say('Đang cài các gói npm (cần mạng, chỉ lần đầu hoặc khi đổi phiên bản)')
  const options = ['--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']
  let { code, printed } = await npm(['ci', ...options])
  // A registry that lacks a package for some other system makes `npm ci` refuse the whole lock, although nothing that this
  // system needs is missing. `npm install` takes the same versions and checksums from the lock and does not touch it.
  if (code !== 0 && printed.includes('from lock file')) {
    ;({ code, printed } = await npm(['install', '--no-save', ...options]))
  }
  if (code !== 0 || !areAsLocked()) {
    throw new Stop(`${reasonIn(printed)}\nKhông cài được các gói npm (xem trên). Hãy kiểm tra mạng rồi chạy lại.`)
  }
  say('Đã cài xong các gói npm')
}

/**
 * npm prints its whole usage after a reason of one line, and warnings before it.
 * @param {string} printed
 */
function reasonIn(printed) {
  const lines = printed.split('\n').filter((line) => /^npm (error|ERR!) \S/.test(line))
  return (lines.length > 0 ? lines : printed.trim().split('\n')).slice(0, 6).join('\n')
}

/** The same npm that was called, not another one that happens to come first on the path. */
function npm(/** @type {string[]} */ args) {
  const called = process.env.npm_execpath
  if (called?.endsWith('.js')) return runQuietly(process.execPath, [called, ...args])
  return runQuietly(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
}

/**
 * npm writes node_modules/.package-lock.json last, as the record of what it installed: an interrupted or older
 * installation, or one without the packages of development, differs from the lock.
 */
function areAsLocked() {
  const locked = packagesIn('package-lock.json')
  const installed = packagesIn('node_modules/.package-lock.json')
  if (!locked || !installed) return false
  return Object.entries(locked).every(([path, wanted]) => {
    const found = installed[path]
    if (path === '') return true
    // Packages for other systems are in the lock and rightly not here.
    if (!found) return Boolean(wanted.optional)
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | undefined}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}
