import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { quarterOf } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { besidePeers } from './beside-peers.ts'
import { widened } from './beside.ts'
import type { CubeAnswer, CubeCell } from './cube-answer.ts'
import type { CubeQuestion } from './cube-question.ts'
import type { Peers } from './peers.ts'

const own: UnitId = newId<'Unit'>()
const others: UnitId[] = Array.from({ length: 6 }, () => newId<'Unit'>())
const place = { measure: 0, unit: 0, period: 0 }
const question: CubeQuestion = {
  measures: [
    {
      ...{ key: 'F01', name: 'Tổng hồ sơ', unitOfCount: 'hồ sơ', numeral: 'count', direction: 'context' },
      expression: { kind: 'cell', cell: { code: 'F01', dimension: '' } },
    },
  ],
  ...{ units: [own], periods: [quarterOf(2026, 2)], map: { kind: 'reported' }, counts: 'accepted', from: 'communes' },
}
const peers: Peers = {
  ...{ unit: own, kind: 'commune', within: 'province', units: others, by: 'size', sized: 6, unknown: 0 },
  ...{ own: null, band: { from: 500, to: 2000 } },
}

/** The unit itself has 35; its peers 10, 20, 30 …, as far as they have a number. */
function answered(wide: CubeQuestion, known: number): CubeAnswer {
  const cell = (unit: number): CubeCell => {
    const at = others.indexOf(wide.units[unit] ?? own)
    const amount = at < 0 ? quantity(35) : at < known ? quantity((at + 1) * 10) : null
    const state = amount === null ? ('absent' as const) : ('known' as const)
    return { state, amount, qualifier: 'exact', flag: 'exact', counted: 1, expected: 1, reason: null, version: null }
  }
  return { question: wide, cell: (_, unit) => cell(unit), breaks: () => [], noted: () => [] }
}

test('a number stands beside the middle of its peers, the half around it, and its place among them', () => {
  const besides = besidePeers(question, new Map([[own, peers]]))
  const wide = widened(question, besides)
  expect(wide.units).toEqual([own, ...others])
  const answer = answered(wide, 6)
  expect(besides.words(answer, place, answer.cell(0, 0, 0), () => '')).toEqual({
    text: 'ở giữa 6 nơi cùng loại, cùng cỡ: 35; một nửa từ 22,5 đến 47,5; trong nửa ở giữa',
    reason: null,
  })
  expect(besides.note).toBe('So với 6 xã trong tỉnh có 500 đến 2.000 dân (bằng nửa đến gấp đôi).')
  expect(besides.drawn[0]?.at(answer, place)?.cell.amount).toBe(quantity(35))
})

test('of too few numbers no middle is told or drawn, and it says how few', () => {
  const besides = besidePeers(question, new Map([[own, peers]]))
  const answer = answered(widened(question, besides), 3)
  const said = besides.words(answer, place, answer.cell(0, 0, 0), () => '')
  expect(said.text).toBeNull()
  expect(said.reason).toContain('Chỉ có 3 nơi cùng loại có số')
  expect(besides.drawn[0]?.at(answer, place)).toBeNull()
})

test('a unit without peers, because it was not there, is put beside nothing', () => {
  const besides = besidePeers(question, new Map([[own, null]]))
  const answer = answered(widened(question, besides), 6)
  expect(besides.words(answer, place, answer.cell(0, 0, 0), () => '')).toEqual({ text: null, reason: null })
})
