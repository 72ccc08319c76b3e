import { describe, expect, test } from 'vitest'
import { periodKey, quarterOf } from '#kernel/period.ts'
import { gamma, normal, poisson, random } from '../../../tests/support/chance.ts'
import { houseRulesByKey } from '../../../tests/support/house-rules.ts'
import type { CheckInput, CheckLine, PeerFigures } from './check-input.ts'
import type { CheckRule } from './check-rule.ts'
import { needsPeers, usualAmong } from './checks-among-peers.ts'
import { checkFigures } from './checks.ts'
import { periodsBefore } from './checks-over-time.ts'
import { figure } from './figure.ts'
import { fingerprintOf, type Finding } from './finding.ts'
import { findingText } from './finding-sentence.ts'
import { parseCellKey } from './indicator.ts'

const period = quarterOf(2026, 3)
const figuresOf = (raw: string) => new Map([['D03', figure(raw, 'count', '', 'typed')]])
const line: CheckLine = {
  ...{ cell: parseCellKey('D03'), numeral: 'count', unitOfCount: 'cuộc', nature: 'flow', overTime: 'sum' },
}

type Peer = [raw: string, people: number | null]
type World = { now: string; people?: number | null; peers?: readonly Peer[] | null; before?: readonly string[] }

function input({ now, people = null, peers = null, before = [] }: World): CheckInput {
  const published: PeerFigures | null = peers && {
    ...{ kind: 'commune', period: quarterOf(2026, 2), people },
    units: peers.map(([raw, of]) => ({
      people: of,
      values: new Map([...figuresOf(raw)].map(([key, { value }]) => [key, value])),
    })),
  }
  const history = periodsBefore(period).flatMap((one, at) => {
    const raw = before[at]
    return raw === undefined ? [] : [{ period: one, figures: figuresOf(raw) }]
  })
  const given = { earlier: [], history, divisor: null, overUnits: new Map<string, never>() }
  return { ...given, period, lines: [line], figures: figuresOf(now), peers: published }
}

const house = ruleOfPeers()
const rule: CheckRule = house

function ruleOfPeers(): Extract<CheckRule, { kind: 'outlier-among-peers' }> {
  const found = houseRulesByKey.get('Q27')
  if (found?.kind !== 'outlier-among-peers') throw new Error('No rule Q27')
  return found
}

function found(world: World, by = rule): Finding[] {
  return checkFigures(input(world), [by])
}
const names = () => ({ name: 'Cuộc đối thoại', unit: 'cuộc' })
const told = (world: World): string[] =>
  found(world).map((finding) => {
    const { heading, sentence } = findingText(finding, names)
    // Cause and remedy stand in the row of the rule and come after what was found.
    return `${finding.verdict}: ${heading}. ${sentence.replace(` ${rule.words?.cause}`, '')}`
  })

/** Twelve communes of 8,000 to 12,000 people that hold about one dialogue for each thousand. */
const alike: Peer[] = Array.from({ length: 12 }, (_, at) => [String(8 + (at % 5)), 8000 + 1000 * (at % 5)])
const unsized = alike.map(([raw]): Peer => [raw, null])

