import { describe, expect, test } from 'vitest'
import { addDays, localDate } from '#kernel/local-date.ts'
import { answersFor } from '#modules/territory/answering.ts'
import { wholeShare } from '#modules/territory/event.ts'
import { rebaseMap } from '#modules/territory/rebase-map.ts'
import { rebase } from '#modules/territory/rebase-series.ts'
import { registerOf, unitAt, unitByCode } from '#modules/territory/register.ts'
import { treeOn } from '#modules/territory/tree.ts'
import { rowsOfFolder } from './support/reference-register.ts'

/** What must hold of the published register, however many units it has. */
const rows = rowsOfFolder('db/reference')
const register = registerOf(rows)
const today = localDate('2026-10-01')
const eventDays = [...new Set(rows.events.map((event) => event.on))].sort()
const days = [
  register.begins,
  localDate('2025-06-30'),
  localDate('2025-07-01'),
  today,
  ...eventDays.flatMap((day) => [addDays(day, -1), day]),
]

describe('the units of db/reference', () => {
  test('all stand under a unit of the same day, on every day on which anything happened', () => {
    const orphans = [...new Set(days)].flatMap((day) =>
      treeOn(register, day)
        .orphans()
        .map(({ code }) => `${day} ${code}`),
    )
    expect(orphans).toEqual([])
  })

  test('have one official code each on a day, of the length of their level', () => {
    const length = { province: 2, district: 3, commune: 5 }
    for (const day of new Set(days)) {
      const codes = treeOn(register, day)
        .units()
        .flatMap(({ officialCode }) => officialCode ?? [])
      expect(new Set(codes).size, day).toBe(codes.length)
    }
    const wrong = rows.versions.filter(
      ({ officialCode, level }) => officialCode !== null && officialCode.length !== length[level],
    )
    expect(wrong.map(({ code }) => code)).toEqual([])
  })

  // Published: 7,692 xã and 10,035 in all on 30 June 2025, and every number since.
  test('are as many of each kind as were published', () => {
    const counted = (day: string): unknown => {
      const kinds = treeOn(register, localDate(day))
        .units('commune')
        .map(({ kind }) => kind)
      return Object.fromEntries(
        [...new Set(kinds)].sort().map((kind) => [kind, kinds.filter((one) => one === kind).length]),
      )
    }
    expect(counted('2025-06-30')).toEqual({ commune: 7692, ward: 1726, township: 617 })
    expect(counted('2025-07-01')).toEqual({ commune: 2621, ward: 687, 'special-zone': 13 })
    expect(counted('2026-04-30')).toEqual({ commune: 2611, ward: 697, 'special-zone': 13 })
  })

  test('end where a link takes them on, and begin where one brings them from', () => {
    const wrong = rows.links.flatMap(({ event, from, to }) => {
      const day = register.events.get(event)?.on ?? today
      const ended = unitAt(register, from, addDays(day, -1)) !== null && unitAt(register, from, day) === null
      const begun = unitAt(register, to, day) !== null && unitAt(register, to, addDays(day, -1)) === null
      return ended && begun
        ? []
        : [
            `${day} ${unitAt(register, from, addDays(day, -1))?.code ?? from} → ${unitAt(register, to, day)?.code ?? to}`,
          ]
    })
    expect(wrong).toEqual([])
  })

  test('are divided wholly: known shares of a unit add to all of it', () => {
    const wrong = register.units.filter((unit, place) => {
      const shares = (register.successions.from[place] ?? []).map(({ share }) => share)
      const isKnown = shares.length > 0 && shares.every((share) => share !== null)
      return isKnown && shares.reduce((sum: number, share) => sum + (share ?? 0), 0) !== wholeShare
    })
    expect(wrong).toEqual([])
  })
})

describe('a year of figures before 1 July 2025', () => {
  const sources = treeOn(register, localDate('2025-06-30'))
    .units('commune')
    .map(({ unit }) => unit)
  const values = Int32Array.from(sources, (_, at) => (at * 7919) % 1013)
  const total = values.reduce((sum, value) => sum + value, 0)

  test.each(['commune', 'province'] as const)('keeps its national total on today’s map of every %s', (level) => {
    const map = rebaseMap(register, sources, { day: today, level })
    const { values: found, unplaced } = rebase(map, { nature: 'flow', values })
    const shown = found.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0)
    expect(shown + (unplaced[0] ?? 0)).toBe(total)
    // Provinces joined whole: nobody's figures of the past are lost to the province of today.
    if (level === 'province') expect([map.flags.filter((flag) => flag !== 'exact'), shown]).toEqual([[], total])
  })

  test('every commune of that day has somebody who answers for it today', () => {
    const lost = sources.filter((unit) => answersFor(register, unit, today).communes.length === 0)
    expect(lost).toEqual([])
  })
})

test('the addresses of units that stood in earlier versions lead to the same units', () => {
  const kept = [
    'tinh-ninh-binh',
    'tinh-bac-kan',
    'tinh-quang-nam',
    'tinh-quang-binh',
    'huyen-kim-son',
    'huyen-que-son',
    'huyen-le-thuy',
  ]
  expect(kept.map((code) => unitByCode(register, code)?.slice(0, 8) ?? null)).toEqual(kept.map(() => '018cc251'))
})
