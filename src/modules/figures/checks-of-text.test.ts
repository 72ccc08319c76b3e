import { describe, expect, test } from 'vitest'
import { nineMonthsOf, quarterOf, type Period } from '#kernel/period.ts'
import type { CheckInput, CheckLine } from './check-input.ts'
import { houseRules } from '../../../tests/support/house-rules.ts'
import { checkFigures } from './checks.ts'
import { figure, type Basis } from './figure.ts'
import { isBlocking, needsExplanation, type Finding } from './finding.ts'
import { findingText } from './finding-sentence.ts'
import { parseCellKey } from './indicator.ts'

const lineOf: Record<string, Partial<CheckLine>> = {
  E01: { unitOfCount: 'lượt' },
  E02: { unitOfCount: 'người' },
  D02: { unitOfCount: 'lượt người' },
  D03: { unitOfCount: 'cuộc' },
  H01: { unitOfCount: 'hộ' },
  H02: { unitOfCount: 'hộ', nature: 'stock', overTime: 'last' },
  F10: { unitOfCount: '%', numeral: 'percent', nature: 'ratio', overTime: 'ratio-of-sums' },
}
const third = quarterOf(2026, 3)

function found(
  cells: Record<string, { raw?: string; note?: string }>,
  more: { period?: Period; basis?: Basis } = {},
): Finding[] {
  const lines = Object.keys({ E01: {}, E02: {}, ...cells }).map((key): CheckLine => ({
    cell: parseCellKey(key),
    numeral: 'count',
    unitOfCount: 'hồ sơ',
    nature: 'flow',
    overTime: 'sum',
    ...lineOf[key],
  }))
  const input: CheckInput = {
    period: more.period ?? third,
    lines,
    figures: new Map(
      Object.entries(cells).map(([key, { raw = '1', note = '' }]) => [
        key,
        figure(raw, lineOf[key]?.numeral ?? 'count', note, more.basis),
      ]),
    ),
    earlier: null,
    history: [],
    divisor: null,
    peers: null,
    overUnits: new Map(),
  }
  return checkFigures(input, houseRules).filter((finding) => ['Q16', 'Q21', 'Q22'].includes(finding.rule))
}
const said = (findings: Finding[]): string[] => findings.map(({ key, verdict }) => `${key} ${verdict}`)
const words = (finding: Finding | undefined): string => {
  const unitOf = (code: string): string => lineOf[code]?.unitOfCount ?? 'hồ sơ'
  if (!finding) return ''
  const text = findingText(finding, ({ code }) => ({ name: `Chỉ tiêu ${code}`, unit: unitOf(code) }))
  return `${text.heading} | ${text.sentence} | ${text.remedy}`
}

describe('Q21: the unit as it was written', () => {
  test.each([
    ['E01', '777 người', ['Q21:E01 fails']],
    ['E01', 'trên 777 NGƯỜI', ['Q21:E01 fails']],
    ['E01', '12.340người', ['Q21:E01 fails']],
    ['E02', '777 lượt', ['Q21:E02 fails']],
    ['E02', '15 hộ', ['Q21:E02 fails']],
    ['H01', '15 người', ['Q21:H01 fails']],
    ['D03', '12 %', ['Q21:D03 fails']],
    // The unit of the line itself, and a turn said for a person-time, are no other count; the word is still to be left out.
    ['E01', '777 lượt', ['Q16:E01 fails']],
    ['E01', '777 lượt người', ['Q16:E01 fails']],
    ['D02', '500 lượt', ['Q16:D02 fails']],
    ['E01', '777 con bò', ['Q16:E01 fails']],
    ['E01', 'người', ['Q16:E01 fails']],
    ['E01', '777', []],
    ['E01', '', []],
    ['F10', '97,5 %', []],
  ])('%s “%s”: %j', (key, raw, findings) => {
    expect(said(found({ [key]: { raw } }))).toEqual(findings)
  })

  test.each([
    ['Tính theo người, không tính theo lượt.', ['Q21:E01 fails']],
    ['thống kê theo hộ', ['Q21:E01 fails']],
    ['Ghi bằng số người', ['Q21:E01 fails']],
    ['Không tính theo người', []],
    ['Tính theo lượt', []],
    ['Thống kê theo xã', []],
    ['Tính theo hộ khẩu', []],
    ['Có 12 người đến hai lần', []],
  ])('777 with the note “%s”: %j', (note, findings) => {
    expect(said(found({ E01: { raw: '777', note } }))).toEqual(findings)
  })

  test('must be corrected; says the two ways of counting and where the number may belong', () => {
    const [finding] = found({ E01: { raw: '777 người' } })
    expect(finding && isBlocking(finding)).toBe(true)
    expect(words(finding)).toContain('Ô E01 đếm lượt, không đếm người')
    expect(words(finding)).toContain('ghi “777 người”')
    expect(words(finding)).toContain('Có thể số này thuộc ô E02 (chỉ tiêu E02)')
  })

  test('no cell is named where none or two count in that unit', () => {
    expect(words(found({ E01: { raw: '15 hộ' } })[0])).not.toContain('Có thể số này')
    expect(words(found({ E07: { raw: '3 đoàn' }, E03: { raw: '4 người' } })[1])).toContain('thuộc ô E02')
  })

  test('what was counted was written by nobody', () => {
    expect(found({ E01: { raw: '777 người' } }, { basis: 'counted' })).toEqual([])
  })
})

