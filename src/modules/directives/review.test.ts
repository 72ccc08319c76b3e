import { expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import {
  meets,
  milestonesOf,
  owingOf,
  wholeYears,
  yearsAfter,
  yearsDiffer,
  yearsDifferText,
  type ReviewEntry,
  type ReviewRule,
} from './review.ts'

const rule = (afterYears: number, kind: 'interim' | 'final'): ReviewRule => ({
  ...{ code: `r${afterYears}`, afterYears, kind, directiveKinds: ['resolution'], source: '', certainty: 'unverified' },
})
const rules = [rule(10, 'final'), rule(3, 'interim'), rule(5, 'interim')]

function held(on: string, of: string, years: number | null): ReviewEntry {
  return {
    ...{ directive: { code: 'x', number: '43-KL/TW', issuedOn: localDate(of) }, kind: 'interim', years },
    ...{ heldOn: localDate(on), period: null, document: '', conclusions: '' },
  }
}

test('“5 năm” of a document of 7/1/2019 held in November 2023 are four years, and it is said when five are full', () => {
  const found = yearsDiffer(held('2023-11-16', '2019-01-07', 5))
  expect(found).toMatchObject({ said: 5, passed: 4 })
  expect(found && yearsDifferText(found)).toMatch(
    /^Ghi là 5 năm, nhưng từ ngày ban hành 7\/1\/2019 .* mới được 4 năm tròn; đủ 5 năm vào ngày 7\/1\/2024/,
  )
})

test.each([
  ['10 years of 3/6/2013 in November 2023', '2023-11-16', '2013-06-03', 10, null],
  ['some months early in the year of the milestone', '2023-03-01', '2013-06-03', 10, null],
  ['the year after', '2024-03-01', '2013-06-03', 10, null],
  ['5 years of 20/1/2018 in 2023', '2023-11-16', '2018-01-20', 5, null],
  ['no years said', '2023-11-16', '2019-01-07', null, null],
  ['3 years when ten have passed', '2023-11-16', '2013-06-03', 3, 10],
])('%s', (_, on, of, years, passed) => {
  expect(yearsDiffer(held(on, of, years))?.passed ?? null).toBe(passed)
})

test('whole years are counted to the day, and a leap day has its anniversary', () => {
  expect(wholeYears(localDate('2019-01-07'), localDate('2024-01-06'))).toBe(4)
  expect(wholeYears(localDate('2019-01-07'), localDate('2024-01-07'))).toBe(5)
  expect(yearsAfter(localDate('2020-02-29'), 5)).toBe('2025-02-28')
  expect(yearsAfter(localDate('2020-02-29'), 4)).toBe('2024-02-29')
})

test('milestones follow the rules of the kind, in order, and stop where the document ended', () => {
  const directive = {
    number: '25-NQ/TW',
    kind: 'resolution' as const,
    issuedOn: localDate('2013-06-03'),
    inForceTo: null,
  }
  expect(milestonesOf(directive, rules).map(({ day }) => day)).toEqual(['2016-06-03', '2018-06-03', '2023-06-03'])
  expect(milestonesOf({ ...directive, inForceTo: localDate('2018-06-03') }, rules)).toHaveLength(2)
  expect(milestonesOf({ ...directive, kind: 'decision' }, rules)).toEqual([])
  expect(milestonesOf({ ...directive, issuedOn: null }, rules)).toEqual([])
  const ofDecisions = rules.map((one): ReviewRule => ({ ...one, directiveKinds: ['decision'] }))
  expect(milestonesOf({ ...directive, number: '218-QĐ/TW', kind: 'decision' }, ofDecisions)).toHaveLength(3)
  expect(milestonesOf({ ...directive, number: '766/QĐ-TTg', kind: 'decision' }, ofDecisions)).toEqual([])
})

test('a milestone is held, overdue from its day on, near, or ahead', () => {
  const milestone = { rule: rule(5, 'interim'), day: localDate('2026-10-10') }
  const near = localDate('2027-01-08')
  expect(owingOf(milestone, true, localDate('2026-10-10'), near)).toBe('held')
  expect(owingOf(milestone, false, localDate('2026-10-10'), near)).toBe('overdue')
  expect(owingOf(milestone, false, localDate('2026-10-09'), near)).toBe('near')
  expect(owingOf({ ...milestone, day: localDate('2027-01-09') }, false, localDate('2026-10-09'), near)).toBe('ahead')
})

test('a review meets the milestone whose years it names, or the one in its year', () => {
  const milestone = { rule: rule(5, 'interim'), day: localDate('2024-01-07') }
  expect(meets({ years: 5, heldOn: localDate('2023-11-16') }, milestone)).toBe(true)
  expect(meets({ years: null, heldOn: localDate('2024-11-16') }, milestone)).toBe(true)
  expect(meets({ years: 3, heldOn: localDate('2024-11-16') }, milestone)).toBe(false)
})
