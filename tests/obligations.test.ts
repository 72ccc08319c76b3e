import { beforeEach, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf } from '#kernel/period.ts'
import { inScope } from '#platform/database.ts'
import { unacceptReport } from '#modules/reporting/bulk-accept-commands.server.ts'
import { acceptReport, recallReport, returnReport } from '#modules/reporting/commands.server.ts'
import { closePeriod, reopenPeriod } from '#modules/reporting/closing-commands.server.ts'
import { closingPage } from '#modules/reporting/closing-queries.server.ts'
import { shortOf } from '#modules/reporting/completeness.ts'
import { extendObligations, withdrawExtension } from '#modules/reporting/extension-commands.server.ts'
import { homePage } from '#modules/reporting/home-queries.server.ts'
import { keepObligations } from '#modules/reporting/obligation-arising.server.ts'
import {
  addObligationRule,
  askAgain,
  endObligationRule,
  previewObligationRule,
  waiveObligation,
} from '#modules/reporting/obligation-commands.server.ts'
import { obligationsPage, owedPeriodPage, type OwedLine } from '#modules/reporting/obligation-page-queries.server.ts'
import { closingOf, obligationsOf } from '#modules/reporting/obligation-queries.server.ts'
import type { NewRule } from '#modules/reporting/obligation-rule.ts'
import { periodStanding } from '#modules/reporting/period-standing-queries.server.ts'
import { provincePage } from '#modules/reporting/province-queries.server.ts'
import { currentTemplate } from '#modules/reporting/report.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy, now, quarter } from './support/reports.ts'

const database = useDatabase()
const { as, answeringAll, submitted, accepted, versionOf } = desk(database)
const [from, to] = [localDate('2025-01-01'), localDate('2026-12-31')]
const reason = 'Mưa lũ, cán bộ đi chống bão'
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const inProvince = <Value>(work: Parameters<typeof inScope<Value>>[2]): Promise<Value> =>
  inScope(database.db, { reach: 'province', province: place.province }, work)
const all = () => inProvince((tx) => obligationsOf(tx, { province: place.province, from, to }))
const reviewer = (at = now) => as(place.people.reviewer, at)
const page = async (at = now) =>
  doneBy(await owedPeriodPage(reviewer(at), { template: currentTemplate, period: quarter }))
const lineOf = async (unit: UnitId, at = now): Promise<OwedLine> => {
  const found = (await page(at)).lines.find((one) => one.unit === unit)
  if (!found) throw new Error('It owes nothing')
  return found
}
const audited = async (kind: string): Promise<number> =>
  (await database.asOwner(`select from audit where province_id = $1 and kind = $2`, [place.province, kind])).length
const late = new Date('2026-10-20T02:00:00Z')

describe('what is owed is written down when its period has ended', () => {
  test('by what the template asks for, for every unit in force on the last day, once however often it is asked', async () => {
    await keepObligations(database.db, place.province, now)
    const first = await all()
    await keepObligations(database.db, place.province, now)
    await keepObligations(database.db, place.province, new Date('2026-10-08T02:00:00Z'))
    expect(await all()).toEqual(first)
    const third = first.filter(({ period }) => period.to === '2026-09-30')
    const owing = [place.province, place.doiChe, place.benDo, place.cauGo, place.choMoi]
    expect(third.map(({ unit }) => unit).sort()).toEqual(owing.sort())
    expect(new Set(third.map(({ due }) => due))).toEqual(new Set(['2026-10-12']))
    expect(first).toHaveLength(10)
  })

  test('two rounds at once write it once', async () => {
    await Promise.all([1, 2, 3].map(() => keepObligations(database.db, place.province, now)))
    expect(await all()).toHaveLength(10)
  })

  test('a commune reads its own alone, and a period that nobody closed is open', async () => {
    await keepObligations(database.db, place.province, now)
    const scope = { reach: 'unit' as const, province: place.province, unit: place.doiChe }
    const own = await inScope(database.db, scope, async (tx) => [
      await obligationsOf(tx, { province: place.province, from, to }),
      await closingOf(tx, place.province, currentTemplate, quarterOf(2026, 3)),
    ])
    expect(own).toMatchObject([[{ unit: place.doiChe }, { unit: place.doiChe }], null])
  })

  test('a reorganisation gives each side its own', async () => {
    const july = new Date('2025-07-05T02:00:00Z')
    await keepObligations(database.db, place.province, july)
    const owing = async (day: string) => (await all()).filter(({ period }) => period.to === day).map(({ unit }) => unit)
    expect(await owing('2025-06-30')).toContain(place.kheVang)
    await keepObligations(database.db, place.province, new Date('2025-10-05T02:00:00Z'))
    expect(await owing('2025-09-30')).not.toContain(place.kheVang)
    expect(await owing('2025-09-30')).toContain(place.choMoi)
  })

  test('a unit whose end is recorded only afterwards owes nothing any more', async () => {
    await keepObligations(database.db, place.province, now)
    await database.asOwner(
      `update unit_version set valid = daterange(lower(valid), '2026-09-01') where unit_id = $1 and upper_inf(valid)`,
      [place.cauGo],
    )
    const third = (await all()).filter(({ period }) => period.to === '2026-09-30')
    expect(third.map(({ unit }) => unit)).not.toContain(place.cauGo)
  })
})

