import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What goes through the whole server, copies hundreds of thousands of rows or asks thousands of invented questions: its
 * statements are those of the modules and of the other tests of a backup, which run on both.
 */
export const onOneServer = new Set([
  'tests/leaks.test.ts',
  'tests/door/fuzz.test.ts',
  'tests/backup/bulk.test.ts',
  'tests/year-of-the-movement.test.ts',
  'tests/cube/thousands.test.ts',
])

/**
 * The test files that ask a database: they run once on the oldest PostgreSQL that Khéo supports and once on the one that
 * comes with it. Journeys are left to the first run: what they ask is asked by the tests of the modules too, and a browser
 * takes minutes.
 * @param {string} root
 * @param {string[]} words parts of paths; none: everything
 * @returns {string[]}
 */
export function databaseTests(root, words) {
  return ['src', 'tests']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
    )
    .filter((path) => path.endsWith('.test.ts') && !path.startsWith('tests/journeys/') && !onOneServer.has(path))
    .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
    .filter((path) => /\buse(Example)?Database\(|\binject\('clusterUrl'\)/.test(readFileSync(join(root, path), 'utf8')))
    .sort()
}
