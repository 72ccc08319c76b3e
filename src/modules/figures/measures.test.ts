import { expect, test } from 'vitest'
import { codeBook } from '../../../tests/support/code-book.ts'
import { dimensionName, dimensionOf } from './labels.ts'
import { measureRefusalText } from './measure-labels.ts'
import { choicesOf, measureOf, searchChoices } from './measures.ts'
import { writeExpression } from './expression-text.ts'

const formulas = {
  CT01: '(F05 + F06) / F01 %',
  CT02: 'CT03 + F05',
  CT03: 'CT04 - F06',
  CT04: 'nếu(F01 > 0; CT02; 0)',
  CT05: 'F05 + F06',
  CT06: 'CT05 + CT05 + CT05 + CT05 + CT05 + CT05 + CT05 + CT05',
  CT07: 'CT06 + CT06 + CT06 + CT06 + CT06 + CT06 + CT06 + CT06',
  CT08: 'CT07 + CT07 + CT07 + CT07 + CT07 + CT07 + CT07 + CT07',
}
const book = codeBook(formulas)

function read(text: string) {
  const reading = measureOf(text, book)
  if ('refusal' in reading) throw new Error(measureRefusalText(reading.refusal))
  return reading
}

function refusal(text: string): string {
  const reading = measureOf(text, book)
  return 'refusal' in reading ? measureRefusalText(reading.refusal) : `được: ${reading.measure.unitOfCount}`
}

test.each([
  ['F05', 'hồ sơ', 'count', 'F05'],
  ['F05 + F06', 'hồ sơ', 'count', 'F05 + F06'],
  ['F05 - F06', 'hồ sơ', 'count', 'F05 - F06'],
  ['F05 + 1,5', 'hồ sơ', 'decimal', 'F05 + 1,5'],
  ['F05 / F01', 'lần', 'decimal', 'F05 / F01'],
  ['F05 / F01 %', '%', 'percent', 'F05 / F01 %'],
  ['F05 / F01 ‰', '‰', 'decimal', 'F05 / F01 ‰'],
  ['F05 / 12', 'hồ sơ', 'decimal', 'F05 / 12'],
  ['F01 / số xã(F01)', 'hồ sơ/xã', 'decimal', 'F01 / số xã(F01)'],
  ['F01 / H02:poor × 10.000', 'hồ sơ/10.000 hộ', 'decimal', 'F01 / H02:poor × 10.000'],
  ['F10', '%', 'percent', '(F05 + F06) / (F05 + F06 + F07) %'],
  ['B14', '%', 'percent', 'B13 / B01 %'],
  ['I02', 'tiêu chí/xã', 'decimal', 'I01 / số xã(I01)'],
  ['I03', 'tiêu chí', 'change', 'I03'],
  ['A06', '%', 'percent', 'A06'],
  ['F10 - F10', 'điểm phần trăm', 'decimal', null],
  ['100 - F10', '%', 'percent', null],
  ['K01:tập thể + K01:cá nhân', 'giấy khen', 'count', 'K01:collective + K01:individual'],
  ['số xã(I01)', 'xã', 'count', 'số xã(I01)'],
  ['số đơn vị(F03) - số đơn vị(F01)', 'đơn vị', 'count', null],
  ['nếu(F01 > 0; F06; 0)', 'hồ sơ', 'count', null],
  ['CT01', '%', 'percent', '(F05 + F06) / F01 %'],
  ['CT05 - F05', 'hồ sơ', 'count', 'F05 + F06 - F05'],
  ['G10:boards', 'ban', 'count', 'G10:boards'],
  ['G09:answered', 'kiến nghị', 'count', 'G09:answered'],
])('%s counts %s as a %s', (text, unit, numeral, cells) => {
  const { measure } = read(text)
  expect([measure.unitOfCount, measure.numeral]).toEqual([unit, numeral])
  if (cells !== null) expect(writeExpression(measure.expression)).toBe(cells)
})

test('an indicator and a formula go by their names, a typed formula by its text', () => {
  expect(read('F10').measure).toMatchObject({
    key: 'F10',
    name: 'Tỷ lệ giải quyết đúng hạn',
    direction: 'more-is-better',
  })
  expect(read('k01:tập thể').measure).toMatchObject({ key: 'K01:collective', name: 'Giấy khen: tập thể' })
  expect(read('CT01').measure).toMatchObject({ key: 'CT01', name: 'Công thức CT01', direction: 'context' })
  expect(read('K01:tap the / K01 %').measure).toMatchObject({
    key: 'K01:collective / K01 %',
    name: 'K01:tập thể / K01 %',
  })
})

