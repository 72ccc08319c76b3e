import { beforeEach, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { yearOf } from '#kernel/period.ts'
import type { Actor } from '#modules/access/actor.ts'
import { setTarget } from '#modules/figures/target-commands.server.ts'
import { listTargets, previewTargets, targetRowsOf } from '#modules/figures/target-listing.server.ts'
import type { TypedTargetRow } from '#modules/figures/target-list.ts'
import { targetPage } from '#modules/figures/target-queries.server.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy } from './support/reports.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const grounds = { reason: '', document: { number: '12-KH/TU', on: null } }
const header = 'Đơn vị;Mã chỉ tiêu;Kỳ;Mức;Cách tính'

function rowsFor(actor: Actor, ...lines: string[]): TypedTargetRow[] {
  const read = targetRowsOf(as(actor), lines.join('\n'))
  if ('refusal' in read) throw new Error(read.refusal.code)
  return read.rows
}

function previewed(actor: Actor, lines: string[], more = grounds) {
  return previewTargets(as(actor), rowsFor(actor, ...lines), more)
}

test('a list is read cell by cell, and every wrong cell is told with its column', async () => {
  const lines = [
    header,
    'Xã Đồi Chè;B01;năm 2026;12;',
    'Xã Không Có;B01;năm 2026;12;',
    'Xã Bến Đò;B;năm tới;12;tầm',
    'Xã Bến Đò;Z99;năm 2026;12;',
    'Xã Bến Đò;F10;năm 2026;trên 80;ít nhất',
    'Xã Đồi Chè;b01;2026;15;',
    'Xã Cầu Gỗ;B01;từ 2/2/2026 đến 3/3/2026;12;',
    'Xã Cầu Gỗ;B01;năm 2026;;',
  ]
  const rows = doneBy(await previewed(place.people.reviewer, lines))
  expect(rows.map(({ line, effect, problems }) => [line, effect, problems.map(({ column }) => column)])).toEqual([
    [2, 'set', []],
    [3, null, ['unit']],
    [4, null, ['cell', 'period', 'aim']],
    [5, null, ['cell']],
    [6, null, ['amount']],
    [7, null, ['cell']],
    [8, null, ['period']],
  ])
  const { reviewer } = place.people
  expect(answerOf(await listTargets(as(reviewer), rowsFor(reviewer, ...lines), grounds))).toBe('list-wrong')
  expect(doneBy(await targetPage(as(reviewer), { year: 2026, code: null, unit: null, page: 1 })).total).toBe(0)
})

test('a list that is right is set whole; what stands is revised only with a reason', async () => {
  const { reviewer } = place.people
  const typed = { cell: { code: 'B01', dimension: '' }, period: yearOf(2026), aim: null, raw: '10', ...grounds }
  doneBy(await setTarget(as(reviewer), newId<'Target'>(), { ...typed, unit: place.doiChe }))
  const lines = [header, 'Xã Đồi Chè;B01;năm 2026;12;', 'Xã Bến Đò;B01;năm 2026;12;không quá']
  const without = doneBy(await previewed(reviewer, lines))
  expect(without.map(({ problems }) => problems.map(({ sentence }) => sentence))).toEqual([
    ['Đang có mức 10. Muốn đổi thì ghi lý do ở ô “Lý do”.'],
    [],
  ])
  const because = { ...grounds, reason: 'Theo kế hoạch mới' }
  expect(doneBy(await previewed(reviewer, lines, because)).map(({ effect }) => effect)).toEqual(['revised', 'set'])
  const rows = rowsFor(reviewer, ...lines)
  expect(doneBy(await listTargets(as(reviewer), rows, because))).toEqual({ set: 1, revised: 1, same: 0 })
  // Sent again without aim, document or reason, what is as it was stays as it is.
  const bare = { reason: '', document: { number: '', on: null } }
  const again = rowsFor(reviewer, header, 'Xã Đồi Chè;B01;năm 2026;12;', 'Xã Bến Đò;B01;năm 2026;12;')
  expect(doneBy(await listTargets(as(reviewer), again, bare))).toEqual({ set: 0, revised: 0, same: 2 })
  const { lines: shown } = doneBy(
    await targetPage(as(reviewer), { year: 2026, code: 'B01', unit: place.benDo, page: 1 }),
  )
  expect(shown.map(({ superior }) => superior?.aim)).toEqual(['at-most'])
})

test('a commune’s list needs no column of units, and takes no other unit', async () => {
  const { doiCheOfficer } = place.people
  const own = doneBy(await previewed(doiCheOfficer, ['Mã chỉ tiêu,Kỳ,Mức', 'F10,quý III/2026,"85,5"']))
  expect(own.map(({ unit, effect }) => [unit?.unit, effect])).toEqual([[place.doiChe, 'set']])
  const other = doneBy(await previewed(doiCheOfficer, [header, 'Xã Bến Đò;B01;năm 2026;12;']))
  expect(other.map(({ problems }) => problems.map(({ column }) => column))).toEqual([['unit']])
})

test.each([
  ['list-unreadable', ''],
  ['list-unreadable', header],
  ['list-columns-missing', 'Mã chỉ tiêu,Kỳ,Mức\nB01,2026,1'],
  ['list-nothing-filled', `${header}\nXã Đồi Chè;B01;năm 2026;;`],
])('not: %s', (code, text) => {
  expect(targetRowsOf(as(place.people.reviewer), text)).toMatchObject({ refusal: { code } })
})

test('an administrator and an auditor set no list', async () => {
  const { administrator, reviewer } = place.people
  const rows = rowsFor(reviewer, header, 'Xã Đồi Chè;B01;năm 2026;12;')
  for (const actor of [administrator, { ...reviewer, duty: 'auditor' as const }])
    expect(answerOf(await listTargets(as(actor), rows, grounds))).toBe('forbidden')
})
