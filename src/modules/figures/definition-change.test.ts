import { expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf, yearOf } from '#kernel/period.ts'
import { changeBetween, changeWithin, faultsOf, spanOn, type DefinitionSpan } from './definition-change.ts'
import { changeText, definitionFaultText } from './definition-labels.ts'
import type { IndicatorVersionId } from './indicator.ts'

const id = (version: number): IndicatorVersionId => `F01@${version}` as IndicatorVersionId
const span = (
  version: number,
  from: string | null,
  until: string | null,
  more: Partial<DefinitionSpan> = {},
): DefinitionSpan => ({
  ...{ id: id(version), comparable: true, changeNote: '' },
  validFrom: from === null ? null : localDate(from),
  validUntil: until === null ? null : localDate(until),
  ...more,
})

const spans = [
  span(1, null, '2024-12-31'),
  span(2, '2025-01-01', '2025-12-31', { changeNote: 'Thêm hồ sơ tiếp nhận qua bưu chính.' }),
  span(3, '2026-01-01', null, { comparable: false, changeNote: 'Chỉ tính hồ sơ đã trả kết quả.' }),
]

test('a figure is counted by the definition of the last day of its period', () => {
  expect(spanOn(spans, yearOf(2024).to)?.id).toBe('F01@1')
  expect(spanOn(spans, localDate('2025-01-01'))?.id).toBe('F01@2')
  expect(spanOn(spans, localDate('2099-01-01'))?.id).toBe('F01@3')
  expect(spanOn(spans.slice(1), localDate('2024-06-30'))).toBe(null)
})

test.each([
  [1, 1, null],
  [1, 2, 'Từ ngày 1/1/2025 định nghĩa đã đổi: Thêm hồ sơ tiếp nhận qua bưu chính. Số trước và sau vẫn so được.'],
  [
    2,
    3,
    'Từ ngày 1/1/2026 định nghĩa đã đổi: Chỉ tính hồ sơ đã trả kết quả. Số trước và sau không cùng một cách đếm, nên không so và không tính tăng, giảm.',
  ],
  [
    3,
    1,
    'Từ ngày 1/1/2025 định nghĩa đã đổi: Thêm hồ sơ tiếp nhận qua bưu chính. Chỉ tính hồ sơ đã trả kết quả. Số trước và sau không cùng một cách đếm, nên không so và không tính tăng, giảm.',
  ],
])('from version %i to %i: %s', (from, to, said) => {
  const change = changeBetween(spans, id(from), id(to))
  expect(change && changeText(change)).toBe(said)
})

test('versions of two indicators are no change of one', () => {
  expect(() => changeBetween(spans, id(1), 'F02@1' as IndicatorVersionId)).toThrow('Not two definitions')
})

test('a period that holds a break is not put together; one that holds a comparable change is', () => {
  expect(changeWithin(spans, { from: localDate('2025-07-01'), to: localDate('2026-06-30') })?.on).toBe('2026-01-01')
  expect(changeWithin(spans, { from: localDate('2024-07-01'), to: localDate('2025-06-30') })).toBe(null)
  expect(changeWithin(spans, quarterOf(2026, 1))).toBe(null)
})

test.each([
  [
    span(2, '2024-12-31', null),
    ['F01@1 và F01@2 cùng có hiệu lực một ngày. Bản trước phải hết trước khi bản sau bắt đầu.'],
  ],
  [span(2, null, null), ['F01@1 và F01@2 cùng có hiệu lực một ngày. Bản trước phải hết trước khi bản sau bắt đầu.']],
  [
    span(2, '2025-02-01', null),
    [
      'Giữa F01@1 và F01@2 có ngày không bản nào có hiệu lực. Nối liền hai bản, hoặc ghi vì sao ở change_note của bản sau.',
    ],
  ],
  [span(2, '2025-02-01', null, { changeNote: 'Tháng 1/2025 không thu thập.' }), []],
  [
    span(2, '2025-01-01', null, { comparable: false }),
    ['F01@2 không so được với F01@1 mà không nói vì sao. Ghi ở change_note.'],
  ],
  [span(2, '2025-01-01', null), []],
])('definitions that do not follow each other are found: %j', (second, said) => {
  expect(faultsOf([span(1, null, '2024-12-31'), second]).map(definitionFaultText)).toEqual(said)
})
