import { describe, expect, test } from 'vitest'
import { numbersIn } from './in-text.ts'

const found = (text: string): string[] => numbersIn(text).map((one) => one.text)

describe('numbers in a text', () => {
  test.each([
    ['Tiếp nhận 33,838 hồ sơ, giải quyết 8.552 hồ sơ.', ['33,838', '8.552']],
    ['Có trên 3.200 lượt người, khoảng 500 hộ và ít nhất 12 tổ.', ['trên 3.200', 'khoảng 500', 'ít nhất 12']],
    ['Đạt 98,5%, cao hơn 2,1 điểm phần trăm.', ['98,5%', 'hơn 2,1']],
    ['Đạt 98,5 phần trăm.', ['98,5 phần trăm']],
    ['Huy động 1.250 triệu đồng và gần 3 nghìn ngày công.', ['1.250 triệu', 'gần 3 nghìn']],
    ['Trồng 12 500 cây; còn lại 3.', ['12 500', '3']],
    ['20/24 xã đã xong, 20 trên 24 xã đúng hạn.', ['20', '24', '20', '24']],
    ['Mỗi thôn được 5 mô hình; bình quân 4,5 cuộc.', ['5', '4,5']],
    ['Kết quả:\n1. Vận động 15 hộ.\na) Góp 7 công.', ['15', '7']],
    ['Không có số.', []],
  ])('“%s”', (text, numbers) => {
    expect(found(text)).toEqual(numbers)
  })

  test.each([
    'Thực hiện Nghị quyết số 25-NQ/TW và Kết luận 43-KL/TW.',
    'Theo Nghị định 30/2020/NĐ-CP, Điều 5, khoản 2.',
    'Quyết định số 217-QĐ/TW, Chỉ thị 21, Kế hoạch số 15/KH-UBND.',
    'Ngày 5 tháng 10 năm 2026, từ 1/7 đến 30/9/2026, trong tháng 9/2026.',
    'Sáng 3-7, hết tháng 6-2026, ngày 12.',
    '9 tháng đầu năm 2026, 6 tháng cuối năm, quý 3, quý III, sau 5 năm thực hiện.',
    'Giai đoạn 2021-2025, nhiệm kỳ 2025 – 2030, các năm 2024, 2025 và 2026.',
    'Đại hội lần thứ 14, khóa 13, thứ 7.',
    'Tổ dân phố 5, thôn 3, Quốc lộ 9 và đường 12.',
    'Sản phẩm OCOP 3 sao, dịch COVID-19, ô F01.',
    'Lúc 7 giờ 30, đến 16h.',
    'Đã gắn [[F01]] và [[K01:collective:cungky]].',
  ])('“%s” counts nothing', (text) => {
    expect(found(text)).toEqual([])
  })

  test('each is found where it stands, with its hedge, its scale and its sign', () => {
    const text = 'Cả xã có khoảng 12,5 nghìn người, 40% là nữ, chọn 20-30 hộ.'
    const numbers = numbersIn(text)
    expect(numbers.map(({ from, to }) => text.slice(from, to))).toEqual(['khoảng 12,5 nghìn', '40%', '20', '30'])
    expect(numbers.map(({ digits, scale, isPercent, isInRange }) => [digits, scale, isPercent, isInRange])).toEqual([
      ['12,5', 'nghìn', false, false],
      ['40', '', true, false],
      ['20', '', false, true],
      ['30', '', false, true],
    ])
  })

  test('a text of ten pages is read at once', () => {
    const page = 'Trong 9 tháng, toàn xã tiếp nhận 1.234 hồ sơ theo Nghị quyết 25-NQ/TW, đạt 98,5%. '.repeat(250)
    const before = performance.now()
    expect(numbersIn(page)).toHaveLength(500)
    expect(performance.now() - before).toBeLessThan(2000)
  })
})
