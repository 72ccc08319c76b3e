import type { Layout } from '#kernel/document.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import type { ReportContent } from '#modules/reporting/content.ts'
import { reportDocument } from '#modules/reporting/documents.ts'
import { chosenBody, type IssuingBody } from '#modules/reporting/issuing-body.ts'
import { layoutSlug } from '#modules/reporting/labels.ts'
import { rollUpWorkbook, type RollUpBoard } from '#modules/reporting/rollup-sheets.ts'
import { reportWorkbook } from '#modules/reporting/sheets.ts'
import type { Printable } from './download.server.ts'

/** In the address of a document: which layout it is printed by. */
export const layoutParameter = 'the-thuc'

/** The layout an address asks for; null when it asks for none that there is. */
export function askedLayout(url: URL): Layout | null {
  const asked = url.searchParams.get(layoutParameter)
  const found = (Object.keys(layoutSlug) as Layout[]).find((layout) => layoutSlug[layout] === asked)
  return found ?? null
}

type Asked = {
  content: ReportContent
  bodies: readonly IssuingBody[]
  layout: Layout | null
  /** The day figures of a published source were recorded; null for a report, which is signed on paper. */
  day: LocalDate | null
  isDraft: boolean
  /** Where the figures can be looked up. */
  address: string
  today: LocalDate
}

/** A report as files: the document in the chosen layout, and the workbook, under one name. */
export function reportFiles(asked: Asked): Printable & { name: string; body: IssuingBody } {
  const { content, day, address } = asked
  const body = chosenBody(asked.bodies, asked.layout)
  const marks = { isDraft: asked.isDraft, isExample: process.env.KHEO_EXAMPLE === '1' }
  const issuer = content.origin === 'published-source' ? content.unitName : body.name
  return {
    body,
    document: reportDocument(content, body, day, marks),
    workbook: reportWorkbook(content, { issuer, address, day: asked.today, marks }),
    name: `${body.layout === 'party' ? issuer : content.unitName} ${content.templateName} ${periodName(content.period)}`,
  }
}

/** What everybody may take home, by the layout the data sets first for that kind of unit. */
export function publishedFiles(
  { content, bodies, publishedOn }: { content: ReportContent; bodies: readonly IssuingBody[]; publishedOn: LocalDate },
  address: string,
  today: LocalDate,
): Printable & { name: string } {
  const day = content.origin === 'published-source' ? publishedOn : null
  return reportFiles({ content, bodies, layout: null, day, isDraft: false, address, today })
}

/** The province's sums of a period and where its units stand: numbers to go on working with, so only a workbook. */
export function rollUpFiles(board: RollUpBoard, address: string, today: LocalDate): Printable & { name: string } {
  const marks = { isDraft: false, isExample: process.env.KHEO_EXAMPLE === '1' }
  return {
    document: null,
    workbook: rollUpWorkbook(board, { issuer: board.province.name, address, day: today, marks }),
    name: `${board.province.name} Tổng hợp ${board.template.name} ${periodName(board.period)}`,
  }
}