describe('Q27: a count outside what the units of its kind leave', () => {
  test('is asked about in one sentence: what is written, what is usual, for whom, of which period', () => {
    expect(told({ now: '60', people: 10_000, peers: alike })).toEqual([
      'asks: D03 cao khác thường so với xã cùng cỡ. D03 (cuộc đối thoại) ghi 60, mà thường từ 2 đến 22 cuộc, theo số 12 xã cùng cỡ (5.000 đến 20.000 dân) đã công bố cho quý II năm 2026 (tính theo số dân).',
    ])
  })

  test('whose size nobody stated is compared with counts as they are', () => {
    expect(told({ now: '60', peers: unsized })).toEqual([
      'asks: D03 cao khác thường so với xã khác. D03 (cuộc đối thoại) ghi 60, mà thường từ 2 đến 21 cuộc, theo số 12 xã khác trong tỉnh đã công bố cho quý II năm 2026.',
    ])
  })

  test('of a size that too few have is compared for each resident with all of the kind', () => {
    const [large] = found({ now: '400', people: 60_000, peers: alike })
    expect(large?.facts).toMatchObject({ peers: { band: null, isByPeople: true, units: 12 } })
    expect(found({ now: '60', people: 60_000, peers: alike })).toEqual([])
  })

  test.each<[string, World, number]>([
    ['an ordinary number', { now: '14', people: 10_000, peers: alike }, 0],
    ['none where all have some', { now: '0', people: 20_000, peers: alike }, 1],
    ['a rounded number that is out whatever it stands for', { now: 'trên 60', people: 10_000, peers: alike }, 1],
    ['a rounded number that may be inside', { now: 'dưới 60', people: 10_000, peers: alike }, 0],
    ['nine peers', { now: '60', people: 10_000, peers: alike.slice(0, 9) }, 0],
    ['rounded numbers of peers', { now: '60', peers: alike.map(([raw]): Peer => [`khoảng ${raw}`, null]) }, 0],
    ['peers that have not given it', { now: '60', peers: alike.map((): Peer => ['', null]) }, 0],
    ['nobody who published', { now: '60', peers: null }, 0],
    ['enough earlier numbers of its own', { now: '60', peers: unsized, before: ['8', '9', '8', '9', '8', '9'] }, 0],
  ])('%s', (_, world, findings) => {
    expect(found(world)).toHaveLength(findings)
  })

  test('its own few numbers widen what is usual, and are said', () => {
    expect(found({ now: '60', peers: unsized, before: ['52', '55'] })).toEqual([])
    expect(told({ now: '60', peers: unsized, before: ['9', '10'] })[0]).toMatch(
      / đã công bố cho quý II năm 2026 và 2 quý trước của chính đơn vị\.$/,
    )
    expect(told({ now: '60', peers: unsized, before: ['9'] })).toHaveLength(1)
  })

  test('an explanation stays when the next of the peers publishes, and not when the number changes', () => {
    const heavier: CheckRule = { ...rule, severity: 'may-explain' }
    const of = (now: string, peers: readonly Peer[]): string | undefined =>
      found({ now, peers }, heavier).map(fingerprintOf)[0]
    expect(of('60', unsized)).toBe(of('60', [...unsized, ['11', null]]))
    expect(of('60', unsized)).not.toBe(of('61', unsized))
  })

  test('others are asked for only where a cell has too few numbers of its own', () => {
    const enough = Array.from({ length: 6 }, () => '9')
    expect(needsPeers([rule], input({ now: '60', before: enough }))).toBe(false)
    expect(needsPeers([rule], input({ now: '60', before: enough.slice(1) }))).toBe(true)
    expect(needsPeers([], input({ now: '60' }))).toBe(false)
    expect(periodKey(period)).not.toBe('')
  })
})

// Communes of a steady province: what is told of one of them is told for nothing. Sizes are those of real communes, 3,000 to
// 60,000 people; `restless` is how far communes differ in how often a thing happens for each resident.
describe('the rate of false alarms', () => {
  type Draw = (people: number, next: () => number) => number
  const spread =
    (mean: number, restless: number): Draw =>
    (people, next) =>
      poisson((mean * people * Math.exp(restless * normal(next) - restless ** 2 / 2)) / 12_000, next)
  const worlds: [name: string, draw: Draw, most?: number][] = [
    ['rare things, 0,2 a commune', spread(0.2, 0.5)],
    ['small counts, 3 a commune', spread(3, 0.5)],
    ['counts of 40', spread(40, 0.5)],
    ['counts of 40 of communes very unlike one another', spread(40, 0.9), 0.02],
    ['clustered counts of 6', (people, next) => poisson((2 * gamma(3, next) * people) / 12_000, next)],
    ['counts that have nothing to do with how many people there are', (_, next) => poisson(4, next)],
    ['large counts, 300 a commune', spread(300, 0.4)],
  ]
  const peopleOf = (next: () => number): number =>
    Math.round(Math.min(60_000, Math.max(3_000, 12_000 * Math.exp(0.5 * normal(next)))))

  /** `own`: how many earlier numbers of its own a commune has. */
  function rate(draw: Draw, { own = 0, isSized = true, peers = 30 }): number {
    const next = random(17)
    const rounds = 4000
    let alarms = 0
    for (let round = 0; round < rounds; round += 1) {
      const counts = Array.from({ length: peers }, () => {
        const people = peopleOf(next)
        return { count: draw(people, next), exposure: isSized ? people : 1 }
      })
      const people = peopleOf(next)
      const before = Array.from({ length: own }, () => ({ count: draw(people, next), exposure: 1 }))
      const { low, high } = usualAmong({ counts, exposure: isSized ? people : 1 }, before, house.perMille / 1000)
      const now = draw(people, next)
      if (now < low || now > high) alarms += 1
    }
    return alarms / rounds
  }

  test.each(worlds)('%s: one in a hundred at most, or hardly more', (_, draw, most = 0.01) => {
    const given = [{}, { isSized: false }, { own: 3 }, { peers: 10 }, { peers: 10, isSized: false }, { peers: 100 }]
    const rates = given.map((one) => rate(draw, one))
    expect(Math.max(...rates)).toBeLessThanOrEqual(most)
  })

  test('and eight times the usual is told nine times in ten', () => {
    const next = random(23)
    let told = 0
    for (let round = 0; round < 500; round += 1) {
      const peers = Array.from({ length: 30 }, (): Peer => [
        String(poisson(6 * Math.exp(0.3 * normal(next)), next)),
        null,
      ])
      told += found({ now: String(poisson(48, next)), peers }).length
    }
    expect(told).toBeGreaterThan(450)
  })
})
