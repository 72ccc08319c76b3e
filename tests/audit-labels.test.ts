import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { auditDetails, auditLabel, objectLabel, objectPath } from '../src/routes/admin/audit-words.ts'
import { useExampleDatabase } from './support/example.ts'

const database = useExampleDatabase()
const kinds = [...allKinds('src/modules'), ...allKinds('src/platform')]

test('every kind that the program writes into the audit has its Vietnamese sentence', () => {
  expect(kinds.length).toBeGreaterThan(25)
  expect(kinds.filter((kind) => !Object.keys(auditLabel).some((one) => one === kind || fits(one, kind)))).toEqual([])
})

test('no sentence stands for what nobody writes', () => {
  expect(Object.keys(auditLabel).filter((one) => !kinds.some((kind) => one === kind || fits(one, kind)))).toEqual([])
})

test('every sentence is lower-case words without a full stop, for it follows a name', () => {
  for (const sentence of Object.values(auditLabel)) expect(sentence).toMatch(/^\p{Ll}[^.]+[^. ]$/u)
})

test('what the example has recorded is said, whatever it is about', async () => {
  const rows = await database.asOwner<{ kind: string; object: string }>(
    'select distinct kind, object_kind as object from audit',
  )
  expect(rows.filter((row) => !(row.kind in auditLabel) || !(row.object in objectLabel))).toEqual([])
})

test('the facts of a row are said with names for ids and words for codes', () => {
  const [duty, unit] = ['commune-officer', '01a202f1-afd7-7683-97ac-6ea1ba521b27']
  expect(auditDetails({ unit, duty, day: '2026-12-01' }, new Map([[unit, 'Xã Đồi Chè']]))).toBe(
    'Cán bộ dân vận xã, Xã Đồi Chè, từ ngày 1/12/2026',
  )
  expect(auditDetails({ from: 'draft', to: 'submitted' }, new Map())).toBe('sang chờ duyệt, từ đang nhập')
  expect(auditDetails({ cells: ['F01', 'F02'], unknownWord: 'x' }, new Map())).toBe('ô F01, F02')
})

test('a record of a register is opened from its row by who reads reports, an account by who reads accounts', () => {
  const [id, neither] = ['01a202f1-afd7-7683-97ac-6ea1ba521b27', { readsAccounts: false, readsReports: false }]
  const reader = { ...neither, readsReports: true }
  for (const [kind, path] of [
    ['initiative', '/desk/mo-hinh'],
    ['award', '/desk/khen-thuong'],
    ['contest', '/desk/hoi-thi'],
    ['directive', '/desk/van-ban-chi-dao'],
    ['appraisal', '/desk/cham-diem'],
  ] as const) {
    expect(objectPath({ kind, id }, reader)).toBe(`${path}/${id}`)
    expect(objectPath({ kind, id }, neither)).toBeNull()
  }
  expect(objectPath({ kind: 'account', id }, reader)).toBeNull()
  expect(objectPath({ kind: 'account', id }, { ...neither, readsAccounts: true })).toBe(`/admin/tai-khoan/${id}`)
  expect(auditDetails({ document: '03-KH/ĐU', issuedOn: '2026-01-15' }, new Map())).toBe(
    'số 03-KH/ĐU, ban hành ngày 15/1/2026',
  )
})

/** `report-${step}` is written for each step: its pattern must fit a sentence. */
function fits(label: string, pattern: string): boolean {
  return pattern.includes('*') && new RegExp(`^${pattern.replace('*', '[a-z-]+')}$`).test(label)
}

/**
 * The kinds in the text of every file that records: literals given as `kind`, to a parameter called `kind`, or standing in
 * a table of kinds. A template is answered with a star.
 */
function allKinds(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.ts$/.test(name) && !/\.test\.ts$|audit\.ts$/.test(name),
  )
  const found = files.flatMap((name) => kindsIn(readFileSync(join(folder, name), 'utf8')))
  return [...new Set(found)].sort()
}

function kindsIn(text: string): string[] {
  if (
    !/from '(#platform|\.\.)\/audit\.ts'|import \{[^}]*\b(entry|record(Move|Body|SubCommune|Sheet|Award|Change|Appraisal|Activity|Obligation|Template))\b[^}]*\}/.test(
      text,
    )
  )
    return []
  const source = ts.createSourceFile('', text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const isRecording =
      (ts.isCallExpression(node) && /^(record\w*|entry|withProof|saved)$/.test(node.expression.getText())) ||
      (ts.isVariableDeclaration(node) && /^(kind|stepKind)$/.test(node.name.getText()))
    if (isRecording) collect(node)
    ts.forEachChild(node, visit)
  }
  const collect = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && isKind(node)) found.push(node.text)
    if (ts.isTemplateExpression(node)) found.push(`${node.head.text}*`)
    ts.forEachChild(node, collect)
  }
  visit(source)
  return found
}

/** A word of the audit's own: not the key or value of what changed, not the name of an object. */
function isKind(node: ts.StringLiteral): boolean {
  if (!/^[a-z]+(-[a-z]+)+$/.test(node.text)) return false
  if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return false
  if (isOfAnObject(node)) return false
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    const inChanged = ts.isPropertyAssignment(at) && /^(reason|object|duty|field)$/.test(at.name.getText())
    const isField = ts.isCallExpression(at) && at.expression.getText() === 'recordOn' && at.arguments.at(-1) === node
    if (inChanged || isField) return false
    if (ts.isBlock(at)) break
  }
  return !(ts.isElementAccessExpression(node.parent) || ts.isBinaryExpression(node.parent))
}

/** `{ kind: 'body-pattern', id }` says what was written about, not what was done. */
function isOfAnObject(node: ts.StringLiteral): boolean {
  const { parent } = node
  if (!ts.isPropertyAssignment(parent) || parent.name.getText() !== 'kind') return false
  const names = parent.parent.properties.map((one) => one.name?.getText())
  return names.length === 2 && names.includes('id')
}