describe('what is met', () => {
  const state = async (unit: UnitId, at = now) => {
    const { state: is, daysLate, cells } = await lineOf(unit, at)
    return [is, daysLate, shortOf(cells)?.answered ?? null]
  }

  test('is a report that waits or was accepted, by the day of that submission; sent or taken back it is owed again', async () => {
    const { doiCheOfficer, benDoOfficer, reviewer: province } = place.people
    const back = await submitted(doiCheOfficer, await answeringAll({ D03: '5' }))
    expect(await state(place.doiChe, late)).toEqual(['met', 0, null])
    const question = [{ cell: { code: 'D03', dimension: '' }, text: 'Năm cuộc có đúng không?' }]
    doneBy(await returnReport(as(province), back, await versionOf(back), question))
    expect(await state(place.doiChe, late)).toEqual(['open', 8, null])
    const taken = await submitted(benDoOfficer, await answeringAll({ D03: '5' }))
    doneBy(await recallReport(as(benDoOfficer), taken, await versionOf(taken)))
    expect(await state(place.benDo, late)).toEqual(['open', 8, null])
    expect((await page()).rate).toMatchObject({ due: 5, met: 0, open: 5 })
  })

  test('is no report whose acceptance was taken back and which was then sent back', async () => {
    const { doiCheOfficer, reviewer: province } = place.people
    const id = await accepted(doiCheOfficer, province, await answeringAll({ D03: '5' }))
    doneBy(await unacceptReport(as(province), id))
    expect(await state(place.doiChe, late)).toEqual(['met', 0, null])
    const question = [{ cell: { code: 'D03', dimension: '' }, text: 'Năm cuộc có đúng không?' }]
    doneBy(await returnReport(as(province), id, await versionOf(id), question))
    expect(await state(place.doiChe, late)).toEqual(['open', 8, null])
    const [task] = (await homePage(as(doiCheOfficer))).tasks
    expect(task).toMatchObject({ status: 'returned', short: null })
  })

  test('is not a report with empty cells, a stated zero is an answer, and the officer reads what is missing', async () => {
    const { doiCheOfficer, benDoOfficer, reviewer: province } = place.people
    const asked = Object.keys(await answeringAll({})).length
    await accepted(doiCheOfficer, province, { D03: '0' })
    expect(await state(place.doiChe, late)).toEqual(['incomplete', 0, 1])
    const [task] = (await homePage(as(doiCheOfficer))).tasks
    expect(task).toMatchObject({ status: 'accepted', short: { answered: 1, asked, least: 100 } })
    await submitted(benDoOfficer, await answeringAll({ D03: '0' }))
    expect(await state(place.benDo)).toEqual(['met', 0, null])
    expect((await page(late)).rate).toMatchObject({ due: 5, met: 1, incomplete: 1, open: 3, rate: 0.2 })
  })

  test('is what the province takes for complete, by the rule that made it owed', async () => {
    await accepted(place.people.doiCheOfficer, place.people.reviewer, { D03: '0' })
    await keepObligations(database.db, place.province, now)
    await database.asOwner('update obligation_rule set least_answered = 1 where province_id = $1', [place.province])
    expect(await state(place.doiChe)).toEqual(['met', 0, null])
  })
})

