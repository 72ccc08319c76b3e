import { describe, expect, test } from 'vitest'
import { readTemplateFile, templateFile } from './template-file.ts'
import type { TemplateShape } from './template-shape.ts'

const shape: TemplateShape = {
  ...{ name: 'Biểu “đối thoại”', carriedBy: ['commune', 'province'], daysToSubmit: 0, owedFor: ['quarter', 'year-15'] },
  sections: [
    {
      ...{ code: 'doi-thoai', title: 'I. Đối thoại', kind: 'figures', hint: 'Kể cả chuyên đề.\nKhông tính tiếp dân.' },
      lines: [
        { code: 'D01', parts: [''] },
        { code: 'D07', parts: ['answered', 'open'] },
      ],
    },
    { code: 'danh-gia', title: 'II. Đánh giá', kind: 'narrative', hint: '', lines: [] },
  ],
}

const written = templateFile(shape, (code) => `Tên của ${code}`)

/** The file with one place of it changed; the place must have been there. */
function spoilt(from: string, to: string): string {
  expect(written).toContain(from)
  return written.replace(from, to)
}

function faultsOf(text: string): string[] {
  const read = readTemplateFile(text)
  return read.ok ? [] : read.faults.map(({ at, sentence }) => (at ? `${at}: ${sentence}` : sentence))
}

