import { expect, test } from 'vitest'
import { proseBlocks } from './prose-blocks.ts'

const paragraph = (section: string, title: string, said: string) => ({ section, title, parts: [{ text: said }] })
const headings = (...titles: string[]): string[] =>
  proseBlocks(titles.map((title, at) => paragraph(String(at), title, 'Lời văn.'))).flatMap((block) =>
    block.kind === 'heading' ? [block.text] : [],
  )

test('a section keeps its name and leaves its number to the paper, which counts headings itself', () => {
  expect(headings('2. Kết quả thực hiện', 'II. Đánh giá', 'Kiến nghị', 'Ý kiến 5. khác')).toEqual([
    'Kết quả thực hiện',
    'Đánh giá',
    'Kiến nghị',
    'Ý kiến 5. khác',
  ])
})

test('two paragraphs of one section stand under one heading', () => {
  const both = [paragraph('ket-qua', '2. Kết quả', 'Một.'), paragraph('ket-qua', '2. Kết quả', 'Hai.')]
  expect(proseBlocks(both).map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph'])
})
