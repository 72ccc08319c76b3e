import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { formattedTypes } from '../scripts/lib/schema-types.mjs'
import { useDatabase } from './support/database.ts'

const database = useDatabase()

test('db/schema.ts says what the migrated database says (npm run db -- types)', async () => {
  expect(await readFile('db/schema.ts', 'utf8')).toBe(await formattedTypes(database.url))
})