describe('a template as a file', () => {
  test('comes back as it went out, and people read the names of its indicators in it', () => {
    expect(readTemplateFile(written)).toEqual({ ok: true, shape })
    expect(written).toContain('"name": "Tên của D07"')
  })

  test('with the mark that some editors put before it, with letters in pieces, and with blanks around a title', () => {
    const pieces = `\ufeff${spoilt('"I. Đối thoại"', '"  I.  Đối thoại "').normalize('NFD')}`
    expect(readTemplateFile(pieces)).toEqual({ ok: true, shape })
  })

  test('the districts of an older form are passed over, as in a copy', () => {
    expect(readTemplateFile(spoilt('"commune",', '"commune", "district",'))).toEqual({ ok: true, shape })
  })

  test.each<[string, () => string, string]>([
    ['nothing', () => ' \n', 'Tệp trống. Xin chọn tệp đã tải về ở trang một mẫu.'],
    ['no JSON', () => 'Mẫu;Mục\n1;2', 'Không đọc được tệp ở dòng 1: “M” đứng không đúng chỗ.'],
    ['a file cut off', () => written.slice(0, 200), 'Không đọc được tệp ở dòng '],
    ['a comma too many', () => spoilt('"open"', '"open",'), 'Không đọc được tệp: “]” đứng không đúng chỗ.'],
    ['a comma in place of a colon', () => spoilt('"code":', '"code",'), 'Không đọc được tệp ở dòng 16, chữ thứ 13.'],
    ['a mark of another script', () => spoilt('"code":', '“code”:'), 'Không đọc được tệp ở dòng 16'],
    [
      'a list',
      () => `[${written}]`,
      'Đây không phải tệp mẫu báo cáo của Khéo: dòng “format” phải là “kheo-mau-bao-cao”.',
    ],
    ['another kind of file', () => '{"name":"x","version":"1.0.0"}', 'Đây không phải tệp mẫu báo cáo của Khéo'],
    [
      'a later schema',
      () => spoilt('"schema": 1', '"schema": 2'),
      'Tệp viết theo bản 2, do một bản Khéo mới hơn xuất ra',
    ],
    ['a schema that is a word', () => spoilt('"schema": 1', '"schema": "1"'), 'Dòng “schema” phải là số 1.'],
    ['no name', () => spoilt('"name": "Biểu “đối thoại”",\n', ''), 'Thiếu tên mẫu “name”, viết trong ngoặc kép.'],
    ['an empty name', () => spoilt('Biểu “đối thoại”', ' '), 'Chưa ghi tên mẫu “name”.'],
    ['a name too long', () => spoilt('Biểu “đối thoại”', 'ễ'.repeat(161)), 'Tên mẫu “name” dài quá 160 chữ cái.'],
    ['a word misspelt', () => spoilt('"owedFor"', '"owedFro"'), 'Không có mục ghi nào tên “owedFro”.'],
    [
      'a level that nobody has',
      () => spoilt('"province"', '"ward"'),
      'Giá trị thứ 2: Cấp nộp “carriedBy” chỉ là một trong: “commune”, “province”, “district”.',
    ],
    ['no level at all', () => spoilt('"carriedBy"', '"carried"'), 'Thiếu danh sách cấp nộp “carriedBy” (“commune”: xã'],
    [
      'a period that nobody knows',
      () => spoilt('"quarter"', '"week"'),
      'Giá trị thứ 1: Kỳ nộp “owedFor” chỉ là một trong',
    ],
    [
      'a due day below zero',
      () => spoilt('"daysToSubmit": 0', '"daysToSubmit": -1'),
      'Hạn nộp “daysToSubmit” là số ngày',
    ],
    [
      'a due day as a word',
      () => spoilt('"daysToSubmit": 0', '"daysToSubmit": "10"'),
      'Hạn nộp “daysToSubmit” là số ngày',
    ],
    ['half a day', () => spoilt('"daysToSubmit": 0', '"daysToSubmit": 2.5'), 'Hạn nộp “daysToSubmit” là số ngày'],
    [
      'sections that are no list',
      () => JSON.stringify({ ...JSON.parse(written), sections: {} }),
      'Phải là danh sách mục',
    ],
    [
      'a section without a title',
      () => spoilt('"title": "I. Đối thoại",\n', ''),
      'Mục 1: Thiếu tên mục “title”, viết trong ngoặc kép.',
    ],
    [
      'a kind of section that does not exist',
      () => spoilt('"narrative"', '"text"'),
      'Mục 2 “II. Đánh giá”: Loại mục “kind” chỉ là một trong: “figures”, “narrative”.',
    ],
    ['a code with blanks', () => spoilt('"danh-gia"', '"đánh giá"'), 'Mục 2 “II. Đánh giá”: Mã mục chỉ gồm'],
    [
      'one code for two sections',
      () => spoilt('"danh-gia"', '"doi-thoai"'),
      'Mục 2: Mã mục “doi-thoai” đã dùng ở mục 1.',
    ],
    ['a hint too long', () => spoilt('Kể cả', 'a'.repeat(1001)), 'Mục 1 “I. Đối thoại”: Lời dặn “hint” dài quá 1000'],
    ['no lines', () => spoilt('"lines"', '"line"'), 'Mục 1 “I. Đối thoại”: Thiếu danh sách chỉ tiêu “lines”'],
    [
      'an indicator in small letters',
      () => spoilt('"D07"', '"d07"'),
      'Mục 1 “I. Đối thoại”, chỉ tiêu thứ 2 “d07”: Mã chỉ tiêu là một chữ hoa và hai chữ số',
    ],
    [
      'an indicator without parts',
      () => JSON.stringify(JSON.parse(written)).replace('["whole"]', '[]'),
      'Mục 1 “I. Đối thoại”, chỉ tiêu thứ 1 “D01”: Chưa hỏi số nào.',
    ],
    [
      'a part that is a number',
      () => spoilt('"open"', '7'),
      'Mục 1 “I. Đối thoại”, chỉ tiêu thứ 2 “D07”, giá trị thứ 2: Phải là phân tổ',
    ],
  ])('%s is refused in words', (_, text, sentence) => {
    const faults = faultsOf(text())
    expect(faults.some((fault) => fault.startsWith(sentence))).toBe(true)
  })

  test('every fault is said, not the first alone', () => {
    const text = spoilt('"daysToSubmit": 0', '"daysToSubmit": 400').replace('"D07"', '"x"').replace('"figures"', '"?"')
    expect(faultsOf(text)).toHaveLength(3)
  })

  test('a hundred thousand brackets are no harm', () => {
    expect(faultsOf('['.repeat(100_000))).toHaveLength(1)
    expect(faultsOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toHaveLength(1)
  })
})
