import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { quarterOf } from '#kernel/period.ts'
import type { Actor } from '#modules/access/actor.ts'
import { openCube, type Cube } from '#modules/figures/cube.server.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, quarter, submitNow } from '../../../tests/support/reports.ts'
import { removeFigure } from './commands.server.ts'
import { briefDocument } from './documents.ts'
import type { Brief } from './facts.ts'
import { briefChoice, briefPage } from './queries.server.ts'
import { briefSections } from './sections.ts'
import { figureRows } from './words.ts'

const database = useDatabase()
const { as, accepted, typed, submitted } = desk(database)
const spring = quarterOf(2026, 2)
let place: TestProvince
let cube: Cube

beforeAll(async () => {
  cube = openCube(database.url)
  place = await settleProvince(database)
  const { doiCheOfficer, benDoOfficer, cauGoOfficer, choMoiOfficer, reviewer } = place.people
  await accepted(doiCheOfficer, reviewer, { E01: '40', D03: '2', H01: '6' }, spring)
  await accepted(benDoOfficer, reviewer, { E01: '30', D03: '3', H01: '6' }, spring)
  await accepted(cauGoOfficer, reviewer, { E01: '20', D03: '1', H01: '6' }, spring)
  await accepted(doiCheOfficer, reviewer, { E01: '90', D03: '2', H01: '6' })
  await accepted(benDoOfficer, reviewer, { E01: '24', D03: '3', H01: 'khoảng 6' })
  await submitted(cauGoOfficer, { E01: '777' })
  await typed(choMoiOfficer, { E01: '5' })
})
afterAll(() => cube.close())

async function briefFor(actor: Actor, period = quarter): Promise<Brief> {
  return doneBy(await briefPage(as(actor), cube, period))
}

const wordsOf = (brief: Brief): string =>
  briefSections(brief)
    .flatMap(({ title, groups, empty, note }) => [
      title,
      empty ?? '',
      note ?? '',
      ...groups.flatMap((group) => [
        group.title ?? '',
        ...group.lines.map((line) => line.map(({ text }) => text).join('')),
      ]),
    ])
    .join('\n')

const rowOf = (brief: Brief, key: string) => figureRows(brief).find((row) => row.key === key)

describe('the brief of a province', () => {
  test('sums what was accepted, says of how many, and puts it beside other periods only where both are whole', async () => {
    const brief = await briefFor(place.people.provinceLeader)
    const row = rowOf(brief, 'E01')
    expect(row).toMatchObject({ value: '114', of: 'từ 2 trên 4 xã, phường' })
    expect(row?.before).toEqual({ value: '90', change: 'kỳ ấy mới có 3/4 đơn vị' })
    expect(rowOf(brief, 'H01')?.value).toBe('khoảng 12')
    expect(row?.href).toMatch(/^\/desk\/kham-pha\?indicators=E01&/)
  })

  test('puts the same communes beside themselves, and names who made the change, to the last one', async () => {
    const words = wordsOf(await briefFor(place.people.provinceLeader))
    expect(words).toContain('Lượt tiếp công dân: 70 → 114, +44 (+62,9%), trong 2 xã, phường có số ở cả hai kỳ.')
    expect(words).toContain('Nhiều nhất ở Xã Đồi Chè +50; 1 đơn vị khác −6.')
  })

  test('says who is late so that everybody expected is counted once', async () => {
    const brief = await briefFor(place.people.provinceLeader)
    const words = wordsOf(brief)
    expect(words).toContain('2 đã nhận + 1 chờ duyệt + 0 trả lại + 1 chưa nộp = 4 xã, phường')
    expect(words).toContain('Chưa nộp, còn trong hạn (1): Phường Chợ Mới.')
    expect(words).toContain('Mới có 2 trên 4 báo cáo được nhận; 1 báo cáo đã nộp còn chờ duyệt')
    expect(words).toContain('Có số làm tròn hoặc ước: hộ được giúp thoát nghèo, thoát cận nghèo.')
  })

  test('is late by the calendar of the board once the last day is over', async () => {
    const after = as(place.people.provinceLeader, new Date('2026-10-20T02:00:00Z'))
    const brief = doneBy(await briefPage(after, cube, quarter))
    expect(wordsOf(brief)).toContain('Chưa nộp, quá 8 ngày (1): Phường Chợ Mới.')
  })

  test('names no officer and shows nothing that a commune has not handed in', async () => {
    const brief = await briefFor(place.people.provinceLeader)
    const all = `${wordsOf(brief)}${JSON.stringify(figureRows(brief))}`
    for (const { name } of Object.values(place.people)) expect(all).not.toContain(name)
    expect(all).not.toContain('777')
    expect(brief.standing.reports.every(({ unit }) => unit.province === place.province)).toBe(true)
  })

  test('is the same for its officers and its auditor, and another province has another', async () => {
    const auditor: Actor = { ...place.people.reviewer, account: newId<'Account'>(), duty: 'auditor' }
    const leaders = await briefFor(place.people.provinceLeader)
    for (const actor of [place.people.reviewer, auditor])
      expect(figureRows(await briefFor(actor))).toEqual(figureRows(leaders))
    const other = await briefFor(place.people.otherProvinceLeader)
    expect(rowOf(other, 'E01')).toMatchObject({ value: 'chưa có số', of: 'từ 0 trên 1 xã, phường' })
    expect(wordsOf(other)).not.toContain('Đồi Chè')
  })
})

