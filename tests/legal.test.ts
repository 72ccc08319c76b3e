import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCsv } from '../src/kernel/csv.ts'

const record = readFileSync('docs/legal/record-of-processing.md', 'utf8')
const named = new Set([...record.matchAll(/`([\w.]+)`/g)].map((match) => match[1] ?? ''))
const columns = columnsOf(readFileSync('db/schema.sql', 'utf8'))
const tables = new Set(columns.map((one) => one.table))

/** A column that tells of a person: who did it, what a person is called, what they sign in with, what they wrote. */
const ofPeople =
  /^(account_id|.*_account_id|.*_by|person_name|display_name|sign_in_name|user_?id|auth_user_id|username|email|image|ipAddress|userAgent|password|secret|backupCodes|.*Token|token|body|lookup|text|note|raw|caption|subject|place|void_reason|people)$/i

test('the schema is read: the columns everybody knows of are found', () => {
  const all = columns.map((one) => one.full)
  expect(all).toEqual(expect.arrayContaining(['account.display_name', 'auth.session.ipAddress', 'vault_item.body']))
  expect(columns.filter((one) => ofPeople.test(one.column)).length).toBeGreaterThan(40)
})

test('every column that tells of a person stands in the record of processing', () => {
  // The body that issues a document, the levels that report by a template, how a due day is counted, the place in a ranking.
  const notOfPeople = [
    ...['issuing_body.body', 'issuing_words.body', 'issuing_words.place'],
    ...['template_version.carried_by', 'obligation_rule.due_by', 'appraisal_subject.place'],
  ]
  const missing = columns
    .filter((one) => ofPeople.test(one.column) && !named.has(one.full))
    .map((one) => one.full)
    .filter((full) => !notOfPeople.includes(full))
  expect(missing, 'add them to docs/legal/record-of-processing.md').toEqual([])
})

test('every table is in the record, as holding something of people or nothing', () => {
  const recorded = [...named].map((name) => (tables.has(name) ? name : name.slice(0, name.lastIndexOf('.'))))
  expect([...tables].filter((table) => !recorded.includes(table))).toEqual([])
})

test('the record names no column that is gone', () => {
  const all = new Set(columns.map((one) => one.full))
  const columnLike = [...named].filter((name) => name.includes('.') && !/\.(log|csv|md|ts)$/.test(name))
  expect(columnLike.filter((name) => !all.has(name) && !tables.has(name))).toEqual([])
})

test('the table of retention says what the nightly task does, line for line', () => {
  const csv = readCsv('retention.csv', readFileSync('db/reference/retention.csv', 'utf8'))
  const at = (name: string): number => csv.header.indexOf(name)
  const lines = csv.rows.map(({ cells }) => {
    const months = cells[at('months')] ?? ''
    const kept = months === '0' ? 'trong đêm' : `${months} tháng`
    const read = cells[at('verified')] === 'true' ? 'rồi' : 'chưa'
    return `| \`${cells[at('kind')]}\` | ${kept} | ${cells[at('happens')]} | ${cells[at('basis')]} | ${read} |`
  })
  const page = readFileSync('docs/legal/retention.md', 'utf8').split('\n')
  expect(page.filter((line) => line.startsWith('| `') && /\| (rồi|chưa) \|$/.test(line))).toEqual(lines)
})

type Column = { table: string; column: string; full: string }

/** The columns of the dump, by the name that the record uses: `account.display_name`, `auth.session.ipAddress`. */
function columnsOf(dump: string): Column[] {
  return [...dump.matchAll(/CREATE TABLE ([\w."]+) \(\n([\s\S]*?)\n\)/g)].flatMap(([, name = '', inside = '']) => {
    const table = name.replaceAll('"', '').replace(/^public\./, '')
    return inside
      .split('\n')
      .flatMap((line) => /^ {4}("?[a-z]\w*"?) /.exec(line)?.[1]?.replaceAll('"', '') ?? [])
      .map((column) => ({ table, column, full: `${table}.${column}` }))
  })
}
