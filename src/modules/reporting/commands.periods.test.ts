import { beforeEach, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import {
  halfYearOf,
  monthOf,
  nineMonthsOf,
  parsePeriodKey,
  periodKey,
  quarterOf,
  rangeOf,
  yearOf,
  type Period,
} from '#kernel/period.ts'
import type { Actor } from '#modules/access/actor.ts'
import { formatValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, entries, submitNow, type Typed } from '../../../tests/support/reports.ts'
import { acceptReport, beginReport, publishReport, recallReport } from './commands.server.ts'
import { explainFinding, saveCells } from './entry-commands.server.ts'
import type { ContentFinding, ReportContent } from './content.ts'
import { homePage } from './home-queries.server.ts'
import { provincePage } from './province-queries.server.ts'
import { publishedReports } from './public-queries.server.ts'
import { reportPage } from './queries.server.ts'
import { currentTemplate, type ReportId } from './report.ts'

const database = useDatabase()
const { as, begun, typed, submitted, accepted, versionOf } = desk(database)
const [q1, q2, q3] = [quarterOf(2026, 1), quarterOf(2026, 2), quarterOf(2026, 3)]
const half = halfYearOf(2026)
const nine = nineMonthsOf(2026)
let place: TestProvince
let officer: Actor
let reviewer: Actor
beforeEach(async () => {
  place = await settleProvince(database)
  officer = place.people.doiCheOfficer
  reviewer = place.people.reviewer
})

async function contentOf(id: ReportId, who: Actor = officer): Promise<ReportContent> {
  const { content } = doneBy(await reportPage(as(who), id))
  if (!content) throw new Error('Nothing to read')
  return content
}
const told = (content: ReportContent, rule: string): string[] =>
  content.findings.filter((finding) => finding.rule === rule).map((finding) => `${finding.key} ${finding.verdict}`)
const finding = (content: ReportContent, key: string): ContentFinding | undefined =>
  content.findings.find((one) => one.key === key)
const accept = (texts: Typed, period: Period, who: Actor = officer, by: Actor = reviewer) =>
  accepted(who, by, texts, period)

describe('six and nine months', () => {
  const month = monthOf(2026, 9)
  const to14th = parsePeriodKey('2026-q3-n15') ?? q1
  const lastHalf = parsePeriodKey('2025-6-thang-cuoi') ?? q1
  const eightMonths = parsePeriodKey('2026-01-01_2026-08-31') ?? q1

  test.each([half, nine, yearOf(2025), month, to14th, lastHalf, eightMonths])(
    '%j is begun, filled, handed in and counted like a quarter',
    async (period) => {
      await accept({ D03: '5' }, period)
      const board = doneBy(await provincePage(as(reviewer), period))
      expect([board.counted, board.expected]).toEqual([1, 4])
      const [regime] = await database.asOwner<{ regime: string }>('select regime from report where unit_id = $1', [
        place.doiChe,
      ])
      expect(regime?.regime).toBe(period.regime)
    },
  )

  test('the same days typed as two dates are the same report', async () => {
    const id = await begun(officer, half)
    const days = rangeOf(localDate('2026-01-01'), localDate('2026-06-30')) ?? q1
    expect(await begun(officer, days)).toBe(id)
    expect(await begun(officer, parsePeriodKey('2026-6-thang') ?? q1)).toBe(id)
  })

  test('a row that an older version called a range is read by its days', async () => {
    const id = await begun(officer, nine)
    await database.asOwner(`update report set regime = 'range' where id = $1`, [id])
    expect(doneBy(await reportPage(as(officer), id)).report.period).toEqual(nine)
  })

  test('are refused before they begin, before they end, and to strangers', async () => {
    const wanted = { unit: place.doiChe, template: currentTemplate, period: halfYearOf(2027) }
    expect(answerOf(await beginReport(as(officer), wanted))).toBe('period-not-begun')
    const running = await typed(officer, { D03: '5' }, nine)
    const inAugust = as(officer, new Date('2026-08-20T02:00:00Z'))
    expect(answerOf(await submitNow(inAugust, running))).toBe('period-not-ended')
    expect(answerOf(await beginReport(as(place.people.benDoOfficer), { ...wanted, period: half }))).toBe('forbidden')
    expect(answerOf(await reportPage(as(place.people.otherOfficer), running))).toBe('not-found')
  })

  test('stand in the list of work by their names, and the quarters are owed first', async () => {
    await begun(officer, nine)
    const { tasks } = await homePage(as(officer))
    expect(tasks.map((task) => periodKey(task.period))).toEqual(['2026-q3', '2026-q2', '2026-9-thang'])
  })

  test('a province that asks for nine months reminds its communes of them', async () => {
    await database.asOwner(`update template_version set owed_for = '{quarter,nine-months}' where id = 'dan-van@2'`)
    try {
      const { tasks } = await homePage(as(officer))
      expect(tasks.map((task) => `${periodKey(task.period)} ${task.status}`)).toEqual([
        '2026-q3 not-begun',
        '2026-9-thang not-begun',
        '2026-q2 not-begun',
      ])
    } finally {
      await database.asOwner(`update template_version set owed_for = '{quarter}' where id = 'dan-van@2'`)
    }
  })

  test('a province that asks for months and for quarters to the 14th reminds its communes of those, with their due days', async () => {
    await database.asOwner(`update template_version set owed_for = '{month,quarter-15}' where id = 'dan-van@2'`)
    try {
      const { tasks } = await homePage(as(officer))
      expect(tasks.map((task) => `${periodKey(task.period)} ${task.timing.due}`)).toEqual([
        '2026-t09 2026-10-12',
        '2026-q3-n15 2026-09-24',
        '2026-t08 2026-09-10',
        '2026-q2-n15 2026-06-24',
      ])
      await begun(officer, to14th)
      expect((await homePage(as(officer))).tasks.find(({ period }) => period.to === to14th.to)?.status).toBe('draft')
    } finally {
      await database.asOwner(`update template_version set owed_for = '{quarter}' where id = 'dan-van@2'`)
    }
  })

  test('a regime that no rule sets cannot be owed', async () => {
    const owed = database.asOwner(`update template_version set owed_for = '{campaign}' where id = 'dan-van@2'`)
    await expect(owed).rejects.toThrow(/owed_for/)
  })

  test('the quarters to the 14th are what a year to the 14th is checked against, never the calendar ones', async () => {
    const yearTo14th = parsePeriodKey('2025-n15') ?? q1
    for (const n of [1, 2, 3, 4]) await accept({ D03: '2' }, parsePeriodKey(`2025-q${n}-n15`) ?? q1)
    await accept({ D03: '50' }, quarterOf(2025, 1))
    const content = await contentOf(await typed(officer, { D03: '9' }, yearTo14th))
    expect(finding(content, 'Q15:D03')).toMatchObject({ verdict: 'fails' })
  })

  test('the column beside them is the same months of the year before', async () => {
    await accept({ D03: '4' }, nineMonthsOf(2025))
    await accept({ D03: '7' }, q2)
    const line = (await contentOf(await begun(officer, nine))).lines.find((one) => one.cell.code === 'D03')
    expect(line?.previous && formatValue(line.previous)).toBe('4')
  })

  test('are published under their names and found by them', async () => {
    const id = await accept({ D03: '5' }, half)
    doneBy(await publishReport(as(reviewer), id, await versionOf(id)))
    const { reports } = await publishedReports(database.db, 'xa doi che 6 thang dau nam 2026', 1)
    expect(reports.map((one) => one.period)).toContainEqual(half)
  })
})

describe('rules over other periods look at what the same unit had accepted', () => {
  test('nine months below the six accepted cannot be handed in until they are put right', async () => {
    await accept({ D03: '9' }, half)
    const id = await typed(officer, { D03: '4' }, nine)
    expect(told(await contentOf(id), 'Q14')).toEqual(['Q14:D03 fails'])
    expect(answerOf(await submitNow(as(officer), id))).toBe('does-not-add-up')
    const reason = 'Sáu tháng đầu năm xã ghi nhầm số của cả năm trước.'
    expect(answerOf(await explainFinding(as(officer), id, 'Q14:D03', reason))).toBe('nothing-to-explain')
    doneBy(await saveCells(as(officer), id, entries({ D03: '11' }, { D03: '4' })))
    expect(answerOf(await submitNow(as(officer), id))).toBe('done')
  })

  test('a year that is not its quarters is handed in with a reason', async () => {
    for (const [quarter, held] of [
      [q1, '1'],
      [q2, '2'],
    ] as const)
      await accept({ D03: held }, quarter)
    const id = await typed(officer, { D03: '4' }, half)
    expect(told(await contentOf(id), 'Q15')).toEqual(['Q15:D03 fails'])
    const reason = 'Có một cuộc của quý I được bổ sung biên bản sau khi đã nộp.'
    doneBy(await explainFinding(as(officer), id, 'Q15:D03', reason))
    expect(answerOf(await submitNow(as(officer), id))).toBe('done')
    const copy = await contentOf(id, reviewer)
    expect(finding(copy, 'Q15:D03')?.explanation?.text).toBe(reason)
  })

  test('what is typed, handed in, taken back or returned is nobody’s measure; what is accepted is, at once', async () => {
    const earlier = await submitted(officer, { D03: '9' }, half)
    const id = await typed(officer, { D03: '4' }, nine)
    expect(told(await contentOf(id), 'Q14')).toEqual([])
    doneBy(await recallReport(as(officer), earlier, await versionOf(earlier)))
    expect(told(await contentOf(id), 'Q14')).toEqual([])
    doneBy(await submitNow(as(officer), earlier))
    doneBy(await acceptReport(as(reviewer), earlier, await versionOf(earlier)))
    expect(told(await contentOf(id), 'Q14')).toEqual(['Q14:D03 fails'])
  })

  test('another commune and another province measure nobody here', async () => {
    await accept({ D03: '9', I01: '19' }, half, place.people.benDoOfficer)
    await accept({ D03: '9' }, half, place.people.otherOfficer, place.people.otherReviewer)
    expect(told(await contentOf(await typed(officer, { D03: '4' }, nine)), 'Q14')).toEqual([])
  })

  test('the change since last year is held to its accepted end, and says which figure it lacks', async () => {
    const id = await typed(officer, { I01: '16', I02: '16', I03: '+2' }, q3)
    const before = await contentOf(id)
    expect(told(before, 'Q05')).toEqual(['Q05:I03 not-computable'])
    expect(finding(before, 'Q05:I03')?.text.sentence).toContain('ngày 31/12/2025')
    await accept({ I01: '15', I02: '15' }, quarterOf(2025, 4))
    expect(told(await contentOf(id), 'Q05')).toEqual(['Q05:I03 fails'])
    doneBy(await saveCells(as(officer), id, entries({ I03: '+1' }, { I03: '+2' })))
    expect(told(await contentOf(id), 'Q05')).toEqual(['Q05:I03 holds'])
  })

  test('a sum of communes that grew less is not held against the province; what the province typed is', async () => {
    await accept({ D03: '9' }, half)
    await accept({ D03: '5' }, nine, place.people.benDoOfficer)
    const { provinceLeader } = place.people
    const own = await typed(reviewer, { A10: '30', D03: '' }, half)
    doneBy(await submitNow(as(reviewer), own))
    doneBy(await acceptReport(as(provinceLeader), own, await versionOf(own)))
    const id = await typed(reviewer, { A10: '20' }, nine)
    expect(told(await contentOf(id, reviewer), 'Q14')).toEqual(['Q14:A10 fails'])
  })
})

describe('a template that changed on 1 July 2026', () => {
  const keysOf = (content: ReportContent): string[] => content.lines.map((line) => cellKey(line.cell))

  test('a report is made by the version of the last day of its period', async () => {
    const [before, after] = [await contentOf(await begun(officer, q2)), await contentOf(await begun(officer, q3))]
    expect([before.lines.length, after.lines.length]).toEqual([61, 71])
    expect(keysOf(before)).toContain('B03')
    expect(keysOf(after)).not.toContain('B03')
    expect(keysOf(after)).toContain('E08')
    expect(keysOf(await contentOf(await begun(officer, half)))).not.toContain('E08')
    expect(keysOf(await contentOf(await begun(officer, nine)))).toContain('E08')
  })

  test('what was begun by the old version stays by it, is found again and counts in the sums', async () => {
    const id = await begun(officer, q3)
    await database.asOwner(`update report set template_version = 'dan-van@1' where id = $1`, [id])
    expect(await begun(officer, q3)).toBe(id)
    expect((await contentOf(id)).lines).toHaveLength(61)
    doneBy(await saveCells(as(officer), id, entries({ F01: '100', B03: 'không áp dụng' })))
    doneBy(await submitNow(as(officer), id))
    doneBy(await acceptReport(as(reviewer), id, await versionOf(id)))
    const board = doneBy(await provincePage(as(reviewer), q3))
    expect(board.counted).toBe(1)
    const total = board.lines.find((line) => line.cell.code === 'F01')
    expect(total && formatValue(total.figure.value)).toBe('100')
  })

  test('the quarter before stands in the column beside although it was made by another version', async () => {
    await accept({ F01: '90' }, q2)
    const line = (await contentOf(await begun(officer, q3))).lines.find((one) => one.cell.code === 'F01')
    expect(line?.previous && formatValue(line.previous)).toBe('90')
    const board = doneBy(await provincePage(as(reviewer), q3))
    expect(board.matrix.cells.get(place.doiChe)?.slice(-2)).toEqual(['accepted', 'draft'])
  })
})
