import fc from 'fast-check'
import { zipOf, type ZipEntry } from './zip.ts'

/** A workbook written by hand, part by part, for what no single program writes together. */
export type MadeBook = { sheets: MadeSheet[]; texts: string[]; isFrom1904: boolean; prefix: '' | 'x:' }
type MadeSheet = { name: string; state: '' | 'hidden' | 'veryHidden'; rows: MadeRow[] }
/** `after`: how many rows are left out before it. */
type MadeRow = { after: number; cells: MadeCell[]; isNumbered: boolean }
type MadeCell = { after: number; isNamed: boolean; xml: (open: string, prefix: string) => string }

/** Forms of writing numbers by style: 1 and 3 are days, 2 hours, 4 money, 5 a built-in day. */
const styles = (prefix: string): string =>
  tag(
    prefix,
    'styleSheet',
    tag(
      prefix,
      'numFmts',
      ['yyyy\\-mm\\-dd', '[h]:mm', 'd/m/yy;@', '#,##0\\ "đồng"']
        .map((code, at) => `<${prefix}numFmt numFmtId="${170 + at}" formatCode="${escaped(code)}"/>`)
        .join(''),
    ) +
      tag(prefix, 'cellStyleXfs', `<${prefix}xf numFmtId="14"/>`) +
      tag(prefix, 'cellXfs', [0, 170, 171, 172, 173, 14].map((id) => `<${prefix}xf numFmtId="${id}"/>`).join('')),
  )

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function tag(prefix: string, name: string, inner: string, attributes = ''): string {
  return `<${prefix}${name}${attributes}>${inner}</${prefix}${name}>`
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function zipOfBook(book: MadeBook): Buffer {
  const { prefix: p, sheets } = book
  const related = sheets.map(
    (_, at) => `<Relationship Id="r${at}" Type="${relation}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const parts: ZipEntry[] = [
    {
      name: '[Content_Types].xml',
      content: `${head}<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${head}<Relationships><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${head}<Relationships>${related.join('')}<Relationship Id="s" Type="${relation}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="y" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content:
        head +
        tag(
          p,
          'workbook',
          `<${p}workbookPr${book.isFrom1904 ? ' date1904="1"' : ''}/>` +
            tag(
              p,
              'sheets',
              sheets
                .map(
                  ({ name, state }, at) =>
                    `<${p}sheet name="${escaped(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="r${at}"/>`,
                )
                .join(''),
            ),
        ),
    },
    { name: 'xl/styles.xml', content: head + styles(p) },
    {
      name: 'xl/sharedStrings.xml',
      content: head + tag(p, 'sst', book.texts.join('').replaceAll('<~', `<${p}`).replaceAll('</~', `</${p}`)),
    },
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: head + sheetXml(sheet, p) })),
  ]
  return zipOf(parts)
}

function sheetXml({ rows }: MadeSheet, p: string): string {
  let at = 0
  const lines = rows.map((row) => {
    const isNumbered = row.isNumbered || row.after > 0
    at += row.after + 1
    let column = 0
    const cells = row.cells.map((cell) => {
      column += cell.after + 1
      const isNamed = cell.isNamed || cell.after > 0
      return cell.xml(isNamed ? ` r="${letters(column)}${at}"` : '', p)
    })
    return tag(p, 'row', cells.join(''), isNumbered ? ` r="${at}" spans="1:9"` : '')
  })
  const merged = `<${p}mergeCells count="1"><${p}mergeCell ref="A1:B2"/></${p}mergeCells><!-- hết -->`
  return tag(p, 'worksheet', `<${p}dimension ref="A1"/>${tag(p, 'sheetData', lines.join('\n'))}${merged}`)
}

function letters(column: number): string {
  return column > 26 ? `A${String.fromCharCode(64 + column - 26)}` : String.fromCharCode(64 + column)
}

const words = fc.oneof(
  fc.constantFrom(
    'Số lượt tiếp công dân',
    'Hội nghị'.normalize('NFD'),
    ' 12 ',
    '',
    ' ',
    '#REF!',
    '#N/A',
    '1.240',
    'trên 300',
  ),
  fc.constantFrom(
    'A & B < C > "D"',
    'dòng một\nhai',
    '_x000D_',
    '_x005F_x000D_',
    '𠀋 chữ',
    '0',
    'TRUE',
    "O'Hara &amp;",
  ),
  fc.string({ maxLength: 12 }).map((text) => text.replace(/[^\x20-\x7e]/g, '?')),
)
const numbers = fc.oneof(
  fc.constantFrom(
    '0',
    '-0',
    '1.5E+3',
    '1E-7',
    '-12.25',
    '45200',
    '60',
    '59',
    '1e400',
    '00012',
    ' 7',
    '0.1',
    '123456789012',
  ),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
)
const style = fc.constantFrom('', '', ' s="0"', ' s="1"', ' s="2"', ' s="3"', ' s="4"', ' s="5"', ' s="9"')
const spaced = ' xml:space="preserve"'

