import { entriesReplaced, entryNamed, entryNames } from '../files/archive.ts'
import { printableText } from './printable-text.ts'

/** What a Word template is filled with: one text by name, and lists whose rows repeat (`{{chi_tieu.ten}}` in a row of a table). */
export type MergeData = {
  values: ReadonlyMap<string, string>
  lists: ReadonlyMap<string, { names: readonly string[]; rows: readonly ReadonlyMap<string, string>[] }>
}

export type Merged =
  | { ok: true; bytes: Buffer; filled: number }
  | { ok: false; code: 'unknown'; unknown: { name: string; near: string }[] }
  | { ok: false; code: 'too-long' }

/**
 * Fills the fields of a Word file that `takeIn` let through: `{{ten}}` however Word cut it into runs, and MERGEFIELDs. Everything
 * else stays as it was laid out. A name that is not known stops it, with the nearest one that is.
 */
export async function fillTemplate(file: Buffer, data: MergeData): Promise<Merged> {
  const anew = new Map<string, Buffer>()
  const asked = new Set<string>()
  const put = (name: string, row?: Row): string | null => {
    const value = row?.values.get(name.slice(row.list.length + 1)) ?? data.values.get(name)
    asked.add(name)
    // What a person typed is never a field: a note with braces in it stays a note.
    return value === undefined ? null : printableText(value).replaceAll('{{', '{ {')
  }
  for (const part of entryNames(file).filter((name) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name))) {
    const xml = (await entryNamed(file, part))?.toString('utf8') ?? ''
    if (isTooLong(xml)) return { ok: false, code: 'too-long' }
    anew.set(part, Buffer.from(filledParagraphs(repeatedRows(xml, data, put), (name) => put(name))))
  }
  const unknown = [...asked].filter((name) => !isKnown(name, data))
  if (unknown.length > 0)
    return { ok: false, code: 'unknown', unknown: unknown.map((name) => ({ name, near: nearest(name, data) })) }
  return { ok: true, bytes: entriesReplaced(file, anew), filled: asked.size }
}

type Row = { list: string; values: ReadonlyMap<string, string> }
type Put = (name: string, row?: Row) => string | null

// A row that holds no other row: a table within a table is repeated where it stands, never around.
const innerRow = /<w:tr[ >](?:(?!<w:tr[ >]).)*?<\/w:tr>/gs
const paragraph = /<w:p[ >](?:(?!<w:p[ >]).)*?<\/w:p>/gs
const mark = /\{\{\s*([\p{L}\p{N}_.]+)\s*\}\}/gu

// No template of an office is longer; beyond it, looking for fields would hold the server up for everybody.
const most = { xml: 4_000_000, row: 100_000, paragraph: 200_000 }

function isTooLong(xml: string): boolean {
  if (xml.length > most.xml) return true
  const isOver = (found: RegExpExecArray, length: number): boolean => found[0].length > length
  return (
    [...xml.matchAll(innerRow)].some((row) => isOver(row, most.row)) ||
    [...xml.matchAll(paragraph)].some((one) => isOver(one, most.paragraph))
  )
}

function repeatedRows(xml: string, data: MergeData, put: Put): string {
  return xml.replace(innerRow, (row) => {
    const list = [...data.lists.keys()].find((name) => namesIn(row).some((one) => one.startsWith(`${name}.`)))
    const rows = list === undefined ? undefined : data.lists.get(list)?.rows
    if (list === undefined || rows === undefined) return row
    return rows.map((values) => filledParagraphs(row, (name) => put(name, { list, values }))).join('')
  })
}

function namesIn(xml: string): string[] {
  const marks = [
    ...textsOf(xml)
      .map(({ text }) => text)
      .join('')
      .matchAll(mark),
  ].map(([, name = '']) => name)
  return [...marks, ...[...xml.matchAll(mergeField)].map(([, name = '']) => name)]
}

function filledParagraphs(xml: string, put: (name: string) => string | null): string {
  return xml.replace(paragraph, (one) => filledMarks(filledMergeFields(one, put), put))
}

const textElement = /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g

type Piece = { at: number; length: number; text: string }

function textsOf(xml: string): Piece[] {
  return [...xml.matchAll(textElement)].map((found) => ({
    at: found.index,
    length: found[0].length,
    text: plain(found[1] ?? ''),
  }))
}

/** The value stands in the run in which its field begins, with the look of that run; the rest of the field goes. */
function filledMarks(xml: string, put: (name: string) => string | null): string {
  const pieces = textsOf(xml)
  const whole = pieces.map(({ text }) => text).join('')
  const found = [...whole.matchAll(mark)].flatMap((one) => {
    const value = put(one[1] ?? '')
    return value === null ? [] : [{ from: one.index, to: one.index + one[0].length, value }]
  })
  if (found.length === 0) return xml
  let start = 0
  const texts = pieces.map(({ text }) => {
    const from = start
    start += text.length
    let anew = ''
    for (let at = from; at < start;) {
      const field = found.find((one) => at >= one.from && at < one.to)
      if (field?.from === at) anew += field.value
      if (!field) anew += whole[at] ?? ''
      at = field ? Math.min(field.to, start) : at + 1
    }
    return anew
  })
  return withTexts(xml, pieces, texts)
}

const mergeField = /MERGEFIELD\s+"?([\p{L}\p{N}_.]+)"?/gu
const simpleField =
  /<w:fldSimple [^>]*w:instr="[^"]*MERGEFIELD\s+(?:&quot;)?([\p{L}\p{N}_.]+)[^"]*"[^>]*>(.*?)<\/w:fldSimple>/gsu
const complexField =
  /<w:instrText(?: [^>]*)?>[^<]*MERGEFIELD\s+"?([\p{L}\p{N}_.]+)[^<]*<\/w:instrText>(.*?w:fldCharType="separate".*?)(?=<w:fldChar [^>]*w:fldCharType="end")/gsu

/** What Word shows for a field is replaced; the field stays one, so that Word can still find it. */
function filledMergeFields(xml: string, put: (name: string) => string | null): string {
  const shown = (field: string, name: string, result: string): string => {
    const value = put(name)
    const pieces = textsOf(result)
    if (value === null || pieces.length === 0) return field
    return field.replace(result, () =>
      withTexts(
        result,
        pieces,
        pieces.map((_, at) => (at === 0 ? value : '')),
      ),
    )
  }
  return xml.replace(simpleField, shown).replace(complexField, shown)
}

function withTexts(xml: string, pieces: readonly Piece[], texts: readonly string[]): string {
  let made = ''
  let at = 0
  for (const [index, piece] of pieces.entries()) {
    made += `${xml.slice(at, piece.at)}<w:t xml:space="preserve">${inXml(texts[index] ?? '')}</w:t>`
    at = piece.at + piece.length
  }
  return made + xml.slice(at)
}

function isKnown(name: string, { values, lists }: MergeData): boolean {
  const [list = '', field = ''] = name.split(/\.(.*)/s)
  return values.has(name) || (lists.get(list)?.names.includes(field) ?? false)
}

function nearest(name: string, { values, lists }: MergeData): string {
  const known = [...values.keys(), ...[...lists].flatMap(([list, { names }]) => names.map((one) => `${list}.${one}`))]
  return known.toSorted((one, other) => distance(name, one) - distance(name, other))[0] ?? ''
}

/** How many letters are to be typed, left out or changed (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (let column = 1; column <= other.length; column += 1) {
      const change = (row[column - 1] ?? 0) + (letter === other[column - 1] ? 0 : 1)
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

function inXml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
