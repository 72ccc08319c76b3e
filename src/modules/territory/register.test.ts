import { describe, expect, test } from 'vitest'
import { on, quePlace, smallRegister, unitId } from '../../../tests/support/register.ts'
import { answersFor } from './answering.ts'
import { ancestryOf, lifeOf } from './life.ts'
import { predecessorsOf, registerOf, successorsOf, unitAt, unitByCode, unitByOfficialCode } from './register.ts'
import { treeOn } from './tree.ts'

const register = smallRegister(quePlace())
const codes = (units: readonly { code: string }[]): string[] => units.map(({ code }) => code)

describe('a day of the register', () => {
  test.each([
    ['2024-12-31', 'huyen-que', ['xa-a', 'xa-b']],
    ['2025-01-01', 'huyen-que', []],
    ['2025-01-01', 'huyen-que-2025', ['xa-ad-2025', 'xa-b', 'xa-c']],
    ['2025-06-30', 'tinh-nam', ['huyen-que-2025']],
    ['2025-07-01', 'thanh-pho-da-2025', ['phuong-h', 'xa-3-2025', 'xa-2-2025', 'xa-1-2025']],
  ])('on %s %s holds %j, in the order of the Vietnamese alphabet', (day, unit, children) => {
    expect(codes(treeOn(register, on(day)).childrenOf(unitId(unit)))).toEqual(children)
  })

  test('a commune of the district stands under its province, two steps up', () => {
    const tree = treeOn(register, on('2025-06-30'))
    expect(codes(tree.ancestors(unitId('xa-b')))).toEqual(['huyen-que-2025', 'tinh-nam'])
    expect(tree.ancestorAt(unitId('xa-b'), 'province')?.name).toBe('Tỉnh Nam')
    expect(codes(tree.descendants(unitId('tinh-nam'), 'commune'))).toEqual(['xa-ad-2025', 'xa-b', 'xa-c'])
    expect(tree.unit(unitId('huyen-que'))).toBeNull()
    expect(tree.orphans()).toEqual([])
  })

  test('one name, three units: the district of 2019, that of 2025, and a code that two provinces had', () => {
    expect(unitAt(register, unitId('huyen-que'), on('2025-01-01'))).toBeNull()
    expect(unitByOfficialCode(register, '509', on('2024-12-31'))?.code).toBe('huyen-que')
    expect(unitByOfficialCode(register, '509', on('2025-06-30'))?.code).toBe('huyen-que-2025')
    expect(unitByOfficialCode(register, '48', on('2025-06-30'))?.code).toBe('thanh-pho-da')
    expect(unitByOfficialCode(register, '48', on('2025-07-01'))?.code).toBe('thanh-pho-da-2025')
    expect(unitByOfficialCode(register, '509', on('2025-07-01'))).toBeNull()
    expect(unitByCode(register, 'xa-b')).toBe('xa-b')
    expect(unitByCode(register, 'xa-x')).toBeNull()
  })

  test('a parent that is not in force leaves an orphan that is seen', () => {
    const broken = smallRegister({
      units: [
        { code: 'p', level: 'province', until: '2025-06-30' },
        { code: 'x', parent: 'p' },
      ],
    })
    expect(codes(treeOn(broken, on('2025-07-01')).orphans())).toEqual(['x'])
  })

  test('rows that do not fit together are a bug and say so', () => {
    expect(() =>
      smallRegister({
        units: [{ code: 'p', level: 'province' }],
        events: [{ id: 'e', on: '2025-07-01', links: ['p q'] }],
      }),
    ).toThrow('without versions: q')
    const rows = { begins: on('2019-01-01'), versions: [], events: [], acts: [] }
    const link = {
      event: 'e',
      from: unitId('a'),
      to: unitId('b'),
      extent: 'whole',
      share: 1_000_000,
      backShare: null,
      shareSource: '',
    } as const
    expect(() => registerOf({ ...rows, links: [link as never] })).toThrow('not there: e')
  })
})

