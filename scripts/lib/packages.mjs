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
  const { code, printed } = await npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'])
  if (code !== 0)
    throw new Stop(
      `${printed.trim().split('\n').slice(-15).join('\n')}\nKhông cài được các gói npm (xem trên). Hãy kiểm tra mạng rồi chạy lại.`,
    )
  say('Đã cài xong các gói npm')
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
