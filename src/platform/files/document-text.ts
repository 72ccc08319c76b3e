import type { FileKind } from '#kernel/file-kind.ts'
import { tidy } from '#kernel/text.ts'
import { entryNamed } from './archive.ts'

/** So much of a document is searched; the longest of the country's resolutions has half of it. */
const longest = 400_000

/** The words of a document, where they can be read without a program of their own: Word and plain text. Empty for others. */
export async function documentText(kind: FileKind, content: Buffer): Promise<string> {
  if (kind === 'txt' || kind === 'csv') return tidy(content.toString('utf8')).slice(0, longest)
  if (kind !== 'docx') return ''
  const document = await entryNamed(content, 'word/document.xml')
  return document === null ? '' : wordText(document.toString('utf8')).slice(0, longest)
}

// ECMA-376 part 1, 17.3: text stands in w:t, a paragraph ends with w:p, and w:tab, w:br part words.
function wordText(xml: string): string {
  const pieces = xml.match(/<w:t(?: [^>]*)?>[^<]*<\/w:t>|<\/w:p>|<w:(?:tab|br|cr)\b[^>]*>/g) ?? []
  return tidy(
    pieces.map((piece) => (piece.startsWith('<w:t>') || piece.startsWith('<w:t ') ? inside(piece) : '\n')).join(''),
  )
}

function inside(piece: string): string {
  return piece
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
