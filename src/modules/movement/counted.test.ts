import { describe, expect, test } from 'vitest'
import type { Id } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { factsOfYear } from './counted.ts'
import type { InitiativeId } from './initiative.ts'
import { daysAfter, type InitiativeYear, type MadeMove } from './year.ts'

const commune = '01900000-0000-7000-8000-000000000001' as Id<'Unit'>
const province = '01900000-0000-7000-8000-000000000002' as Id<'Unit'>
const noDays = daysAfter([], null)

function year(change: Partial<InitiativeYear> = {}, days: Partial<InitiativeYear['days']> = {}): InitiativeYear {
  return {
    ...{ id: '01900000-0000-7000-8000-000000000003' as Id<'InitiativeYear'>, province, unit: commune },
    ...{ initiative: '01900000-0000-7000-8000-000000000004' as InitiativeId, year: 2026, scope: 'commune' },
    ...{ isNew: true, theme: '', campaign: null, state: 'registered', version: 1 },
    days: { ...noDays, registeredOn: localDate('2026-03-02'), ...days },
    ...change,
  }
}

const of = { holderKind: 'collective', mainField: 'economy', isReplicated: false } as const
const codes = (one: InitiativeYear, given: Parameters<typeof factsOfYear>[1] = of): string[] =>
  factsOfYear(one, given).map(({ cell }) => cell.code)

describe('a year counts', () => {
  test.each([
    ['draft', year({ state: 'draft' }, { registeredOn: null }), []],
    ['returned', year({ state: 'returned' }), []],
    ['new, with the commune', year(), ['B04', 'B01', 'B07', 'B09']],
    ['new, with the province', year({ scope: 'province' }), ['B02']],
    [
      'of the province itself, with the province',
      year({ unit: province, scope: 'province' }),
      ['B02', 'B01', 'B07', 'B09'],
    ],
    [
      'new, with the district before it ended',
      year({ scope: 'district' }, { registeredOn: localDate('2025-06-30') }),
      ['B03'],
    ],
    [
      'new, with the district from the day it ended',
      year({ scope: 'district' }, { registeredOn: localDate('2025-07-01') }),
      [],
    ],
    ['kept', year({ isNew: false }), ['B06']],
    ['begun', year({ state: 'running' }, { startedOn: localDate('2026-04-01') }), ['B04', 'B01', 'B07', 'B09', 'B05']],
    ['stopped', year({ state: 'stopped' }, { endedOn: localDate('2026-05-01') }), ['B04', 'B01', 'B07', 'B09', 'B17']],
    [
      'stopped, its work done',
      year({ state: 'stopped' }, { endedOn: localDate('2026-05-01'), isCompleted: true }),
      ['B04', 'B01', 'B07', 'B09'],
    ],
    ['merged', year({ state: 'merged' }, { endedOn: localDate('2026-05-01') }), ['B04', 'B01', 'B07', 'B09']],
  ])('%s', (_, one, expected) => {
    expect(codes(one)).toEqual(expected)
  })

  test.each([
    ['economy', 'B09'],
    ['culture-society', 'B10'],
    ['defence-security', 'B11'],
    ['political-system', 'B12'],
  ])('its main field %s in %s, and an individual in B08', (mainField, code) => {
    expect(codes(year(), { ...of, mainField, holderKind: 'individual' })).toEqual(['B04', 'B01', 'B08', code])
  })

  test('a field that only the province uses is in no row, and in B01 all the same', () => {
    expect(codes(year(), { ...of, mainField: 'own-xay-dung-nong-thon-moi' })).toEqual(['B04', 'B01', 'B07'])
  })

  test('recognised, outstanding, effective and replicated on the days of those moves', () => {
    const days = {
      recognisedOn: localDate('2026-11-20'),
      outstandingOn: localDate('2026-12-01'),
      effectiveOn: localDate('2026-08-31'),
    }
    const facts = factsOfYear(year({ state: 'outstanding' }, days), { ...of, isReplicated: true })
    expect(
      facts
        .filter(({ cell }) => ['B13', 'B15', 'B16', 'B25'].includes(cell.code))
        .map(({ cell, on }) => [cell.code, on]),
    ).toEqual([
      ['B13', '2026-11-20'],
      ['B16', '2026-11-20'],
      ['B15', '2026-12-01'],
      ['B25', '2026-08-31'],
    ])
  })

  test('a kept one holds to the end of its year, or until it ended', () => {
    const kept = (days: Partial<InitiativeYear['days']>) =>
      factsOfYear(year({ isNew: false, state: 'running' }, days), of)[0]
    expect(kept({})).toMatchObject({ on: '2026-03-02', holds: { until: '2027-01-01' } })
    expect(kept({ registeredOn: localDate('2025-10-20') })).toMatchObject({ on: '2026-01-01' })
    expect(kept({ endedOn: localDate('2026-09-01') })).toMatchObject({ holds: { until: '2026-09-01' } })
    expect(kept({ endedOn: localDate('2026-03-02') })).toBeUndefined()
  })
})

test('Kim Sơn 2023: 3 with the province, 6 kept and 62 new at home never meet in one row', () => {
  const all = [
    ...Array.from({ length: 3 }, () =>
      year({ scope: 'province', state: 'running' }, { startedOn: localDate('2026-04-01') }),
    ),
    ...Array.from({ length: 6 }, () => year({ isNew: false, state: 'running' })),
    ...Array.from({ length: 62 }, () => year({ state: 'running' }, { startedOn: localDate('2026-04-01') })),
  ]
  const counts = new Map<string, number>()
  for (const one of all) for (const code of codes(one)) counts.set(code, (counts.get(code) ?? 0) + 1)
  expect([counts.get('B02'), counts.get('B06'), counts.get('B05')]).toEqual([3, 6, 62])
  for (const count of counts.values()) expect([3, 6, 62]).toContain(count)
})

test('what the days are after moves: registered once, recognised by a decision, taken back as if never made', () => {
  const moved = (move: MadeMove['move'], to: MadeMove['to'], on: string): MadeMove => ({
    ...{ id: '01900000-0000-7000-8000-000000000005' as Id<'InitiativeMove'>, move, from: 'draft', to },
    ...{ on: localDate(on), reason: '', document: move === 'recognise' ? '12-QĐ/ĐU' : '', isCompletion: false },
  })
  const moves = [
    moved('register', 'registered', '2026-02-01'),
    moved('return', 'returned', '2026-02-03'),
    moved('register', 'registered', '2026-02-05'),
    moved('approve', 'listed', '2026-02-06'),
    moved('run', 'running', '2026-03-01'),
    moved('recognise', 'recognised', '2026-11-01'),
  ]
  expect(daysAfter(moves, null)).toMatchObject({
    ...{ registeredOn: '2026-02-01', startedOn: '2026-03-01', recognisedOn: '2026-11-01', decision: '12-QĐ/ĐU' },
  })
  expect(daysAfter(moves.slice(0, -1), null)).toMatchObject({ recognisedOn: null, decision: '' })
  expect(daysAfter([...moves.slice(0, 1), moved('withdraw', 'draft', '2026-02-02')], null).registeredOn).toBeNull()
})
