import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { runQuietly } from './programs.mjs'

/** What the tests use from the system, and how each is recognised (other packages may bring the same thing). */
const wanted = [
  { name: 'chromium', isThere: () => existsSync('/usr/bin/chromium') },
  {
    name: 'postgresql',
    isThere: () => existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').length > 0,
  },
  { name: 'poppler-utils', isThere: () => existsSync('/usr/bin/pdftotext') },
  { name: 'libreoffice-writer-nogui', isThere: () => existsSync('/usr/lib/libreoffice/program/libswlo.so') },
  { name: 'libreoffice-calc-nogui', isThere: () => existsSync('/usr/lib/libreoffice/program/libsclo.so') },
]

/**
 * Installs what is missing where that is possible.
 * @param {(sentence: string) => void} say
 * @returns {Promise<string | undefined>} the sentence to show when something stays missing
 */
export async function installDebianPackages(say) {
  const before = missing()
  if (before.length === 0) return undefined
  const command = `apt-get install ${before.join(' ')}`
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    return `Thiếu gói hệ thống mà các phép thử cần: ${before.join(', ')}. Trên Debian, hãy chạy bằng root: ${command}`
  }
  say(`Đang cài gói hệ thống (vài phút): ${before.join(', ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await runQuietly('apt-get', ['update'], env)
  const { printed } = await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', ...before], env)
  const after = missing()
  if (after.length === 0) return undefined
  return `${printed.trim().split('\n').slice(-5).join('\n')}\nKhông cài được gói hệ thống: ${after.join(', ')}. Hãy chạy: ${command}`
}

function missing() {
  return wanted.filter((item) => !item.isThere()).map((item) => item.name)
}
