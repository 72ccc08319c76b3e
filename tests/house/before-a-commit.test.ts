import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { installHooks } from '../../scripts/lib/install-hooks.mjs'

let house = ''

function git(...words: string[]): string {
  return execFileSync('git', words, { cwd: house, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}

function run(script: string, ...words: string[]): { status: number | null; says: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(house, 'scripts', script), ...words], {
    encoding: 'utf8',
  })
  return { status, says: stdout + stderr }
}

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'kheo-commit-'))
  cpSync(join(import.meta.dirname, '../../scripts'), join(house, 'scripts'), { recursive: true })
  git('init', '-q')
  vi.stubEnv('CI', '')
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(house, { recursive: true, force: true })
})

test('what is staged is looked at, not what lies on the disk', () => {
  writeFileSync(join(house, 'note.md'), 'tốt'.normalize('NFD'))
  git('add', 'note.md')
  writeFileSync(join(house, 'note.md'), 'tốt')
  expect(run('pre-commit.mjs')).toEqual({
    status: 1,
    says: expect.stringMatching(/^note\.md:1 has a letter in two pieces/),
  })
  git('add', 'note.md')
  expect(run('pre-commit.mjs')).toEqual({ status: 0, says: '' })
})

test('hooks are installed once, never where a machine commits, and never over hooks of one’s own', () => {
  vi.stubEnv('CI', 'true')
  installHooks(house)
  expect(() => git('config', 'core.hooksPath')).toThrow()
  vi.stubEnv('CI', '')
  installHooks(house)
  expect(git('config', 'core.hooksPath')).toBe('scripts/hooks')
  git('config', 'core.hooksPath', 'mine')
  installHooks(house)
  expect(git('config', 'core.hooksPath')).toBe('mine')
})

test('a new migration takes the next number, and a name without words is asked for', () => {
  mkdirSync(join(house, 'db/migrations'), { recursive: true })
  writeFileSync(join(house, 'db/migrations/0030_reporting.sql'), 'select 1;\n')
  expect(run('db.mjs', 'new', 'reception', 'calendar').status).toBe(0)
  expect(readdirSync(join(house, 'db/migrations'))).toContain('0031_reception_calendar.sql')
  expect(run('db.mjs', 'new').status).toBe(2)
  expect(run('db.mjs', 'unknown').status).toBe(2)
})
