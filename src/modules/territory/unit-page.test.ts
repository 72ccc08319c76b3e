import { describe, expect, test } from 'vitest'
import { on, quePlace, smallRegister, unitId } from '../../../tests/support/register.ts'
import { codeChoices, unitPage, type UnitPage } from './unit-page.ts'

const place = quePlace()
const act = (number: string, isVerified: boolean) => ({
  ...{ number, issuedOn: on('2025-06-16'), inForceOn: on('2025-06-16'), issuer: 'Ủy ban Thường vụ Quốc hội' },
  ...{ title: 'về việc sắp xếp', source: 'văn bản', isVerified },
})
const register = smallRegister({
  ...place,
  units: [
    ...place.units,
    { code: 'xa-ho', name: 'Xã Hồ', parent: 'thanh-pho-da-2025', from: '2025-07-01', until: '2026-06-30' },
    { code: 'phuong-ho', name: 'Phường Hồ', kind: 'ward', parent: 'thanh-pho-da-2025', from: '2026-07-01' },
    { code: 'xa-mat', name: 'Xã Mất', parent: 'tinh-nam', until: '2025-06-30', untilIsKnown: false },
    { code: 'xa-doi', name: 'Thị trấn Đồi', kind: 'township', parent: 'tinh-nam', until: '2023-12-31' },
    { code: 'xa-doi', name: 'Phường Đồi', kind: 'ward', parent: 'tinh-nam', from: '2024-01-01', until: '2024-06-30' },
    { code: 'xa-doi', name: 'Phường Đồi Mới', kind: 'ward', parent: 'tinh-nam', from: '2024-07-01' },
  ],
  events: [...(place.events ?? []), { id: 'ho', on: '2026-07-01', links: ['xa-ho phuong-ho'], act: '2/NQ' }],
  acts: [act('2/NQ', true), act('3/NQ', false)],
})

function page(unit: string, today = '2026-01-01', day: string | null = null): UnitPage {
  const found = unitPage(register, unitId(unit), { today: on(today), day: day === null ? null : on(day), typed: '' })
  if (!found) throw new Error(`Not in the register: ${unit}`)
  return found
}

const lines = (unit: string, today?: string): string[] =>
  page(unit, today).life.map(({ when, what }) => `${when}: ${what}`)

describe('the life of a unit as a line', () => {
  test.each([
    [
      'xa-b',
      [
        'Trước 1/1/2019: Đã có Xã Bình, thuộc Huyện Que, Tỉnh Nam',
        '1/1/2025: Vẫn thuộc Huyện Que, Tỉnh Nam; đơn vị cấp trên lập lại cùng tên',
        'Hết ngày 30/6/2025: Xã Bình kết thúc: địa bàn chia về 2 đơn vị',
      ],
    ],
    [
      'xa-1-2025',
      ['1/7/2025: Lập Xã Que Một từ địa bàn của 2 đơn vị', 'Hôm nay, 1/1/2026: Xã Que Một, thuộc Thành phố Đá'],
    ],
    [
      'huyen-que-2025',
      [
        '1/1/2025: Lập Huyện Que từ địa bàn của 2 đơn vị',
        'Hết ngày 30/6/2025: Huyện Que kết thúc: từ 1/7/2025 không còn cấp huyện',
      ],
    ],
    [
      'xa-mat',
      [
        'Trước 1/1/2019: Đã có Xã Mất, thuộc Tỉnh Nam',
        'Không rõ ngày, muộn nhất 30/6/2025: Xã Mất kết thúc; sổ đơn vị chưa ghi đơn vị kế thừa',
      ],
    ],
    [
      'xa-doi',
      [
        'Trước 1/1/2019: Đã có Thị trấn Đồi, thuộc Tỉnh Nam',
        '1/1/2024: Từ thị trấn thành phường: Thị trấn Đồi nay là Phường Đồi',
        '1/7/2024: Đổi tên: Phường Đồi nay là Phường Đồi Mới',
        'Hôm nay, 1/1/2026: Phường Đồi Mới, thuộc Tỉnh Nam',
      ],
    ],
  ])('%s', (unit, expected) => {
    expect(lines(unit)).toEqual(expected)
  })

  test('what is decided and not yet so stands after today', () => {
    expect(lines('xa-ho')).toEqual([
      '1/7/2025: Lập Xã Hồ',
      'Hôm nay, 1/1/2026: Xã Hồ, thuộc Thành phố Đá',
      'Hết ngày 30/6/2026 (chưa tới ngày): Xã Hồ kết thúc: toàn bộ địa bàn thuộc một đơn vị mới',
    ])
    // Its last day is still its day; the next morning in Vietnam it has ended.
    expect(page('xa-ho', '2026-06-30').state).toBe('standing')
    expect(page('xa-ho', '2026-07-01').title).toBe('Xã Hồ (cũ), đến 30/6/2026')
    expect(page('phuong-ho', '2026-06-30')).toMatchObject({
      state: 'ahead',
      sentence: 'Sẽ là phường thuộc Thành phố Đá, từ 1/7/2026',
    })
    expect(page('phuong-ho', '2026-07-01').state).toBe('standing')
  })

  test('how much of each unit, with its source or that nobody knows it', () => {
    const extents = (unit: string) =>
      page(unit).life.flatMap(({ links }) => links.map((link) => [link.name, link.extent, link.isShareUnknown]))
    expect(extents('xa-1-2025')).toEqual([
      ['Xã An Đông', 'toàn bộ', false],
      ['Xã Bình', 'một phần, 30%', false],
    ])
    expect(page('xa-b').answering?.direct[0]?.shareSource).toBe('Dân số 2024')
    expect(extents('xa-3-2025')).toEqual([[expect.any(String), 'một phần', true]])
  })

  test('a clause is said once where it is the same for all, and beside each unit where it is not', () => {
    const made = page('xa-1-2025').life[0]
    expect([made?.citation, made?.isVerified]).toEqual(['3/NQ, Điều 1 khoản 1', false])
    expect(made?.links.map(({ citation }) => citation)).toEqual([null, null])
    const ended = page('xa-b').life.at(-1)
    expect(ended?.citation).toBeNull()
    expect(ended?.links.map(({ citation }) => citation)).toEqual(['3/NQ, Điều 1 khoản 1', '3/NQ, Điều 1 khoản 2'])
    expect(page('thanh-pho-da-2025').life[0]).toMatchObject({ citation: '2/NQ', isVerified: true })
  })
})

