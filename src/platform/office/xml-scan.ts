/** What stands in an element's opening tag, by full name (`r:id`). */
export type Attributes = ReadonlyMap<string, string>

/** Who is told what a document holds, in its order; elements by their names without prefix, each with the one it stands in. */
export type XmlReader = {
  open?: (name: string, attributes: Attributes, within: string) => void
  text?: (text: string) => void
  close?: (name: string, within: string) => void
}

/** A document that is no XML, breaks off, or is made to be read without end. */
export class UnreadableXml extends Error {}

export type XmlScan = { write: (part: string) => void; end: () => void }

/** No tag, comment or text between two tags is longer in an office file: a cell holds 32,767 letters, each six when escaped. */
const longestPiece = 256 * 1024
const deepest = 64

/**
 * Reads XML as it arrives, part by part, and holds only what is not closed yet. It knows what office files are made of: a
 * document type, and with it entities of one's own, is refused.
 */
export function xmlScan(reader: XmlReader): XmlScan {
  const names: string[] = []
  let rest = ''
  let hasRoot = false

  function opened(content: string): void {
    const isClosed = content.endsWith('/')
    const { name, attributes } = openingTag(isClosed ? content.slice(0, -1) : content)
    const within = names.at(-1) ?? ''
    if (name === '' || (within === '' && hasRoot) || names.length >= deepest) throw new UnreadableXml('not nested well')
    hasRoot = true
    reader.open?.(name, attributes, within)
    if (isClosed) reader.close?.(name, within)
    else names.push(name)
  }

  function closed(content: string): void {
    const name = localName(content.trim())
    if (names.pop() !== name) throw new UnreadableXml('not nested well')
    reader.close?.(name, names.at(-1) ?? '')
  }

  /** Reads what stands at `<`; the place after it, or null where its end has not arrived. */
  function marked(at: number): number | null {
    const kind = rest.charAt(at + 1)
    if (kind === '?' || kind === '!') return declared(at)
    const end = kind === '/' ? rest.indexOf('>', at) : endOfTag(rest, at)
    if (end < 0) return null
    const content = rest.slice(at + (kind === '/' ? 2 : 1), end)
    if (kind === '/') closed(content)
    else opened(content)
    return end + 1
  }

  function declared(at: number): number | null {
    const found = (begin: string, end: string): number | null | undefined => {
      if (!rest.startsWith(begin, at)) return undefined
      const place = rest.indexOf(end, at + begin.length)
      return place < 0 ? null : place + end.length
    }
    const passed = found('<?', '?>') ?? found('<!--', '-->')
    if (passed) return passed
    const isData = rest.startsWith('<![CDATA[', at)
    const end = isData ? rest.indexOf(']]>', at) : -1
    if (end >= 0) reader.text?.(rest.slice(at + 9, end))
    if (end >= 0) return end + 3
    const isPossible = isData || ['<?', '<!--', '<![CDATA['].some((begin) => isBegun(rest, at, begin))
    if (!isPossible) throw new UnreadableXml('a document type')
    return null
  }

  return {
    write(part) {
      rest += part
      let at = 0
      for (;;) {
        const next = rest.indexOf('<', at)
        if (next < 0) break
        if (next > at) reader.text?.(withEntities(rest.slice(at, next)))
        const after = marked(next)
        at = after ?? next
        if (after === null) break
      }
      rest = rest.slice(at)
      if (rest.length > longestPiece) throw new UnreadableXml('a piece without end')
    },
    end() {
      if (names.length > 0 || !hasRoot || rest.trim() !== '') throw new UnreadableXml('it breaks off')
    },
  }
}

/** Reads a whole document, given in pieces of bytes, holding none of them longer than needed. */
export async function readXml(pieces: AsyncIterable<Uint8Array>, reader: XmlReader): Promise<void> {
  const scan = xmlScan(reader)
  const decoder = new TextDecoder()
  for await (const piece of pieces) scan.write(decoder.decode(piece, { stream: true }))
  scan.write(decoder.decode())
  scan.end()
}

/** Whether what stands here is this mark, as far as it has arrived. */
function isBegun(text: string, at: number, mark: string): boolean {
  const here = text.slice(at, at + mark.length)
  return mark.startsWith(here) || here.startsWith(mark)
}

/** The `>` that ends a tag: one inside quotes does not. */
function endOfTag(text: string, from: number): number {
  let quote = 0
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (quote !== 0) quote = code === quote ? 0 : quote
    else if (code === 0x22 || code === 0x27) quote = code
    else if (code === 0x3e) return at
  }
  return -1
}

const none: Attributes = new Map()

function openingTag(content: string): { name: string; attributes: Attributes } {
  const end = content.search(/\s/)
  if (end < 0) return { name: localName(content), attributes: none }
  return { name: localName(content.slice(0, end)), attributes: attributesIn(content.slice(end).trim()) }
}

function attributesIn(text: string): Attributes {
  const attributes = new Map<string, string>()
  // One after another from the left: what is no attribute ends it, and is not looked for at every letter.
  const next = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y
  while (next.lastIndex < text.length) {
    const [, name, double, single] = next.exec(text) ?? []
    if (name === undefined) throw new UnreadableXml('an attribute without value')
    attributes.set(name, withEntities(double ?? single ?? ''))
  }
  return attributes
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function withEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]+|#[0-9]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** How office files write a letter that XML has no place for: `_x000D_`. */
export function withOfficeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