const monthly = (more: Partial<NewRule> = {}): NewRule => ({
  ...{ template: currentTemplate, tree: 'state', levels: ['commune'], regime: 'month' },
  ...{ due: { by: 'working-days', count: 3 }, least: 100, from: localDate('2026-08-01'), until: null },
  ...{ source: 'Công văn số 12-CV/BTGDV của Ban', isCertain: true },
  ...more,
})

describe('a rule of the province', () => {
  test('is looked at before it is written, and then gives what it said', async () => {
    const preview = doneBy(await previewObligationRule(reviewer(), monthly()))
    expect(preview).toMatchObject({ arises: 8, units: 4, period: { from: '2026-08-01' }, due: '2026-09-07' })
    expect((await all()).filter(({ period }) => period.regime === 'month')).toEqual([])
    doneBy(await addObligationRule(reviewer(), monthly()))
    expect((await all()).filter(({ period }) => period.regime === 'month')).toHaveLength(8)
    expect(await audited('obligation-rule-added')).toBe(1)
    const { tasks, coming } = await homePage(as(place.people.doiCheOfficer))
    expect(tasks.map(({ period }) => period.regime)).toContain('month')
    expect(coming.map(({ period, due }) => [period.from, due])).toEqual([
      ['2026-10-01', '2026-11-04'],
      ['2026-10-01', '2027-01-11'],
    ])
  })

  test.each([
    ['rule-overlaps', { from: localDate('2026-09-01') }],
    ['rule-levels-not-carried', { levels: [] }],
    ['rule-too-early', { from: localDate('2021-01-01') }],
    ['rule-ends-before-it-begins', { until: localDate('2026-07-01') }],
    ['reason-too-short', { source: 'CV 12' }],
    ['rule-least-not-a-percentage', { least: 0 }],
    ['rule-least-not-a-percentage', { least: 101 }],
    ['personal-number', { source: 'Gọi ông Ất số 0912 345 678' }],
    ['rule-template-unknown', { template: 'khong-co' as typeof currentTemplate }],
  ] as const)('is refused: %s', async (code, more) => {
    doneBy(await addObligationRule(reviewer(), monthly()))
    expect(answerOf(await addObligationRule(reviewer(), monthly({ ...more } as Partial<NewRule>)))).toBe(code)
  })

  test('is set by nobody but the province’s officers and leaders', async () => {
    const { doiCheLeader, administrator, otherReviewer, provinceLeader } = place.people
    for (const who of [doiCheLeader, administrator]) {
      expect(answerOf(await addObligationRule(as(who), monthly()))).toBe('forbidden')
      expect(answerOf(await obligationsPage(as(who)))).toBe('forbidden')
    }
    const id = doneBy(await addObligationRule(as(provinceLeader), monthly()))
    const end = { until: to, reason, version: 1 }
    expect(answerOf(await endObligationRule(as(otherReviewer), id, end))).toBe('not-found')
    expect(answerOf(await endObligationRule(as(doiCheLeader), id, end))).toBe('forbidden')
  })

  test('ends on a day from which nothing arises by it; what has arisen stays', async () => {
    const id = doneBy(await addObligationRule(reviewer(), monthly()))
    const end = { until: localDate('2026-10-31'), reason, version: 1 }
    expect(answerOf(await endObligationRule(reviewer(), id, { ...end, until: localDate('2026-09-15') }))).toBe(
      'rule-has-arisen',
    )
    expect(answerOf(await endObligationRule(reviewer(), id, { ...end, reason: 'thôi' }))).toBe('reason-too-short')
    doneBy(await endObligationRule(reviewer(), id, end))
    expect(answerOf(await endObligationRule(reviewer(), id, end))).toBe('changed-meanwhile')
    await keepObligations(database.db, place.province, new Date('2026-12-05T02:00:00Z'))
    const months = (await all()).filter(({ period }) => period.regime === 'month').map(({ period }) => period.to)
    expect([...new Set(months)].sort()).toEqual(['2026-08-31', '2026-09-30', '2026-10-31'])
  })
})

