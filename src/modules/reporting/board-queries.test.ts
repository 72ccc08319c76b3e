import { beforeEach, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { monthOf, periodOf } from '#kernel/period.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, quarter, submitNow } from '../../../tests/support/reports.ts'
import { leniency } from '../../../tests/support/obligations.ts'
import { boardStateName, dueSaid } from './board-labels.ts'
import { boardList, boardPage, type BoardView } from './board-queries.server.ts'
import { returnReport } from './commands.server.ts'
import { explainFinding } from './entry-commands.server.ts'
import { currentTemplate, type TemplateCode } from './report.ts'

const database = useDatabase()
const { as, answeringAll, typed, submitted, accepted, versionOf } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const asked = { template: currentTemplate, period: quarter }
const all: BoardView = { filter: 'all', words: '', order: 'late' }
const late = new Date('2026-11-20T02:00:00Z')

describe('the board of a period', () => {
  test('shows each commune once, the late ones first, and counts them all', async () => {
    await typed(place.people.doiCheOfficer, { F01: '10' })
    await submitted(place.people.benDoOfficer, await answeringAll({ D03: '5' }))
    await accepted(place.people.cauGoOfficer, place.people.reviewer, await answeringAll({ D03: '5' }))
    const board = doneBy(await boardPage(as(place.people.reviewer, late), asked, all, 1))
    expect(board.rows.map(({ name, state, daysLate }) => [name, state, daysLate > 0])).toEqual([
      ['Phường Chợ Mới', 'not-begun', true],
      ['Xã Đồi Chè', 'draft', true],
      ['Xã Bến Đò', 'submitted', false],
      ['Xã Cầu Gỗ', 'accepted', false],
    ])
    expect(board.counts).toMatchObject({ all: 4, 'not-begun': 1, draft: 1, submitted: 1, accepted: 1, late: 2 })
    expect(board.past.cells.get(place.cauGo)?.at(-1)).toEqual({ status: 'accepted', late: false, short: null })
  })

  test('what came with cells missing stands by itself, until the province takes less for complete', async () => {
    const all71 = Object.keys(await answeringAll({})).length
    await accepted(place.people.benDoOfficer, place.people.reviewer, { F01: '10', D03: '0', E01: 'không áp dụng' })
    const ctx = as(place.people.reviewer, late)
    const short = doneBy(await boardPage(ctx, asked, { ...all, filter: 'incomplete' }, 1))
    expect(short.counts).toMatchObject({ all: 4, incomplete: 1, accepted: 0, submitted: 0 })
    expect(short.rows.map(({ name, state, cells }) => [name, state, cells?.answered, cells?.asked])).toEqual([
      ['Xã Bến Đò', 'accepted', 3, all71],
    ])
    expect(short.past.cells.get(place.benDo)?.at(-1)?.short).toEqual({ answered: 3, asked: all71, least: 100 })
    await database.asOwner('update obligation_rule set least_answered = 3 where province_id = $1', [place.province])
    const enough = doneBy(await boardPage(ctx, asked, { ...all, filter: 'incomplete' }, 1))
    expect([enough.rows, enough.counts.accepted]).toEqual([[], 1])
  })

  test('is narrowed by where a report stands and by a name without marks', async () => {
    await submitted(place.people.benDoOfficer, await answeringAll({ D03: '5' }))
    const ctx = as(place.people.reviewer, late)
    const waiting = doneBy(await boardList(ctx, asked, { ...all, filter: 'submitted' }))
    expect(waiting.rows.map(({ name }) => name)).toEqual(['Xã Bến Đò'])
    const found = doneBy(await boardPage(ctx, asked, { ...all, words: 'cho moi' }, 7))
    expect(found).toMatchObject({ total: 1, page: 1, pages: 1 })
    expect(found.rows[0]?.name).toBe('Phường Chợ Mới')
  })

  test('counts what the newest copy asks, explained or not, and the open questions', async () => {
    const officer = place.people.benDoOfficer
    const id = await typed(officer, { F01: '100', F05: '0', F06: '90', F07: '5', F08: '0', F09: '0', F11: '0' })
    const reason = 'Năm hồ sơ chuyển về huyện cũ trước ngày 1/7, chưa có kết quả.'
    doneBy(await explainFinding(as(officer), id, 'Q02:F01', reason))
    doneBy(await submitNow(as(officer), id))
    const ctx = as(place.people.reviewer, late)
    const [row] = doneBy(await boardList(ctx, asked, { ...all, filter: 'asking' })).rows
    expect(row).toMatchObject({ name: 'Xã Bến Đò', openQuestions: 0 })
    expect(row?.asking).toBeGreaterThan(0)
    const question = [{ cell: { code: 'F01', dimension: '' }, text: 'Tổng này có tính hồ sơ trực tuyến không?' }]
    doneBy(await returnReport(ctx, id, await versionOf(id), question))
    const [sentBack] = doneBy(await boardList(ctx, asked, { ...all, filter: 'questions' })).rows
    expect(sentBack).toMatchObject({ state: 'returned', asking: null, openQuestions: 1 })
  })

  test('an extension moves the day that counts, and who was let off is neither late nor expected', async () => {
    const ctx = as(place.people.reviewer, late)
    await typed(place.people.benDoOfficer, { F01: '10' })
    await leniency(ctx, place, { extended: localDate('2026-12-10') })
    const { rows, counts, past } = doneBy(await boardPage(ctx, asked, { ...all, order: 'name' }, 1))
    const said = rows.map((row) => [row.name, boardStateName[row.state], dueSaid(row), row.daysLate > 0])
    expect(said).toEqual([
      ['Phường Chợ Mới', 'chưa bắt đầu', '12/10/2026', true],
      ['Xã Bến Đò', 'được miễn kỳ này', '', false],
      ['Xã Cầu Gỗ', 'chưa bắt đầu', '12/10/2026', true],
      ['Xã Đồi Chè', 'chưa bắt đầu', 'gia hạn tới 10/12/2026', false],
    ])
    expect(counts).toMatchObject({ all: 4, late: 2, extended: 1, waived: 1, draft: 0 })
    expect(past.cells.get(place.benDo)?.at(-1)).toEqual({ status: 'waived', late: false, short: null })
  })

  test('what no rule asks for is owed by nobody, and is not late', async () => {
    const month = { ...asked, period: monthOf(2026, 8) }
    const { rows, counts } = doneBy(await boardPage(as(place.people.reviewer, late), month, all, 1))
    expect(rows.map(({ state, daysLate }) => [state, daysLate])).toEqual(rows.map(() => ['not-owed', 0]))
    expect(counts).toMatchObject({ all: 4, late: 0, 'not-owed': 4 })
  })

  test('of a period before a unit began, the unit is not asked', async () => {
    const before = periodOf('quarter', 2025, 1)
    if (!before) throw new Error('no quarter')
    const board = doneBy(await boardPage(as(place.people.reviewer, late), { ...asked, period: before }, all, 1))
    expect(board.rows.map(({ name }) => name)).toContain('Xã Khe Vắng')
  })
})

describe('who may not see it', () => {
  test('a commune, an administrator and another province see nothing of it', async () => {
    const nobody = [place.people.doiCheLeader, place.people.administrator]
    for (const person of nobody) expect(answerOf(await boardPage(as(person, late), asked, all, 1))).toBe('forbidden')
    const other = doneBy(await boardPage(as(place.people.otherReviewer, late), asked, all, 1))
    expect(other.rows.map(({ name }) => name)).toEqual(['Xã Gió Lùa'])
  })

  test('a template that is not there has no board', async () => {
    const unknown = { ...asked, template: 'khong-co' as TemplateCode }
    expect(answerOf(await boardPage(as(place.people.reviewer, late), unknown, all, 1))).toBe('not-found')
  })
})
