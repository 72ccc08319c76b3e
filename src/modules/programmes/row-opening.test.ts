import { expect, test } from 'vitest'
import { readExpression } from '#modules/figures/expression-text.ts'
import type { ProgrammeRow } from './programme-set.ts'
import { openingOf } from './row-opening.ts'

const words = { name: '', unitOfCount: '', note: '' }
const stock = (key: string, code: string, to: string | null, change: string | null = null): ProgrammeRow => ({
  ...{ ...words, kind: 'stock', key, cell: { code, dimension: '' }, counts: null },
  change: change === null ? null : { code: change, dimension: '' },
  belongs: to === null ? null : { to, as: 'component' },
})
const rows: ProgrammeRow[] = [
  stock('tieu-chi', 'I01', null, 'I03'),
  { ...words, kind: 'average', key: 'binh-quan', cell: { code: 'I02', dimension: '' }, of: 'tieu-chi', per: 'commune' },
  { ...words, kind: 'total', key: 'tat-ca' },
  stock('phong', 'F22', 'tat-ca'),
  stock('don-vi', 'F23', 'tat-ca'),
  { ...words, kind: 'group', key: 'nhom' },
]
const opened = (key: string) => rows.filter((row) => row.key === key).map((row) => openingOf({ rows }, row))

test('a number of the ledger opens by its code, and so does how it changed', () => {
  expect(opened('tieu-chi')).toEqual([{ now: ['I01'], change: ['I03'] }])
  expect(opened('phong')).toEqual([{ now: ['F22'], change: [] }])
})

test('an average opens by the division that the sheet made, as the exploring page reads it', () => {
  expect(readExpression(opened('binh-quan')[0]?.now[0] ?? '')).toMatchObject({
    ...{ kind: 'expression', expression: { kind: 'ratio', numerator: { cell: { code: 'I01' } } } },
  })
})

test('a total of what is counted differently opens to its components beside one another', () => {
  expect(opened('tat-ca')).toEqual([{ now: ['F22', 'F23'], change: [] }])
})

test('a group of states has no number to open', () => {
  expect(opened('nhom')).toEqual([{ now: [], change: [] }])
})