describe('who answers today', () => {
  test('for a district: the communes that hold its area, and the province', () => {
    const answering = page('huyen-que-2025').answering
    expect(answering?.provinces).toEqual([{ name: 'Thành phố Đá', href: '/don-vi/thanh-pho-da-2025' }])
    expect(answering?.communes.map(({ name }) => name)).toEqual(['Xã Que Ba', 'Xã Que Hai', 'Xã Que Một'])
    expect(answering?.gap).toBeNull()
  })

  test('communes are not said twice, and what is not recorded is admitted', () => {
    expect(page('xa-b').answering).toMatchObject({
      communes: [],
      direct: [{ name: 'Xã Que Một' }, { name: 'Xã Que Hai' }],
    })
    expect(page('xa-mat').answering).toMatchObject({
      direct: [],
      communes: [],
      gap: 'Sổ đơn vị chưa ghi Xã Mất đã nhập vào đâu.',
    })
    expect(page('xa-1-2025').answering).toBeNull()
  })
})

describe('a unit on a day', () => {
  test('while it stands: its name then, what stood over it and what lay in it', () => {
    const { onDay } = page('tinh-nam', '2026-01-01', '2025-06-30')
    expect(onDay.found?.groups[0]?.units.map(({ name, note }) => `${name}: ${note}`)).toContain('Huyện Que: 3 xã')
    expect(onDay.found?.groups[0]?.units[0]?.href).toContain('?ngay=2025-06-30')
  })

  test.each([
    ['xa-b', '2026-01-01', { isOver: true, nearest: { label: '30/6/2025' } }],
    ['xa-1-2025', '2025-06-30', { isOver: false, hasPredecessors: true, nearest: { label: '1/7/2025' } }],
    ['phuong-ho', '2026-06-30', { isOver: false, nearest: { label: '1/7/2026' } }],
  ])('%s on %s was not in force: the nearest day is offered', (unit, day, expected) => {
    expect(page(unit, '2026-01-01', day).onDay).toMatchObject({ found: null, ...expected })
  })

  test('a unit that has ended is shown as on its last day, one that is to come as on its first', () => {
    expect(page('xa-b').onDay).toMatchObject({ iso: '2025-06-30', isToday: false })
    expect(page('phuong-ho').onDay).toMatchObject({ iso: '2026-07-01', found: { name: 'Phường Hồ' } })
  })
})

describe('an official code', () => {
  const codes = smallRegister({
    units: [
      { code: 'tinh', level: 'province', officialCode: '48' },
      { code: 'xa-cu', name: 'Xã Cũ', parent: 'tinh', until: '2025-06-30', officialCode: '00004' },
      { code: 'xa-moi', name: 'Xã Mới', parent: 'tinh', from: '2025-07-01', officialCode: '00004' },
      { code: 'xa-a', name: 'Xã A', parent: 'tinh', until: '2020-01-01', officialCode: '00007' },
      { code: 'xa-b', name: 'Xã B', parent: 'tinh', from: '2020-01-02', until: '2024-01-01', officialCode: '00007' },
      { code: 'xa-c', name: 'Xã C', parent: 'tinh', until: '2024-01-01', officialCode: '00010' },
      { code: 'xa-d', name: 'Xã D', parent: 'tinh', until: '2024-01-01', officialCode: '00010' },
    ],
  })
  test.each([
    ['00004', '2026-01-01', ['xa-moi']],
    ['00004', '2025-06-30', ['xa-cu']],
    ['00007', '2026-01-01', ['xa-b']],
    ['00010', '2026-01-01', ['xa-c', 'xa-d']],
    ['99999', '2026-01-01', []],
  ])('%s on %s means %j', (code, today, expected) => {
    expect(codeChoices(codes, code, on(today)).map((choice) => choice.code)).toEqual(expected)
  })

  test('whose it was before stands beside it', () => {
    const found = unitPage(codes, unitId('xa-moi'), { today: on('2026-01-01'), day: null, typed: '' })
    expect(found?.facts[0]).toMatchObject({ value: '00004', more: 'trước đó là mã của Xã Cũ (cũ), đến 30/6/2025' })
  })
})

test('nobody knows a unit that is not in the register', () => {
  expect(unitPage(register, unitId('xa-la'), { today: on('2026-01-01'), day: null, typed: '' })).toBeNull()
})
