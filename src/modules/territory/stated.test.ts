import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { quantity, type Quantity } from '#kernel/quantity.ts'
import { on, rowsOf, unitId, type SmallRegister } from '../../../tests/support/register.ts'
import { apportion } from './apportion.ts'
import type { SuccessionLink } from './event.ts'
import { rebaseMap } from './rebase-map.ts'
import { destinationOf } from './rebase.ts'
import { registerOf, type Register, successorsOf } from './register.ts'
import { registerWith, sharesByAmount, statedOver, type StatedDivision } from './stated.ts'

/** A district commune of 2025 divided between two, one of which also took a whole one; as in Quế Sơn. */
const place: SmallRegister = {
  units: [
    { code: 'tinh', level: 'province', province: 'tinh' },
    { code: 'que-my', parent: 'tinh', until: '2025-06-30' },
    { code: 'que-an', parent: 'tinh', until: '2025-06-30' },
    { code: 'que-son', parent: 'tinh', from: '2025-07-01' },
    { code: 'xuan-phu', parent: 'tinh', from: '2025-07-01' },
  ],
  events: [
    { id: 'e1', on: '2025-07-01', links: ['que-my que-son ?', 'que-an que-son'], aggregation: 'both' },
    { id: 'e2', on: '2025-07-01', links: ['que-my xuan-phu ?'], aggregation: 'both' },
  ],
}

const event = (id: string) => id as SuccessionLink['event']

function division(shares: [number, number], amounts: [number, number] | null = null): StatedDivision {
  const amount = (at: 0 | 1): Quantity | null => (amounts ? quantity(amounts[at]) : null)
  return {
    ...{ from: unitId('que-my'), basis: 'people', source: 'Công an xã', on: localDate('2026-11-22') },
    parts: [
      { event: event('e1'), to: unitId('que-son'), amount: amount(0), share: shares[0] },
      { event: event('e2'), to: unitId('xuan-phu'), amount: amount(1), share: shares[1] },
    ],
  }
}

function withStated(divisions: StatedDivision[], where = place): Register {
  const rows = rowsOf(where)
  return registerOf({ ...rows, links: statedOver(rows.links, divisions) })
}

const today = { day: on('2026-01-01'), level: 'commune' } as const

describe('what a province states of a division, laid over the register', () => {
  test('unknown it is not comparable, stated it is apportioned and says its source', () => {
    expect(destinationOf(withStated([]), unitId('que-my'), today).flag).toBe('not-comparable')
    const register = withStated([division([620_000, 380_000])])
    expect(destinationOf(register, unitId('que-my'), today)).toMatchObject({
      flag: 'apportioned',
      parts: [{ share: 0.62 }, { share: 0.38 }],
    })
    expect(successorsOf(register, unitId('que-my'))[0]?.shareSource).toBe(
      'số dân, nguồn: Công an xã, do tỉnh nhập ngày 22/11/2026',
    )
  })

  test('the rows of the register are not touched', () => {
    const { links } = rowsOf(place)
    const before = structuredClone(links)
    statedOver(links, [division([620_000, 380_000])])
    expect(links).toEqual(before)
  })

  test.each([
    ['shares the register has learnt itself count', 'que-my que-son 500000', 'que-my xuan-phu 500000', 0.5],
    ['parts that the register draws otherwise by now are not guessed', 'que-my que-son ?', 'que-my que-an ?', null],
  ])('%s', (_, one, other, share) => {
    const changed: SmallRegister = {
      ...place,
      events: [
        { id: 'e1', on: '2025-07-01', links: [one, 'que-an que-son'], aggregation: 'both' },
        { id: 'e2', on: '2025-07-01', links: [other], aggregation: 'both' },
      ],
    }
    const register = withStated([division([620_000, 380_000])], changed)
    expect(successorsOf(register, unitId('que-my'))[0]?.share ?? null).toBe(share === null ? null : share * 1_000_000)
  })

  test('of two statements the later counts', () => {
    const register = withStated([division([620_000, 380_000]), division([100_000, 900_000])])
    expect(destinationOf(register, unitId('que-my'), today).parts.map(({ share }) => share)).toEqual([0.1, 0.9])
  })

  test('how much of a newer unit came from where is known only where all of it was counted', () => {
    const counted = withStated([division([620_000, 380_000], [620, 380])])
    const links = successorsOf(counted, unitId('que-my'))
    // Quế Sơn took in a whole commune whose people nobody stated.
    expect(links.map(({ to, backShare }) => [to, backShare])).toEqual([
      ['que-son', null],
      ['xuan-phu', 1_000_000],
    ])
  })

  test('looked at before it is saved, it is as it will be', () => {
    const ahead = registerWith(withStated([]), division([620_000, 380_000]))
    const saved = withStated([division([620_000, 380_000])])
    expect(destinationOf(ahead, unitId('que-my'), today)).toEqual(destinationOf(saved, unitId('que-my'), today))
  })

  test('whatever was counted, shares make one whole and no figure is lost or made', () => {
    const counts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(
        counts.filter((all) => all.some((one) => one > 0n)),
        fc.bigInt({ min: 0n, max: 10n ** 9n }),
        (all, total) => {
          const shares = sharesByAmount(all)
          expect(shares.reduce((sum, one) => sum + one, 0)).toBe(1_000_000)
          const parts = apportion(total, shares.map(BigInt))
          expect(parts.reduce((sum, one) => sum + one, 0n)).toBe(total)
        },
      ),
      { seed: 20_250_701, numRuns: 2000 },
    )
  })

  test('the total of the province stays what it was, before and after shares are stated', () => {
    const units = [unitId('que-my'), unitId('que-an')]
    const after = rebaseMap(withStated([division([333_333, 666_667])]), units, today)
    expect(after.unknown).toHaveLength(0)
    expect(after.divided.map(({ weights }) => weights.reduce((sum, one) => sum + one, 0n))).toEqual(
      after.destinations.filter(({ flag }) => flag === 'apportioned').map(({ whole }) => whole),
    )
  })
})
