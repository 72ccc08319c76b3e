import { expect, test } from 'vitest'
import { gapsSaid } from './period-standing.ts'

const missing = (name: string, reason: string) => ({ name, reason })

test.each([
  [[], null],
  [[missing('Xã Gió', 'Mưa lũ.')], 'còn thiếu 1 xã, phường: Xã Gió (Mưa lũ)'],
  [
    [missing('Xã Gió', 'Mưa lũ'), missing('Xã Mây', 'Đang kiểm tra lại số')],
    'còn thiếu 2 xã, phường: Xã Gió (Mưa lũ), Xã Mây (Đang kiểm tra lại số)',
  ],
  [
    [missing('Xã Gió', 'Chưa gửi'), missing('Xã Mây', 'Mưa lũ'), missing('Xã Nắng', 'Chưa gửi.')],
    'còn thiếu 3 xã, phường: Xã Gió, Xã Nắng (cùng lý do: Chưa gửi); Xã Mây (Mưa lũ)',
  ],
])('who was missing is named, and a shared reason said once: %j', (gaps, said) => {
  expect(gapsSaid(gaps)).toBe(said)
})
