import { describe, expect, test } from 'vitest'
import { quarterOf } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import type { FigureValue } from '#modules/figures/figure.ts'
import { settleProvince } from '../../../tests/support/province.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { answerOf, desk, quarter } from '../../../tests/support/reports.ts'
import { carryForward } from './carry-commands.server.ts'
import { carriedOf } from './carry.ts'
import { cellPanel, reportPage } from './queries.server.ts'

const known: FigureValue = { state: 'reported', amount: quantity(3200), qualifier: 'over' }
const lastQuarter = quarterOf(2026, 2)

describe('last period’s number', () => {
  test.each([
    ['a stock is taken over as it was said', 'stock', known, 'trên 3.200'],
    ['a stock of nothing is nothing again', 'stock', { state: 'zero' }, '0'],
    ['a flow never: it happened in its own days', 'flow', known, 'flow'],
    ['a ratio never: it is worked out', 'ratio', known, 'computed'],
    ['a change never', 'change', known, 'computed'],
    ['what was not known then is not known now', 'stock', { state: 'not-yet-known' }, 'none'],
    ['nothing before', 'stock', null, 'none'],
  ] as const)('%s', (_, nature, previous, answer) => {
    const carried = carriedOf({ previous, numeral: 'count', countedFrom: null }, nature, quarter)
    expect(carried.kind === 'text' ? carried.text : carried.why).toBe(answer)
  })

  test('a report from 1 January on has no period just before it', () => {
    const halfYear = { regime: 'half-year', from: '2026-01-01', to: '2026-06-30' } as unknown as typeof quarter
    expect(carriedOf({ previous: known, numeral: 'count', countedFrom: null }, 'stock', halfYear)).toEqual({
      kind: 'no',
      why: 'cumulative',
    })
  })
})

describe('taking it over', () => {
  const database = useDatabase()
  const { as, accepted, begun, submitted } = desk(database)

  test('done: every stock without a number gets last period’s in one step; flows stay empty', async () => {
    const { people } = await settleProvince(database)
    const officer = people.doiCheOfficer
    await accepted(officer, people.reviewer, { F14: '345', E01: '12' }, lastQuarter)
    const id = await begun(officer)
    expect(await carryForward(as(officer), id, null)).toMatchObject({ ok: true, value: { saved: 1 } })
    const page = await reportPage(as(officer), id)
    const raw = (code: string) =>
      page.ok ? page.value.content?.lines.find((line) => line.cell.code === code)?.figure.raw : null
    expect([raw('F14'), raw('E01')]).toEqual(['345', ''])
    const panel = page.ok ? await cellPanel(as(officer), page.value, { code: 'E01', dimension: '' }) : null
    expect(panel?.beside?.past).toHaveLength(1)
    expect(panel?.beside?.carried).toEqual({ kind: 'no', why: 'flow' })
    expect(panel?.beside?.peers).toBeNull()
  })

  test('refused: a flow by its reason, and where there is nothing to take', async () => {
    const { people } = await settleProvince(database)
    const officer = people.doiCheOfficer
    const id = await begun(officer)
    expect(await carryForward(as(officer), id, 'E01')).toMatchObject({
      refusal: { code: 'not-carried', why: 'flow' },
    })
    expect(answerOf(await carryForward(as(officer), id, null))).toBe('nothing-to-carry')
    const handedIn = await submitted(officer)
    expect(answerOf(await carryForward(as(officer), handedIn, null))).toBe('not-open-for-entry')
  })

  test('forbidden: to a neighbour, and to the reviewer, who never types for a commune', async () => {
    const { people } = await settleProvince(database)
    const officer = people.doiCheOfficer
    const id = await begun(officer)
    expect(answerOf(await carryForward(as(people.benDoOfficer), id, null))).toMatch(/forbidden|not-found/)
    expect(answerOf(await carryForward(as(people.reviewer), id, null))).toBe('forbidden')
  })
})
