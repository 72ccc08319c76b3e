import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import type { Numeral } from '#kernel/numerals.ts'
import { quarterOf, yearOf, type Period } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import type { Actor } from '#modules/access/actor.ts'
import { figure } from '#modules/figures/figure.ts'
import { setTarget } from '#modules/figures/target-commands.server.ts'
import type { TargetAim, TargetHand } from '#modules/figures/target.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { desk, doneBy, quarter, submitNow } from '../../../tests/support/reports.ts'
import type { ContentLine } from './content.ts'
import { targetsBeside } from './entry-queries.server.ts'
import { entryRow } from './entry-row.ts'
import { reportPage } from './queries.server.ts'
import type { ReportId } from './report.ts'
import { targetPeriods, targetsSaid } from './target-beside.ts'

const cell = { code: 'F01', dimension: '' }

function line(raw: string, numeral: Numeral = 'count'): ContentLine {
  return {
    ...{ section: 'F. Hồ sơ', cell, name: 'Hồ sơ', dimensionName: null, unitOfCount: 'hồ sơ', numeral, counts: '' },
    ...{ isPublic: true, figure: figure(raw, numeral), unitsCounted: null, countedFrom: null, previous: null },
  }
}

function target(amount: number, more: { setBy?: TargetHand; aim?: TargetAim; period?: Period } = {}) {
  return { cell, setBy: 'own' as const, aim: 'at-least' as const, period: quarter, amount: quantity(amount), ...more }
}

describe('what is to be reached stands beside the figure', () => {
  const here = { period: quarter, units: null }

  test.each([
    ['2.656', {}, 'chỉ tiêu 3.200: đạt 83%'],
    ['3.600', {}, 'chỉ tiêu 3.200: đạt 112,5%'],
    ['trên 1.600', {}, 'chỉ tiêu 3.200: đạt trên 50%'],
    ['khoảng 1.600', {}, 'chỉ tiêu 3.200: đạt khoảng 50%'],
    ['0', {}, 'chỉ tiêu 3.200: đạt 0%'],
    ['', {}, 'chỉ tiêu 3.200'],
    ['không áp dụng', {}, 'chỉ tiêu 3.200'],
    ['3.199', {}, 'chỉ tiêu 3.200: chưa đạt'],
    ['2.656', { setBy: 'superior' as const }, 'cấp trên giao 3.200: đạt 83%'],
    ['3.300', { aim: 'at-most' as const }, 'chỉ tiêu không quá 3.200: vượt mức'],
    ['3.100', { aim: 'at-most' as const }, 'chỉ tiêu không quá 3.200: trong mức'],
    ['3.100', { aim: 'exactly' as const }, 'chỉ tiêu đúng 3.200: chưa đúng mức'],
    ['900', { period: yearOf(2026) }, 'chỉ tiêu cả năm 3.200'],
  ])('“%s” against %j', (raw, more, said) => {
    expect(targetsSaid(line(raw), here, [target(3200, more)])).toEqual([said])
  })

  test('of a percentage no percentage is made', () => {
    expect(targetsSaid(line('85', 'percent'), here, [target(90)])).toEqual(['chỉ tiêu 90%: chưa đạt'])
  })

  test('the unit’s own stands before its superior’s, the target of the period instead of that of the year', () => {
    const set = [target(400, { setBy: 'superior' }), target(1600, { period: yearOf(2026) }), target(300)]
    expect(targetsSaid(line('150'), here, set)).toEqual(['chỉ tiêu 300: đạt 50%', 'cấp trên giao 400: đạt 37,5%'])
    expect(targetsSaid(line('150'), here, [{ ...target(300), cell: { code: 'F02', dimension: '' } }])).toEqual([])
  })

  test('a sum of some of the communes is said to be so far', () => {
    const sum = { ...line('150'), unitsCounted: 2 }
    const said = targetsSaid(sum, { period: quarter, units: { expected: 5, counted: 2 } }, [target(300)])
    expect(said).toEqual(['chỉ tiêu 300: đến nay đạt 50%'])
  })

  test('the year is asked for too, except by a report of the year itself', () => {
    expect(targetPeriods(quarterOf(2026, 3))).toEqual([quarterOf(2026, 3), yearOf(2026)])
    expect(targetPeriods(yearOf(2026))).toEqual([yearOf(2026)])
  })
})

describe('in the table of entry', () => {
  const database = useDatabase()
  const { as, typed } = desk(database)
  let place: TestProvince
  beforeEach(async () => {
    place = await settleProvince(database)
  })

  async function set(actor: Actor, raw: string, period: Period = quarter): Promise<void> {
    const document = { number: '', on: null }
    const said = { aim: null, raw, reason: '', document, unit: place.doiChe, cell, period }
    doneBy(await setTarget(as(actor), newId<'Target'>(), said))
  }

  async function besideF01(actor: Actor, id: ReportId): Promise<string[] | undefined> {
    const page = doneBy(await reportPage(as(actor), id))
    const targets = await targetsBeside(as(actor), page)
    const found = page.content?.lines.find((one) => one.cell.code === 'F01')
    return found && page.content ? entryRow(found, page.content, [], targets, {}).targets : undefined
  }

  test('its officer and its reviewer see both; a target of another period is not this one’s', async () => {
    const { doiCheOfficer, reviewer } = place.people
    const id = await typed(doiCheOfficer, { F01: '2.656' })
    expect(await besideF01(doiCheOfficer, id)).toEqual([])
    await set(doiCheOfficer, '3.200')
    await set(reviewer, '4.000')
    await set(reviewer, '9.000', quarterOf(2026, 2))
    const both = ['chỉ tiêu 3.200: đạt 83%', 'cấp trên giao 4.000: đạt 66,4%']
    expect(await besideF01(doiCheOfficer, id)).toEqual(both)
    expect(await besideF01(reviewer, id)).toBeUndefined()
    doneBy(await submitNow(as(doiCheOfficer), id))
    expect(await besideF01(reviewer, id)).toEqual(both)
  })
})