test.each([
  ['E01 + E02', 'Không cộng được: E01 tính bằng lượt, E02 tính bằng người.'],
  ['F05 - E01', 'Không trừ được: F05 tính bằng hồ sơ, E01 tính bằng lượt.'],
  ['E01 / E02 %', 'Không lấy phần trăm được: E01 tính bằng lượt, E02 tính bằng người.'],
  ['nếu(F05 > E01; 1; 0)', 'Không so sánh được: F05 tính bằng hồ sơ, E01 tính bằng lượt.'],
  ['nếu(F05 > 0; F05; E01)', 'Không dùng thay nhau được: F05 tính bằng hồ sơ, E01 tính bằng lượt.'],
  ['I01 + I03', 'Không cộng được: I01 là số có ở cuối kỳ, I03 là số tăng, giảm.'],
  ['F05 + F08', 'Không cộng được: F05 là số phát sinh trong kỳ, F08 là số có ở cuối kỳ.'],
  ['F10 + F10', 'Không cộng được: (F05 + F06) / (F05 + F06 + F07) % là tỷ lệ hoặc bình quân.'],
  ['A06 + 5', 'Không cộng được: A06 là tỷ lệ hoặc bình quân.'],
  ['F10 / F10', 'Không chia được: (F05 + F06) / (F05 + F06 + F07) % là tỷ lệ hoặc bình quân.'],
  ['I01 / I03', 'Không chia được: mẫu số I03 là số tăng, giảm, vì số đó có thể âm hoặc bằng 0.'],
  ['5 / F01', 'Trong phép chia này có một bên chỉ là con số.'],
  ['F01 / 12 %', 'Trong phép chia này có một bên chỉ là con số.'],
  ['F01 / 0', 'Mẫu số là 0, kết quả không xác định.'],
  ['5 + 6', 'Công thức không có chỉ tiêu nào.'],
  ['G10:boards + G10:projects', 'Không cộng được: G10:số ban tính bằng ban, G10:dự án tính bằng dự án.'],
  ['F5', 'Không có chỉ tiêu hay công thức mã F5. Có phải là F05 ('],
  ['FO5', 'Không có chỉ tiêu hay công thức mã FO5. Có phải là '],
  ['ZZZ9999', 'Không có chỉ tiêu hay công thức mã ZZZ9999. Xin tìm theo tên để lấy đúng mã.'],
  ['F01:tập thể', 'F01 không chia phần. Xin bỏ phần sau dấu hai chấm.'],
  ['K01:tốt', 'K01 không có phần này; chỉ có: tập thể, cá nhân.'],
  ['CT05:tập thể', 'CT05 không chia phần.'],
  ['CT02', 'Công thức gọi vòng lại chính nó: CT02 → CT03 → CT04 → CT02.'],
  ['F01 + CT03', 'Công thức gọi vòng lại chính nó: CT03 → CT04 → CT02 → CT03.'],
  ['CT08', 'Công thức gọi nhiều công thức khác quá'],
  ['tỷ lệ giải quyết đúng hạn', 'Ở chữ thứ 1, “tỷ lệ giải quyết đúng hạn”: chưa hiểu chữ này.'],
])('%s is refused: %s', (text, begins) => {
  expect(refusal(text).startsWith(begins), refusal(text)).toBe(true)
})

test('a name typed for a code is answered with the code', () => {
  expect(refusal('tỷ lệ giải quyết đúng hạn')).toContain('Có phải là F10 (Tỷ lệ giải quyết đúng hạn)?')
})

test('what came in held against what there is says so', () => {
  expect(read('F05 / F08').notes).toEqual(['flow-and-stock'])
  expect(read('F05 / F01 %').notes).toEqual([])
  expect(read('F05 / số xã(F05)').notes).toEqual([])
})

test('every indicator and every part of one can be asked for, and every part has one name of its own', () => {
  for (const { key } of choicesOf(book)) expect(refusal(key).startsWith('được: '), `${key}: ${refusal(key)}`).toBe(true)
  for (const named of book.values()) {
    if (named.kind === 'formula') continue
    for (const dimension of named.dimensions) expect(dimensionOf(dimensionName(dimension) ?? '')).toBe(dimension)
  }
})

test('measures are found without marks: the code first, then names that begin so', () => {
  const found = (words: string): string[] => searchChoices(choicesOf(book), words, 5).map(({ key }) => key)
  expect(found('f10')[0]).toBe('F10')
  expect(found('giay khen').slice(0, 3)).toEqual(['K01', 'K01:collective', 'K01:individual'])
  expect(found('ty le dung han')).toContain('F10')
  expect(found('CÔNG THỨC ct01')).toEqual(['CT01'])
  expect(found('không có gì như thế')).toEqual([])
})
