import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import type { UnitVersion } from '#modules/territory/unit.ts'
import type { BodyLink, BodyPattern, BodyVersion } from './body.ts'
import { nameIn, ownerOf, successorOf } from './owner.ts'

const province = newId<'Unit'>()
const unit: UnitVersion = {
  ...{ unit: newId<'Unit'>(), code: 'thu', name: 'Xã Đồi Chè', kind: 'commune', level: 'commune' },
  ...{ parent: province, province, from: null, until: null },
}
const [before, july] = [localDate('2025-06-30'), localDate('2025-07-01')]

const body = (change: Partial<BodyVersion>): BodyVersion => ({
  ...{ id: newId<'Body'>(), n: 1, unit: unit.unit, change: 'established', from: localDate('2020-01-01') },
  ...{ isInForce: true, voidReason: null, name: 'Khối dân vận', kind: 'mobilisation-bloc', tree: 'party' },
  ...{ functions: ['mobilisation'], act: { number: '', on: null } },
  ...change,
})
const pattern = (change: Partial<BodyPattern>): BodyPattern => ({
  ...{ id: 'x', level: 'commune', function: 'mobilisation', kind: 'mobilisation-bloc', tree: 'party' },
  ...{
    name: 'Khối dân vận {unit}',
    place: 1,
    from: null,
    until: before,
    certainty: 'second-hand',
    source: 's',
    isOwn: false,
  },
  ...change,
})
const patterns = [
  pattern({}),
  pattern({ name: 'Ủy ban MTTQ Việt Nam {unit}', from: july, until: null, tree: 'front' }),
  pattern({ name: 'Ban Xây dựng Đảng {place}', from: july, until: null, place: 2 }),
]

describe('who owns a work', () => {
  const usual = (day = july, list = patterns) =>
    ownerOf({ versions: [], links: [], patterns: list }, unit, 'mobilisation', day)

  test('is what is usual where the unit wrote nothing down, before and after July 2025', () => {
    expect(usual(before)).toMatchObject({ kind: 'usual', name: 'Khối dân vận xã Đồi Chè', others: [] })
    expect(usual()).toMatchObject({ name: 'Ủy ban MTTQ Việt Nam xã Đồi Chè', others: ['Ban Xây dựng Đảng Đồi Chè'] })
  })

  test('is what the province says of itself before what is usual', () => {
    const own = pattern({ name: 'Khối dân vận {unit}', from: july, until: null, isOwn: true, certainty: 'ours' })
    expect(usual(july, [...patterns, own])).toMatchObject({ name: 'Khối dân vận xã Đồi Chè', others: [] })
  })

  test('is the body that the unit wrote down before both', () => {
    const bloc = body({ name: 'Khối vận' })
    const register = { versions: [bloc], links: [], patterns }
    expect(ownerOf(register, unit, 'mobilisation', july)).toEqual({ kind: 'recorded', body: bloc })
    expect(ownerOf(register, unit, 'reception', july)).toBeNull()
  })
})

describe('who answers for what a body did', () => {
  const [bloc, front, party] = [body({}), body({ functions: [] }), body({ functions: [] })]
  const act = { number: '1', on: null }
  const link = (change: Partial<BodyLink>): BodyLink => ({
    ...{ from: bloc.id, to: front.id, on: july, isMerger: true, functions: ['mobilisation'], act },
    ...change,
  })
  const merged = [
    ...[bloc, front, party],
    { ...bloc, n: 2, from: july, isInForce: false, change: 'merged' as const },
    { ...front, n: 2, from: july, functions: ['mobilisation'] },
  ]

  test('itself while it stands, its successor afterwards', () => {
    const register = { versions: merged, links: [link({})], patterns: [] }
    expect(successorOf(register, bloc.id, 'mobilisation', before)?.id).toBe(bloc.id)
    expect(successorOf(register, bloc.id, 'mobilisation', july)?.id).toBe(front.id)
  })

  test('the successor of the successor, for the work that moved on', () => {
    const may = localDate('2026-05-01')
    const versions = [
      ...merged,
      { ...front, n: 3, from: may, functions: [] },
      { ...party, n: 2, from: may, functions: ['mobilisation'] },
    ]
    const on = { from: front.id, to: party.id, on: may, isMerger: false }
    const register = { versions, links: [link({}), link(on)], patterns: [] }
    expect(successorOf(register, bloc.id, 'mobilisation', may)?.id).toBe(party.id)
    expect(successorOf(register, bloc.id, 'reception', may)).toBeNull()
  })

  test('nobody, where it ended and nobody took it over; and a circle of links ends', () => {
    const ended = [bloc, { ...bloc, n: 2, from: july, isInForce: false }, front]
    expect(successorOf({ versions: ended, links: [], patterns: [] }, bloc.id, 'mobilisation', july)).toBeNull()
    const round = [link({}), link({ from: front.id, to: bloc.id })]
    expect(successorOf({ versions: ended, links: round, patterns: [] }, bloc.id, 'mobilisation', july)).toBeNull()
  })
})

test.each([
  ['Ban Dân vận {committee} {place}', 'Huyện Lá Xanh', 'rural-district', 'Ban Dân vận Huyện ủy Lá Xanh'],
  ['Ban Dân vận {committee} {place}', 'Quận Ba Đình', 'urban-district', 'Ban Dân vận Quận ủy Ba Đình'],
  ['Ban Dân vận {committee} {place}', 'Tỉnh Mây Trắng', 'province', 'Ban Dân vận Tỉnh ủy Mây Trắng'],
  ['Khối dân vận {unit}', 'Phường Chợ Mới', 'ward', 'Khối dân vận phường Chợ Mới'],
  ['Ban {lạ} {committee}', 'Thị xã Chợ Mới', 'district-town', 'Ban {lạ} Thị ủy'],
] as const)('%s of %s', (words, name, kind, expected) => {
  expect(nameIn(words, { name, kind })).toBe(expected)
})