describe('another tree over the same units', () => {
  const party = smallRegister({
    units: [
      { code: 'p', name: 'Tỉnh', level: 'province' },
      { code: 'd', name: 'Huyện', level: 'district', parent: 'p' },
      { code: 'x', name: 'Xã Một', parent: 'd', province: 'p' },
      { code: 'y', name: 'Xã Hai', parent: 'd', province: 'p' },
      { code: 'x', name: 'Đảng bộ xã Một', parent: 'p', from: '2020-01-01', until: '2021-12-31', tree: 'party' },
    ],
  })

  test('says only where it differs; everywhere else a unit stands as in the State’s', () => {
    expect(codes(treeOn(party, on('2020-06-01'), 'party').childrenOf(unitId('p')))).toEqual(['x', 'd'])
    expect(codes(treeOn(party, on('2020-06-01'), 'party').childrenOf(unitId('d')))).toEqual(['y'])
    expect(codes(treeOn(party, on('2020-06-01')).childrenOf(unitId('d')))).toEqual(['y', 'x'])
    expect(codes(treeOn(party, on('2022-01-01'), 'party').childrenOf(unitId('d')))).toEqual(['y', 'x'])
    expect(codes(treeOn(party, on('2020-06-01'), 'front').childrenOf(unitId('d')))).toEqual(['y', 'x'])
    expect(unitAt(party, unitId('x'), on('2020-06-01'), 'party')?.name).toBe('Đảng bộ xã Một')
    expect(unitAt(party, unitId('x'), on('2022-06-01'), 'party')?.name).toBe('Xã Một')
    expect(lifeOf(party, unitId('x'))?.otherVersions.map(({ tree }) => tree)).toEqual(['party'])
  })
})

describe('who came from whom', () => {
  test('directly, and over all generations', () => {
    expect(successorsOf(register, unitId('xa-b')).map(({ to, by }) => [to, by.article])).toEqual([
      ['xa-1-2025', 'Điều 1 khoản 1'],
      ['xa-2-2025', 'Điều 1 khoản 2'],
    ])
    expect(predecessorsOf(register, unitId('xa-ad-2025')).map(({ from }) => from)).toEqual(['xa-a', 'xa-d'])
    const { before, after } = ancestryOf(register, unitId('xa-1-2025'))
    expect(before.map(({ from }) => from)).toEqual(['xa-ad-2025', 'xa-b', 'xa-a', 'xa-d'])
    expect(after).toEqual([])
  })

  test('the life of a unit tells its moments in order of time', () => {
    expect(lifeOf(register, unitId('xa-b'))?.moments.map(({ on: day, what, act }) => [day, what.kind, act])).toEqual([
      ['2025-01-01', 'changed', null],
      ['2025-06-30', 'ended', '3/NQ'],
    ])
    expect(lifeOf(register, unitId('xa-b'))?.moments[0]?.what).toMatchObject({ facts: ['parent'] })
    expect(lifeOf(register, unitId('xa-x'))).toBeNull()
  })
})

describe('who answers today for what was this unit', () => {
  const answering = (unit: string, day = '2026-01-01') => {
    const { province, communes, isComplete } = answersFor(register, unitId(unit), on(day))
    return [province?.code ?? null, codes(communes), isComplete]
  }
  test.each([
    ['xa-b', 'thanh-pho-da-2025', ['xa-1-2025', 'xa-2-2025']],
    ['xa-a', 'thanh-pho-da-2025', ['xa-1-2025']],
    ['huyen-que', 'thanh-pho-da-2025', ['xa-1-2025', 'xa-2-2025']],
    ['huyen-que-2025', 'thanh-pho-da-2025', ['xa-1-2025', 'xa-2-2025', 'xa-3-2025']],
    ['tinh-nam', 'thanh-pho-da-2025', ['xa-1-2025', 'xa-2-2025', 'xa-3-2025']],
    ['thanh-pho-da', 'thanh-pho-da-2025', ['phuong-h']],
    ['phuong-h', 'thanh-pho-da-2025', ['phuong-h']],
  ])('%s: %s and %j', (unit, province, communes) => {
    expect(answering(unit)).toEqual([province, communes, true])
  })

  test('and on an earlier day, who answered for what a unit became', () => {
    expect(answering('xa-1-2025', '2024-06-01')).toEqual(['tinh-nam', ['xa-a', 'xa-b', 'xa-d'], true])
  })
})
