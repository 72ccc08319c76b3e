import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { databaseTests, onOneServer } from '../../scripts/lib/database-tests.mjs'

const root = join(import.meta.dirname, '../..')

test('every file that makes itself a test database runs on both servers; a journey, what goes through the whole, and what needs none, on one', () => {
  const twice = databaseTests(root, [])
  expect(twice).toContain('tests/backup/drill.test.ts')
  expect(twice).toContain('src/modules/reporting/commands.review.test.ts')
  expect(twice.filter((path) => path.startsWith('tests/journeys/'))).toEqual([])
  expect(twice).not.toContain('src/kernel/numerals.test.ts')
  const found = ['src', 'tests'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path}`)
      .filter((path) => path.endsWith('.test.ts') && !path.startsWith('tests/journeys/'))
      .filter((path) => /from '[./]*support\/(database|example)\.ts'/.test(readFileSync(join(root, path), 'utf8'))),
  )
  expect(found.filter((path) => !twice.includes(path)).sort()).toEqual([...onOneServer].sort())
})

test('a run of one room runs only its own files again', () => {
  expect(databaseTests(root, ['territory/queries'])).toEqual(['src/modules/territory/queries.test.ts'])
  expect(databaseTests(root, ['numerals'])).toEqual([])
})