/** What stands in a cell: its type and its inside, with the prefix of the document. */
type Part = (prefix: string) => { type: string; inner: string }

const content: fc.Arbitrary<Part> = fc.oneof(
  { weight: 4, arbitrary: fc.nat(12).map((at): Part => (p) => ({ type: ' t="s"', inner: tag(p, 'v', String(at)) })) },
  { weight: 4, arbitrary: numbers.map((text): Part => (p) => ({ type: '', inner: tag(p, 'v', text) })) },
  numbers.map((text): Part => (p) => ({ type: ' t="n"', inner: tag(p, 'v', text) })),
  words.map((text): Part => (p) => ({
    type: ' t="inlineStr"',
    inner: tag(p, 'is', tag(p, 't', escaped(text), spaced)),
  })),
  fc.tuple(words, words).map((runs): Part => (p) => ({
    type: ' t="inlineStr"',
    inner: tag(
      p,
      'is',
      runs.map((text) => tag(p, 'r', `<${p}rPr><${p}b/></${p}rPr>${tag(p, 't', escaped(text))}`)).join(''),
    ),
  })),
  words.map((text): Part => (p) => ({
    type: ' t="str"',
    inner: tag(p, 'f', 'A1&amp;B1') + tag(p, 'v', escaped(text)),
  })),
  numbers.map((text): Part => (p) => ({ type: '', inner: tag(p, 'f', 'SUM(A1:B2)') + tag(p, 'v', text) })),
  numbers.map((text): Part => (p) => ({ type: '', inner: `<${p}f t="shared" si="0"/>${tag(p, 'v', text)}` })),
  fc.constant((p: string) => ({ type: '', inner: tag(p, 'f', 'A1') })),
  fc.constantFrom('0', '1', 'true').map((text) => (p: string) => ({ type: ' t="b"', inner: tag(p, 'v', text) })),
  fc
    .constantFrom('#REF!', '#DIV/0!')
    .map((text) => (p: string) => ({ type: ' t="e"', inner: tag(p, 'f', '1/0') + tag(p, 'v', text) })),
  fc.constantFrom('2026-01-31', 'abc').map((text) => (p: string) => ({ type: ' t="d"', inner: tag(p, 'v', text) })),
  fc.constant(() => ({ type: '', inner: '' })),
)

const cell: fc.Arbitrary<MadeCell> = fc
  .tuple(fc.constantFrom(0, 0, 0, 1, 3), fc.boolean(), style, content)
  .map(([after, isNamed, look, made]) => ({
    ...{ after, isNamed },
    xml(name, p) {
      const { type, inner } = made(p)
      return inner === '' ? `<${p}c${name}${look}/>` : tag(p, 'c', inner, `${name}${look}${type}`)
    },
  }))

const row: fc.Arbitrary<MadeRow> = fc.record({
  after: fc.constantFrom(0, 0, 0, 1, 4),
  cells: fc.array(cell, { maxLength: 6 }),
  isNumbered: fc.boolean(),
})

/** One text of the shared table: plain, in formatted pieces, or with how it is read aloud beside it. */
const text = words.chain((said) =>
  fc.constantFrom(
    `<~si><~t${spaced}>${escaped(said)}</~t></~si>`,
    `<~si><~r><~t>${escaped(said)}</~t></~r><~r><~rPr><~b/></~rPr><~t>sau</~t></~r></~si>`,
    `<~si><~t>${escaped(said)}</~t><~rPh sb="0" eb="1"><~t>đọc là</~t></~rPh></~si>`,
    '<~si><~t/></~si>',
  ),
)

export const madeBook: fc.Arbitrary<MadeBook> = fc.record({
  sheets: fc.array(
    fc.record({
      name: fc.constantFrom('Biểu 1', 'Tổng hợp & xã', 'Ẩn “kín”'),
      state: fc.constantFrom('' as const, '' as const, 'hidden' as const, 'veryHidden' as const),
      rows: fc.array(row, { maxLength: 12 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  texts: fc.array(text, { maxLength: 10 }),
  isFrom1904: fc.boolean(),
  prefix: fc.constantFrom('' as const, 'x:' as const),
})
