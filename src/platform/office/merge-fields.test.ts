import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { expect, test } from 'vitest'
import { usePrints, textOf } from '../../../tests/support/prints.ts'
import { entryNamed, entriesReplaced } from '../files/archive.ts'
import { takeIn } from '../files/intake.ts'
import { fillTemplate, type MergeData } from './merge-fields.ts'

const { throughLibreOffice } = usePrints()

const rows = [
  ['E01', '780'],
  ['F01', 'trên 3.200'],
].map(([ma = '', so = '']) => new Map([...[['ma', ma] as const], ['so', so] as const]))
const data: MergeData = {
  values: new Map([
    ['ky_bao_cao', 'quý III năm 2026'],
    ['ten_don_vi', 'Xã Sông Xanh <thử> & “Ỡ”'],
    ['trong', ''],
  ]),
  lists: new Map([['chi_tieu', { names: ['ma', 'so'], rows }]]),
}

async function template(...children: (Paragraph | Table)[]): Promise<Buffer> {
  const bytes = await Packer.pack(new Document({ sections: [{ children }] }), 'nodebuffer')
  const intake = await takeIn('Mẫu.docx', bytes)
  if (!intake.ok) throw new Error(`Not taken in: ${intake.problem.code}`)
  return intake.file.content
}

const paragraphOf = (...texts: string[]): Paragraph =>
  new Paragraph({ children: texts.map((text, at) => new TextRun({ text, bold: at % 2 === 1 })) })
const rowOf = (...texts: string[]): TableRow =>
  new TableRow({ children: texts.map((text) => new TableCell({ children: [paragraphOf(text)] })) })

async function filled(file: Buffer): Promise<{ words: string; bytes: Buffer }> {
  const merged = await fillTemplate(file, data)
  if (!merged.ok) throw new Error(JSON.stringify(merged))
  const xml = (await entryNamed(merged.bytes, 'word/document.xml'))?.toString() ?? ''
  const words = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<\/w:p>/g)].map(([, one]) => one ?? '|').join('')
  return { words, bytes: merged.bytes }
}

test('a field is filled, alone, among words, twice, and however Word cut it into runs', async () => {
  const { words } = await filled(
    await template(
      paragraphOf('{{ky_bao_cao}}'),
      paragraphOf('Kỳ {{ ky_', 'bao', '_cao }} và {{', 'ky_bao_cao}}.'),
      paragraphOf('[{{trong}}]'),
    ),
  )
  expect(words).toBe('quý III năm 2026|Kỳ quý III năm 2026 và quý III năm 2026.|[]|')
})

test('a row with names of a list repeats for each of its rows; other rows stay', async () => {
  const table = new Table({ rows: [rowOf('Mã', 'Số'), rowOf('{{chi_tieu.ma}}', '{{chi_tieu.so}} ({{ky_bao_cao}})')] })
  const { words } = await filled(await template(table))
  expect(words).toBe('Mã|Số|E01|780 (quý III năm 2026)|F01|trên 3.200 (quý III năm 2026)|')
})

test('what is filled in is text: marks of XML and of fields do nothing', async () => {
  const { words, bytes } = await filled(await template(paragraphOf('{{ten_don_vi}}')))
  expect(words).toBe('Xã Sông Xanh &lt;thử&gt; &amp; “Ỡ”|')
  expect((await takeIn('Đã điền.docx', bytes)).ok).toBe(true)
})

test('names that are not known stop it, each with the nearest that is', async () => {
  const merged = await fillTemplate(await template(paragraphOf('{{ky_baocao}} {{chi_tieu.s0}} {{ky_bao_cao}}')), data)
  expect(merged).toEqual({
    ok: false,
    code: 'unknown',
    unknown: [
      { name: 'ky_baocao', near: 'ky_bao_cao' },
      { name: 'chi_tieu.s0', near: 'chi_tieu.so' },
    ],
  })
})

test('a page longer than any template is refused before it is searched', async () => {
  const long = await template(paragraphOf('a'.repeat(300_000)))
  expect(await fillTemplate(long, data)).toEqual({ ok: false, code: 'too-long' })
})

test.each([
  [
    'simple',
    '<w:fldSimple w:instr=" MERGEFIELD ky_bao_cao \\* MERGEFORMAT "><w:r><w:t>«ky</w:t></w:r><w:r><w:t>»</w:t></w:r></w:fldSimple>',
  ],
  [
    'complex',
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> MERGEFIELD ky_bao_cao </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>«ky»</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
  ],
])('a %s MERGEFIELD of Word shows the value', async (_, field) => {
  const plain = await template(paragraphOf('Kỳ ', 'X'))
  const xml = (await entryNamed(plain, 'word/document.xml'))?.toString() ?? ''
  const withField = xml.replace(/<w:r>(?:(?!<w:r>).)*X<\/w:t><\/w:r>/s, field)
  expect(withField).toContain('MERGEFIELD')
  const file = entriesReplaced(plain, new Map([['word/document.xml', Buffer.from(withField)]]))
  expect((await filled(file)).words).toBe('Kỳ quý III năm 2026|')
})

test('LibreOffice opens what was filled', { timeout: 120_000 }, async () => {
  const table = new Table({ rows: [rowOf('{{chi_tieu.ma}}', '{{chi_tieu.so}}')] })
  const { bytes } = await filled(await template(paragraphOf('Của {{ten_don_vi}}'), table))
  const words = await textOf(await throughLibreOffice('merged.docx', bytes))
  for (const word of ['Của Xã Sông Xanh <thử> & “Ỡ”', 'E01', 'trên 3.200']) expect(words).toContain(word)
})
