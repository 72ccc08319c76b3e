import { expect, test } from 'vitest'
import { UnreadableXml, withOfficeEscapes, xmlScan } from './xml-scan.ts'

/** What is told of a document, in one line each; texts that come in pieces are put together. */
function told(parts: readonly string[]): string[] {
  const lines: string[] = []
  let text = ''
  const flush = (): void => {
    if (text !== '') lines.push(`"${text}"`)
    text = ''
  }
  const scan = xmlScan({
    open(name, attributes, within) {
      flush()
      lines.push(`${within}>${name} ${[...attributes].map(([key, value]) => `${key}=${value}`).join(' ')}`.trim())
    },
    text: (part) => void (text += part),
    close(name) {
      flush()
      lines.push(`/${name}`)
    },
  })
  for (const part of parts) scan.write(part)
  scan.end()
  return lines
}

const document = `<?xml version="1.0"?><!-- <a> --><x:a b="1 > 0" r:id='R&amp;1'><c/>hội &#7897;&#x1EB7; &lt;
<![CDATA[<i> & ]]><d\te = "">&khac; </d ></x:a>\n`

test('a document is told in its order, names without their prefix, entities as what they stand for', () => {
  expect(told([document])).toEqual([
    ...['>a b=1 > 0 r:id=R&1', 'a>c', '/c', '"hội ộặ <\n<i> & "'],
    ...['a>d e=', '"&khac; "', '/d', '/a'],
  ])
})

test('wherever it is cut into parts', () => {
  const whole = told([document])
  for (let at = 1; at < document.length; at += 1)
    expect(told([document.slice(0, at), document.slice(at)])).toEqual(whole)
  expect(told([...document])).toEqual(whole)
})

test.each([
  ...['', 'chữ', '<a>', '<a></b>', '<a/><b/>', '<a', '<a><!-- </a>', '</a>', '<!DOCTYPE a><a/>', '<a/>chữ'],
  '<!ENTITY x "y"><a/>',
])('%s is refused', (text) => {
  expect(() => told([text])).toThrow(UnreadableXml)
})

test('letters that XML has no place for', () => {
  expect(withOfficeEscapes('một_x000D_hai _x005F_ _x00G0_')).toBe('một\rhai _ _x00G0_')
})
