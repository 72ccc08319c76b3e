import { expect, test } from 'vitest'
import { behindOf, behindSaid } from './behind.ts'
import type { UnitInSum } from './content.ts'

const then: UnitInSum[] = [
  { name: 'Xã Bến Đò', status: 'accepted' },
  { name: 'Xã Đồi Chè', status: 'not-begun' },
  { name: 'Xã Gió Lùa', status: 'draft', gap: 'Mưa lũ nhiều ngày' },
]
const changed = (name: string, to: Partial<UnitInSum>): UnitInSum[] =>
  then.map((one) => (one.name === name ? { ...one, ...to } : one))

test.each([
  [
    'closed without one',
    changed('Xã Đồi Chè', { gap: 'Cháy trụ sở' }),
    'Kỳ đã chốt, còn thiếu 1 xã, phường: Xã Đồi Chè (Cháy trụ sở).',
  ],
  ['accepted meanwhile', changed('Xã Đồi Chè', { status: 'published' }), 'Đã nhận thêm báo cáo của Xã Đồi Chè.'],
  ['taken back', changed('Xã Bến Đò', { status: 'submitted' }), 'Báo cáo của Xã Bến Đò không còn được tính.'],
  ['amended', changed('Xã Bến Đò', { amended: 2 }), 'Tổng nay gồm bản sửa đổi số 2 của Xã Bến Đò.'],
] as const)('a copy is behind what was %s', (_, now, said) => {
  const behind = behindOf(then, now)
  expect(behind && behindSaid(behind)).toEqual([said])
})

test('a unit that is named no more is said to be so', () => {
  const now = then.map(({ name, status }) => ({ name, status }))
  const behind = behindOf(then, now)
  expect(behind && behindSaid(behind)).toEqual(['Không còn bị ghi là thiếu: Xã Gió Lùa.'])
})

test('a copy that says what stands now is not behind, nor is one that is older than such lists', () => {
  // Where a draft has come to is nobody's business, and in no total.
  expect(behindOf(then, changed('Xã Đồi Chè', { status: 'draft' }))).toBeNull()
  expect(behindOf(undefined, then)).toBeNull()
})