describe('more time', () => {
  const asked = (units: readonly UnitId[], until = '2026-10-30', why = reason) => ({
    ...{ template: currentTemplate, period: quarter, units, until: localDate(until), reason: why },
  })

  test('is given to several units at once, counts from then on, and is taken back', async () => {
    await keepObligations(database.db, place.province, now)
    doneBy(await extendObligations(reviewer(), asked([place.doiChe, place.benDo])))
    expect(await lineOf(place.doiChe, late)).toMatchObject({
      due: '2026-10-30',
      daysLate: 0,
      extendedUntil: '2026-10-30',
    })
    expect(await lineOf(place.cauGo, late)).toMatchObject({ due: '2026-10-12', daysLate: 8 })
    const [task] = (await homePage(as(place.people.doiCheOfficer, late))).tasks
    expect(task).toMatchObject({
      extended: { until: '2026-10-30', reason, by: 'Phạm Văn Duyệt' },
      timing: { due: '2026-10-30', daysLeft: 10 },
    })
    const standing = doneBy(await periodStanding(reviewer(late), quarter))
    expect(standing.reports.find(({ unit }) => unit.unit === place.doiChe)).toMatchObject({ daysLate: 0 })
    doneBy(await extendObligations(reviewer(), asked([place.doiChe], '2026-11-05')))
    const given = (await page()).extensions
    expect(given.map(({ withdrawn }) => withdrawn !== null).filter(Boolean)).toHaveLength(1)
    const standingOne = given.find(({ until }) => until === '2026-11-05')
    if (!standingOne) throw new Error('It was not given')
    doneBy(await withdrawExtension(reviewer(), standingOne.id))
    expect(answerOf(await withdrawExtension(reviewer(), standingOne.id))).toBe('changed-meanwhile')
    expect(await lineOf(place.doiChe, late)).toMatchObject({ due: '2026-10-12', daysLate: 8 })
    expect([await audited('obligation-extended'), await audited('obligation-extension-withdrawn')]).toEqual([3, 1])
  })

  test('is refused where it gives none, to who handed in, without a reason, and to strangers', async () => {
    await accepted(place.people.benDoOfficer, place.people.reviewer, { D03: '5' })
    await keepObligations(database.db, place.province, now)
    const extend = async (units: readonly UnitId[], until?: string, why?: string) =>
      answerOf(await extendObligations(reviewer(), asked(units, until, why)))
    expect(await extend([])).toBe('no-unit-chosen')
    expect(await extend([place.doiChe, place.kheVang])).toBe('no-unit-chosen')
    expect(await extend([place.doiChe, place.benDo])).toBe('obligation-met')
    expect(await extend([place.doiChe], '2026-10-12')).toBe('extension-not-later')
    expect(await extend([place.doiChe], '2028-10-12')).toBe('extension-too-far')
    expect(await extend([place.doiChe], '2026-10-30', 'bận')).toBe('reason-too-short')
    expect(answerOf(await extendObligations(as(place.people.doiCheLeader), asked([place.doiChe])))).toBe('forbidden')
    expect(answerOf(await extendObligations(as(place.people.otherReviewer), asked([place.doiChe])))).toBe(
      'no-unit-chosen',
    )
    expect(await audited('obligation-extended')).toBe(0)
  })
})

describe('letting a unit off', () => {
  test('takes it out of what is asked, and is undone; never for who handed in', async () => {
    await accepted(place.people.benDoOfficer, place.people.reviewer, await answeringAll({ D03: '5' }))
    const one = await lineOf(place.doiChe)
    const typed = { reason, version: one.version }
    expect(answerOf(await waiveObligation(reviewer(), one.id, { ...typed, reason: 'thôi' }))).toBe('reason-too-short')
    expect(answerOf(await waiveObligation(as(place.people.doiCheLeader), one.id, typed))).toBe('forbidden')
    expect(answerOf(await waiveObligation(as(place.people.otherReviewer), one.id, typed))).toBe('not-found')
    const met = await lineOf(place.benDo)
    expect(answerOf(await waiveObligation(reviewer(), met.id, { reason, version: met.version }))).toBe('obligation-met')
    doneBy(await waiveObligation(reviewer(), one.id, typed))
    expect(answerOf(await waiveObligation(reviewer(), one.id, typed))).toBe('changed-meanwhile')
    expect((await page(late)).rate).toMatchObject({ due: 5, met: 1, waived: 1, open: 3, rate: 0.25 })
    const [task] = (await homePage(as(place.people.doiCheOfficer, late))).tasks
    expect(task?.waivedFor).toBe(reason)
    const waived = await lineOf(place.doiChe)
    expect(answerOf(await askAgain(as(place.people.administrator), one.id, waived.version))).toBe('forbidden')
    doneBy(await askAgain(reviewer(), one.id, waived.version))
    expect(answerOf(await askAgain(reviewer(), one.id, waived.version))).toBe('changed-meanwhile')
    expect((await lineOf(place.doiChe)).state).toBe('open')
  })
})