describe('the brief of a commune', () => {
  test('shows its own people what they type, beside what was accepted before', async () => {
    const brief = await briefFor(place.people.choMoiOfficer)
    expect(rowOf(brief, 'E01')).toMatchObject({ value: '5', of: null, before: { change: 'kỳ ấy chưa có số' } })
    expect(wordsOf(brief)).toContain('Báo cáo chưa nộp: số ở đây là số đang nhập.')
    const own = await briefFor(place.people.doiCheLeader)
    expect(rowOf(own, 'E01')).toMatchObject({ value: '90', before: { value: '40', change: '+50 (+125%)' } })
    expect(rowOf(own, 'E01')?.href).toMatch(/^\/desk\/bao-cao\/.+\/o\/E01$/)
  })

  test('says nothing of its neighbours', async () => {
    const brief = await briefFor(place.people.choMoiOfficer)
    const all = `${wordsOf(brief)}${JSON.stringify(figureRows(brief))}`
    for (const words of ['Đồi Chè', 'Bến Đò', 'Cầu Gỗ', ' 777', '"114"']) expect(all).not.toContain(words)
  })
})

test('an administrator has no brief and nothing to choose; an auditor reads it and chooses nothing', async () => {
  const auditor: Actor = { ...place.people.doiCheOfficer, account: newId<'Account'>(), duty: 'auditor' }
  expect(answerOf(await briefPage(as(place.people.administrator), cube, quarter))).toBe('forbidden')
  expect(answerOf(await briefChoice(as(place.people.administrator)))).toBe('forbidden')
  expect(answerOf(await briefChoice(as(auditor)))).toBe('forbidden')
  expect(answerOf(await briefPage(as(auditor), cube, quarter))).toBe('done')
})

test('the figures stand as the unit chose them', async () => {
  const { kheVangOfficer, benDoOfficer } = place.people
  doneBy(await removeFigure(as(benDoOfficer), 'F01'))
  const choice = doneBy(await briefChoice(as(benDoOfficer)))
  expect(choice.chosen.map(({ key }) => key)).toEqual(['F10', 'F09', 'E01', 'E16', 'D03', 'B13', 'H01'])
  expect(choice.others.flatMap(({ lines }) => lines).some(({ key }) => key === 'F01')).toBe(true)
  expect((await briefFor(benDoOfficer)).figures.map(({ of }) => of.measure.key)).toEqual(
    choice.chosen.map(({ key }) => key),
  )
  // A unit that is no more has no brief for a period after its end.
  expect(answerOf(await briefPage(as(kheVangOfficer), cube, quarter))).toBe('not-found')
})

test('a figure that was saved stands in the next brief', async () => {
  const { cauGoOfficer, provinceLeader } = place.people
  const id = await typed(cauGoOfficer, { E01: '11' }, quarterOf(2025, 4))
  expect(rowOf(await briefFor(cauGoOfficer, quarterOf(2025, 4)), 'E01')?.value).toBe('11')
  doneBy(await submitNow(as(cauGoOfficer), id))
  expect(rowOf(await briefFor(provinceLeader, quarterOf(2025, 4)), 'E01')?.value).toBe('chưa có số')
})

test('before anybody reported it says so in words, and nothing is odd', async () => {
  const brief = await briefFor(place.people.provinceLeader, quarterOf(2025, 3))
  const words = wordsOf(brief)
  expect(rowOf(brief, 'E01')?.value).toBe('chưa có số')
  expect(words).toContain('Không có số nào đủ ở cả hai kỳ')
  expect(words).toContain('Không có số nào khác hẳn các kỳ trước')
})

test('the document says what the page says, and that it is internal', async () => {
  const brief = await briefFor(place.people.provinceLeader)
  const printed = JSON.stringify(briefDocument(brief, true))
  for (const words of [
    'Bản tóm tắt nội bộ',
    '9h00 ngày 7/10/2026',
    'Dữ liệu ví dụ',
    'Xã Đồi Chè',
    'Điều có thể làm số khác đi',
  ])
    expect(printed).toContain(words)
})
