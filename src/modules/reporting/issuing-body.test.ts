import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { namedCells, readCsv } from '#kernel/csv.ts'
import { layouts, type Layout } from '#kernel/document.ts'
import { chosenBody, issuingBody, placeOf, type IssuingCertainty, type IssuingPattern } from './issuing-body.ts'

const file = 'db/reference/issuing_body.csv'
const table = readCsv(file, readFileSync(file, 'utf8'))
const rows = table.rows.map((row) => namedCells(table, row))
const kinds = [
  'province',
  'city',
  'rural-district',
  'urban-district',
  'district-town',
  'commune',
  'ward',
  'township',
  'special-zone',
]

function patternOf(kind: string, layout: Layout): IssuingPattern {
  const cell = rows.find((one) => one('unit_kind') === kind && one('layout') === layout)
  if (!cell) throw new Error(`${kind} has no ${layout} row`)
  return {
    layout,
    isDefault: cell('is_default') === 'true',
    superior: cell('superior'),
    body: cell('body'),
    symbol: cell('symbol'),
    signsFor: cell('signs_for'),
    signerTitle: cell('signer_title'),
    recipients: cell('recipients').slice(2, -2).split('","'),
    certainty: cell('certainty') as IssuingCertainty,
  }
}

describe('the data', () => {
  test('has one row for each kind of unit and layout, and one of them first', () => {
    expect(rows.map((cell) => `${cell('unit_kind')} ${cell('layout')}`).sort()).toEqual(
      kinds.flatMap((kind) => layouts.map((layout) => `${kind} ${layout}`)).sort(),
    )
    for (const kind of kinds) {
      const first = rows.filter((cell) => cell('unit_kind') === kind && cell('is_default') === 'true')
      expect(first, kind).toHaveLength(1)
    }
  })

  test('fills in for every kind without a word left open, claims nothing as read, and keeps a file copy last', () => {
    for (const kind of kinds) {
      for (const layout of layouts) {
        const body = issuingBody(patternOf(kind, layout), 'Xã Sông Xanh', 'Tỉnh Ví Dụ', patternOf('province', layout))
        expect(JSON.stringify(body), `${kind} ${layout}`).not.toMatch(/[{}|](?!")\w/)
        expect(body.recipients.at(-1), `${kind} ${layout}`).toMatch(/^Lưu/)
        expect(body.certainty).not.toBe('article')
      }
    }
  })
})

test('a commune’s report is its People’s Committee’s or its Party committee’s, under the names of each', () => {
  const state = issuingBody(patternOf('commune', 'state'), 'Xã Sông Xanh', 'Tỉnh Ví Dụ', null)
  expect(state).toMatchObject({
    name: 'Ủy ban nhân dân xã Sông Xanh',
    issuer: { superior: null, body: 'ỦY BAN NHÂN DÂN\nXÃ SÔNG XANH' },
    symbol: 'BC-UBND',
    place: 'Sông Xanh',
    recipients: ['UBND tỉnh Ví Dụ', 'Lưu: VT'],
  })
  const party = issuingBody(patternOf('commune', 'party'), 'Xã Sông Xanh', 'Tỉnh Ví Dụ', patternOf('province', 'party'))
  expect(party).toMatchObject({
    name: 'Đảng ủy xã Sông Xanh',
    issuer: { superior: 'TỈNH ỦY VÍ DỤ', body: 'ĐẢNG ỦY XÃ SÔNG XANH' },
    symbol: 'BC/ĐU',
    signature: { rights: [{ authority: 'on-behalf', of: 'ĐẢNG ỦY' }], title: 'BÍ THƯ', name: null },
    recipients: ['Tỉnh ủy Ví Dụ', 'Lưu Văn phòng Đảng ủy'],
  })
})

test.each([
  ['Phường Cầu Tre', 'ward', 'Thành phố Hải Âu', 'city', 'THÀNH ỦY HẢI ÂU', 'ĐẢNG ỦY\nPHƯỜNG CẦU TRE'],
  ['Đặc khu Côn Mây', 'special-zone', 'Tỉnh Ví Dụ', 'province', 'TỈNH ỦY VÍ DỤ', 'ĐẢNG ỦY\nĐẶC KHU CÔN MÂY'],
  ['Xã Ô', 'commune', 'Tỉnh Ví Dụ', 'province', 'TỈNH ỦY VÍ DỤ', 'ĐẢNG ỦY XÃ Ô'],
])('%s (%s) of %s stands under its province’s committee, and a long name goes on in the next line', (...given) => {
  const [unit, kind, province, provinceKind, superior, body] = given
  const made = issuingBody(patternOf(kind, 'party'), unit, province, patternOf(provinceKind, 'party'))
  expect(made.issuer).toEqual({ superior, body })
})

test('a province’s own committee has nobody above it here', () => {
  const own = patternOf('province', 'party')
  expect(issuingBody(own, 'Tỉnh Ví Dụ', 'Tỉnh Ví Dụ', own)).toMatchObject({
    name: 'Tỉnh ủy Ví Dụ',
    issuer: { superior: null, body: 'TỈNH ỦY VÍ DỤ' },
    symbol: 'BC/TU',
  })
})

test('the wished layout is taken, else the one the data sets first', () => {
  const bodies = layouts.map((layout) => issuingBody(patternOf('commune', layout), 'Xã A', 'Tỉnh B', null))
  expect(chosenBody(bodies, 'party').layout).toBe('party')
  expect(chosenBody(bodies, null).layout).toBe('state')
  const partyFirst = bodies.map((body) => ({ ...body, isDefault: body.layout === 'party' }))
  expect(chosenBody(partyFirst, null).layout).toBe('party')
  expect(() => chosenBody([], 'party')).toThrow('has nothing for this kind of unit')
})

test('a word that is not known stops the printing and does not appear on paper', () => {
  const pattern = { ...patternOf('commune', 'party'), body: 'Đảng ủy {unt}' }
  expect(() => issuingBody(pattern, 'Xã A', 'Tỉnh B', null)).toThrow('{unt} is not known')
})

test('the place of a document is the name without its kind', () => {
  expect(['Xã Sông Xanh', 'Đặc khu Côn Mây', 'Thành phố Hải Âu', 'Thị xã Đồi Sim'].map(placeOf)).toEqual([
    'Sông Xanh',
    'Côn Mây',
    'Hải Âu',
    'Đồi Sim',
  ])
})