describe('Q22: the day of an event', () => {
  test.each([
    ['Tổ chức ngày 12/1/2027 tại nhà văn hóa', ['Q22:D03 fails']],
    ['họp ngày 1 tháng 10 năm 2026', ['Q22:D03 fails']],
    ['Họp ngày 1/10/2026', ['Q22:D03 fails']],
    ['Họp ngày 30/9/2026', []],
    ['Họp ngày 1/7/2026', []],
    ['Họp ngày 30/6/2026', ['Q22:D03 fails']],
    ['Buổi tối 30-6-2026', ['Q22:D03 fails']],
    ['Họp ngày 31/9/2026', ['Q22:D03 fails']],
    ['Họp ngày 12.8.2026', []],
    ['Cuộc ở thôn Hạ (12/1/2027)', ['Q22:D03 asks']],
    ['Cuộc ở thôn Hạ (12/1/2026)', []],
    ['Họp theo Kế hoạch số 12 ngày 5/1/2026', []],
    ['Nghị quyết 25-NQ/TW ngày 3/6/2013', []],
    ['Dự kiến họp ngày 12/10/2026', []],
    ['Sẽ bổ sung ngày 12/10/2026', []],
    ['Đối chiếu xong trước ngày 15/10/2026', []],
    ['Tính từ 1/1/2026 đến 30/9/2026', []],
    ['Chia sẻ kinh nghiệm ngày 12/10/2026', ['Q22:D03 fails']],
    ['Hạn là 15/10/2026', []],
    ['Theo Quyết định 12; họp ngày 12/10/2026', ['Q22:D03 fails']],
    ['Không tính cuộc ngày 25/6/2026', []],
    ['Đã tính cuộc ngày 25/6/2026 ở quý II', []],
    ['So với ngày 30/6/2026 tăng 3 cuộc', []],
    ['Gặp mặt kỷ niệm 79 năm ngày 27/7/1947', []],
    ['Theo Thông tư 01 ngày 3/4/2020', []],
    ['Pháp lệnh ngày 9/12/2020', []],
    ['Biên bản ngày 2/10/2026', []],
    ['Giấy mời ngày 25/6/2026', []],
    ['Báo cáo ngày 5/10/2026 của thôn', []],
    ['Quy định ngày 3/6/2013', []],
    ['Không tính được; họp ngày 25/6/2026', ['Q22:D03 fails']],
    ['Tỷ lệ 1/3/5', []],
    ['', []],
  ])('“%s”: %j', (note, findings) => {
    expect(said(found({ D03: { note } }))).toEqual(findings)
  })

  test('a stock holds what came about long ago, but not what is still to come', () => {
    expect(said(found({ H02: { note: 'Rà soát ngày 15/11/2025' } }))).toEqual([])
    expect(said(found({ H02: { note: 'Rà soát ngày 15/11/2026' } }))).toEqual(['Q22:H02 fails'])
  })

  test('nine months hold a day of February that the third quarter does not', () => {
    const cells = { D03: { note: 'Họp ngày 3/2/2026' } }
    expect(said(found(cells))).toEqual(['Q22:D03 fails'])
    expect(said(found(cells, { period: nineMonthsOf(2026) }))).toEqual([])
  })

  test.each([
    ['Họp ngày 12/1/2027', 'đến hết 30/9/2026', 'có thể ghi nhầm năm'],
    ['Họp ngày 12/1/2026', 'bắt đầu từ 1/7/2026', 'Việc của kỳ trước không tính lại'],
  ])('“%s” is corrected or explained: %s', (note, both, cause) => {
    const [finding] = found({ D03: { note } })
    expect(finding && needsExplanation(finding)).toBe(true)
    expect(words(finding)).toContain(both)
    expect(words(finding)).toContain(cause)
    expect(words(finding)).toContain('Xin sửa ngày trong ghi chú, hoặc bỏ việc đó khỏi số của kỳ này')
    expect(words(finding)).toContain('nộp kèm lời giải thích')
    expect(words(finding)).not.toContain('phải khớp mới nộp được')
  })

  test('a day that does not exist must be corrected, also beside one that could be explained', () => {
    const [finding] = found({ D03: { note: 'Họp ngày 12/1/2026 và ngày 31/9/2026' } })
    expect(finding && isBlocking(finding)).toBe(true)
    expect(words(finding)).toContain('trong lịch không có ngày này')
    expect(words(finding)).toContain('ngày trước tháng sau; chỗ này phải khớp mới nộp được')
  })

  test('of several days the worst one is told, once a cell', () => {
    const note = 'Thôn Hạ (12/1/2027), thôn Thượng ngày 3/2/2027'
    const findings = found({ D03: { note } })
    expect(said(findings)).toEqual(['Q22:D03 fails'])
    expect(words(findings[0])).toContain('“ngày 3/2/2027”')
  })
})
