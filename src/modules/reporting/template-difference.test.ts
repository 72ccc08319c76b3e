import { describe, expect, test } from 'vitest'
import { differenceText } from './template-difference-words.ts'
import { differencesBetween, type TemplateDifference } from './template-difference.ts'
import type { ShapeLine, ShapeSection, TemplateShape } from './template-shape.ts'

function section(
  code: string,
  lines: string | readonly ShapeLine[] = '',
  more: Partial<ShapeSection> = {},
): ShapeSection {
  const own = typeof lines === 'string' ? lines.split(' ').filter((one) => one !== '') : []
  const drawn = typeof lines === 'string' ? own.map((one) => ({ code: one, parts: [''] })) : [...lines]
  return { code, title: `Mục ${code}`, kind: 'figures', hint: '', lines: drawn, ...more }
}

function form(...sections: ShapeSection[]): TemplateShape {
  return { name: 'Biểu', carriedBy: ['commune'], daysToSubmit: 10, owedFor: ['quarter'], sections }
}

const said = (before: TemplateShape, after: TemplateShape): string[] =>
  differencesBetween(before, after).map((one) => differenceText(one, () => ''))

const plain = form(section('a', 'D01 D02 D03'), section('b', 'E01'), section('c'))

describe('what a later version asks otherwise', () => {
  test('is nothing where nothing changed, whatever order the levels were ticked in', () => {
    const both = { ...plain, carriedBy: ['commune', 'province'] } satisfies TemplateShape
    expect(differencesBetween({ ...both, carriedBy: ['province', 'commune'] }, both)).toEqual([])
  })

  test.each<[string, TemplateShape, string[]]>([
    ['another name', { ...plain, name: 'Biểu mới' }, ['Tên đổi từ “Biểu” thành “Biểu mới”.']],
    ['another due day', { ...plain, daysToSubmit: 5 }, ['Hạn nộp đổi từ 10 ngày thành 5 ngày sau ngày cuối kỳ.']],
    ['no period', { ...plain, owedFor: [] }, ['Kỳ nhắc nộp đổi từ “hằng quý” thành không nhắc kỳ nào.']],
    [
      'another level',
      { ...plain, carriedBy: ['province'] },
      ['Cấp nộp đổi từ “xã, phường, đặc khu” thành “tỉnh, thành phố”.'],
    ],
    ['a section more', form(...plain.sections, section('d')), ['Thêm mục số liệu “Mục d”.']],
    [
      'a section less, with its indicator',
      form(section('a', 'D01 D02 D03'), section('c')),
      ['Bỏ mục số liệu “Mục b”.', 'Bỏ E01, trước ở mục “Mục b”, hỏi số chung.'],
    ],
    [
      'another title under one code',
      form(section('a', 'D01 D02 D03', { title: 'Đối thoại' }), section('b', 'E01'), section('c')),
      ['Mục “Mục a” đổi tên thành “Đối thoại”.'],
    ],
    [
      'words in place of figures, and a hint',
      form(section('a', 'D01 D02 D03'), section('b', 'E01'), section('c', '', { kind: 'narrative', hint: 'Ngắn' })),
      ['Mục “Mục c” đổi từ số liệu thành lời văn.', 'Lời dặn của mục “Mục c” đổi từ không có thành “Ngắn”.'],
    ],
    [
      'the last section first: one was moved, not three',
      form(section('c'), section('a', 'D01 D02 D03'), section('b', 'E01')),
      ['Mục “Mục c” chuyển từ thứ 3 sang thứ 1.'],
    ],
    [
      'the last indicator first',
      form(section('a', 'D03 D01 D02'), section('b', 'E01'), section('c')),
      ['D03 ở mục “Mục a” chuyển từ thứ 3 sang thứ 1.'],
    ],
    [
      'an indicator in another section',
      form(section('a', 'D01 D03'), section('b', 'E01 D02'), section('c')),
      ['D02 chuyển từ mục “Mục a” sang mục “Mục b”.'],
    ],
    [
      'an indicator more and one less in one place',
      form(section('a', 'D01 D05 D03'), section('b', 'E01'), section('c')),
      ['Bỏ D02, trước ở mục “Mục a”, hỏi số chung.', 'Thêm D05 vào mục “Mục a”, hỏi số chung.'],
    ],
  ])('%s', (_, after, sentences) => {
    expect(said(plain, after)).toEqual(sentences)
  })

  test('other parts of an indicator', () => {
    const parts = (...some: string[]): TemplateShape => form(section('k', [{ code: 'K01', parts: some }]))
    expect(differencesBetween(parts('', 'collective'), parts('', 'individual'))).toEqual([
      { kind: 'parts', code: 'K01', added: ['individual'], removed: ['collective'] },
    ] satisfies TemplateDifference[])
  })

  test('an indicator whose parts stand in two sections is one indicator', () => {
    const one = form(section('a', [{ code: 'K01', parts: ['', 'collective'] }]), section('b'))
    const two = form(
      section('a', [{ code: 'K01', parts: [''] }]),
      section('b', [{ code: 'K01', parts: ['collective'] }]),
    )
    expect(differencesBetween(one, two)).toEqual([])
  })
})