describe('closing a period', () => {
  const gap = (unit: UnitId, why = reason) => ({ unit, reason: why })
  const close = (gaps: readonly { unit: UnitId; reason: string }[], who = place.people.reviewer) =>
    closePeriod(as(who, late), { period: quarter, note: '', gaps })

  test('names who is missing, and the total says so until their report is accepted or the period is opened again', async () => {
    await accepted(place.people.benDoOfficer, place.people.reviewer, { D03: '5' })
    const waiting = await submitted(place.people.doiCheOfficer, { D03: '5' })
    const others = [gap(place.cauGo), gap(place.choMoi)]
    expect(answerOf(await close(others))).toBe('reports-wait-unread')
    expect(answerOf(await close([gap(place.doiChe), gap(place.cauGo)]))).toBe('gaps-not-named')
    expect(answerOf(await close([...others, gap(place.doiChe), gap(place.benDo)]))).toBe('gap-is-counted')
    expect(answerOf(await close([...others, gap(place.doiChe, 'bận')]))).toBe('reason-too-short')
    expect(answerOf(await close([...others, gap(place.doiChe)], place.people.doiCheLeader))).toBe('forbidden')
    const both = await Promise.all([close([...others, gap(place.doiChe)]), close([...others, gap(place.doiChe)])])
    expect(both.map(answerOf).sort()).toEqual(['done', 'period-closed-already'])
    const names = async () => doneBy(await provincePage(reviewer(late), quarter)).gaps.map(({ name }) => name)
    expect(await names()).toEqual(['Phường Chợ Mới', 'Xã Cầu Gỗ', 'Xã Đồi Chè'])
    doneBy(await acceptReport(reviewer(late), waiting, await versionOf(waiting)))
    expect(await names()).toEqual(['Phường Chợ Mới', 'Xã Cầu Gỗ'])
    expect(doneBy(await periodStanding(reviewer(late), quarter)).gaps).toHaveLength(2)
    const again = (why: string, who = place.people.reviewer) =>
      reopenPeriod(as(who, late), { period: quarter, reason: why })
    expect(answerOf(await again('nhầm'))).toBe('reason-too-short')
    expect(answerOf(await again(reason, place.people.doiCheOfficer))).toBe('forbidden')
    doneBy(await again(reason))
    expect(answerOf(await again(reason))).toBe('period-not-closed')
    expect(await names()).toEqual([])
    const { past, closing } = doneBy(await closingPage(reviewer(late), quarter))
    expect([closing, past.length, past[0]?.gaps, past[0]?.reopened?.reason]).toEqual([null, 1, 3, reason])
    expect([await audited('period-closed'), await audited('period-reopened')]).toEqual([1, 1])
  })

  test('is refused while the period runs', async () => {
    const running = await closePeriod(reviewer(), { period: quarterOf(2026, 4), note: '', gaps: [] })
    expect(answerOf(running)).toBe('period-still-runs')
  })
})

describe('another calendar', () => {
  test('moves the due days of what is owed, never of what was met', async () => {
    await accepted(place.people.benDoOfficer, place.people.reviewer, { D03: '5' })
    await keepObligations(database.db, place.province, now)
    await database.asOwner(
      `insert into calendar_day (year, day, kind, name, basis, official)
       values (2026, '2026-10-12', 'off', 'Nghỉ thử', 'thử', true)`,
    )
    try {
      expect((await lineOf(place.doiChe)).due).toBe('2026-10-13')
      expect((await lineOf(place.benDo)).due).toBe('2026-10-12')
    } finally {
      await database.asOwner(`delete from calendar_day where day = '2026-10-12'`)
    }
  })
})
