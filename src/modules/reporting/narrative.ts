import { parseCellKey, cellKey, type CellRef } from '#modules/figures/indicator.ts'

export const citationViews = [
  'now',
  'same-period',
  'change',
  'target',
  'superior-target',
  'next-target',
  'reached',
  'peers',
] as const

/**
 * What of a cell a citation prints: its number now, that of the same period last year, how far the two are apart, the target
 * of the unit or of its superior, the target of the next period, how much of the target was reached, the middle of its peers.
 */
export type CitationView = (typeof citationViews)[number]

/** Trích số: where a number in prose comes from. */
export type Citation = { cell: CellRef; view: CitationView }

/** Words, or a number that is read from its cell; `said` is what stood there when the officer saved it. */
export type ProsePart = { text: string } | (Citation & { said: string })

/** Lời văn of one section as it is kept: paragraphs are parted by line breaks in the words. */
export type Prose = readonly ProsePart[]

/** One paragraph as it is printed: the reviewer, the public page and the document have the same (docs/adr/0065). */
export type ReportParagraph = {
  section: string
  title: string
  parts: ({ text: string } | { cell: CellRef; printed: string })[]
}

/** How a view is written between the brackets; the number of now needs no word. */
export const viewMark: Record<CitationView, string> = {
  now: '',
  'same-period': 'cungky',
  change: 'tanggiam',
  target: 'chitieu',
  'superior-target': 'chitieutren',
  'next-target': 'chitieukytoi',
  reached: 'dat',
  peers: 'cungloai',
}

const viewOfMark = new Map<string, CitationView>(
  citationViews.flatMap((view) => (viewMark[view] ? [[viewMark[view], view] as const] : [])),
)

/** `[[F01]]`, `[[K01:collective:cungky]]`: a citation as an officer types it. */
export function markOf({ cell, view }: Citation): string {
  return `[[${cellKey(cell)}${viewMark[view] ? `:${viewMark[view]}` : ''}]]`
}

const markPattern = /\[\[([^[\]\n]{0,80})\]\]/g

/** A typed section in parts; `unknown` are the marks that name no cell of the report. */
export type ReadProse = { parts: ({ text: string } | Citation)[]; unknown: string[] }

/** Reads what was typed; a mark is forgiven its blanks, capitals and the hyphen in its word. */
export function readProse(text: string, cells: ReadonlySet<string>): ReadProse {
  const parts: ReadProse['parts'] = []
  const unknown: string[] = []
  let at = 0
  for (const match of text.matchAll(markPattern)) {
    const citation = readMark(match[1] ?? '', cells)
    if (!citation) {
      unknown.push(match[0])
      continue
    }
    if (match.index > at) parts.push({ text: text.slice(at, match.index) })
    parts.push(citation)
    at = match.index + match[0].length
  }
  if (at < text.length) parts.push({ text: text.slice(at) })
  return { parts, unknown }
}

function readMark(inside: string, cells: ReadonlySet<string>): Citation | null {
  const words = inside.split(':').map((word) => word.trim())
  const [code = '', ...rest] = words
  const last = rest.at(-1)?.toLowerCase().replaceAll('-', '').replaceAll(' ', '') ?? ''
  const view = viewOfMark.get(last)
  const dimension = (view ? rest.slice(0, -1) : rest).join(':').toLowerCase()
  const cell = parseCellKey(dimension ? `${code.toUpperCase()}:${dimension}` : code.toUpperCase())
  return cells.has(cellKey(cell)) ? { cell, view: view ?? 'now' } : null
}

/** A kept section as it is typed again: what `readProse` reads. */
export function writeProse(parts: readonly ({ text: string } | Citation)[]): string {
  return parts.map((part) => ('text' in part ? part.text : markOf(part))).join('')
}

/** The citations of some prose, each once. */
export function citationsIn(parts: readonly ({ text: string } | Citation)[]): Citation[] {
  const cited = parts.flatMap((part) => ('text' in part ? [] : [part]))
  return [...new Map(cited.map(({ cell, view }) => [markOf({ cell, view }), { cell, view }])).values()]
}

/** A section printed: a paragraph for each line that says anything. */
export function paragraphsOfSection(
  section: { code: string; title: string },
  parts: readonly ({ text: string } | Citation)[],
  print: (citation: Citation) => string,
): ReportParagraph[] {
  const lines: ReportParagraph['parts'][] = [[]]
  for (const part of parts) {
    if (!('text' in part)) {
      lines.at(-1)?.push({ cell: part.cell, printed: print(part) })
      continue
    }
    part.text.split('\n').forEach((words, index) => {
      if (index > 0) lines.push([])
      if (words !== '') lines.at(-1)?.push({ text: words })
    })
  }
  return lines
    .filter((line) => line.some((part) => !('text' in part) || part.text.trim() !== ''))
    .map((line) => ({ section: section.code, title: section.title, parts: line }))
}

/** A paragraph in plain words, as it is read. */
export function wordsOf({ parts }: Pick<ReportParagraph, 'parts'>): string {
  return parts.map((part) => ('text' in part ? part.text : part.printed)).join('')
}

/** What everybody may read: a paragraph that prints a cell kept inside is not printed at all, for its words are about it. */
export function publicParagraphs(
  paragraphs: readonly ReportParagraph[],
  hidden: ReadonlySet<string>,
): ReportParagraph[] {
  return paragraphs.filter(({ parts }) => !parts.some((part) => !('text' in part) && hidden.has(cellKey(part.cell))))
}
