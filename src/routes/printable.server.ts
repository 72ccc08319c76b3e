import type { Layout, OfficialDocument } from '#kernel/document.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import type { ReportAppendix } from '#modules/reporting/appendix.ts'
import type { ReportContent } from '#modules/reporting/content.ts'
import { coverLetter } from '#modules/reporting/cover-letter.ts'
import type { RegisteredNumber } from '#modules/reporting/document-number.ts'
import type { PublishedDocument } from '#modules/reporting/document-queries.server.ts'
import { reportDocument, type DocumentMarks } from '#modules/reporting/documents.ts'
import { chosenBody, type IssuingBody } from '#modules/reporting/issuing-body.ts'
import { layoutSlug } from '#modules/reporting/labels.ts'
import { isCounted } from '#modules/reporting/lifecycle.ts'
import { plainPaper, signers, type Paper, type Signer } from '#modules/reporting/paper.ts'
import { rollUpWorkbook, type RollUpBoard } from '#modules/reporting/rollup-sheets.ts'
import type { ReportPage } from '#modules/reporting/queries.server.ts'
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

/** In the address of a document: the report itself, or the letter that goes in front of it. */
export const partParameter = 'ban'
export const letterPart = 'cong-van'

/** In the address of a document: who signs it. */
export const signerParameter = 'nguoi-ky'
export const signerSlug: Record<Signer, string> = { head: 'cap-truong', deputy: 'cap-pho' }

/** Who signs, as an address asks for it; the head where it asks for nobody. */
export function askedSigner(url: URL): Signer {
  const asked = url.searchParams.get(signerParameter)
  return signers.find((signer) => signerSlug[signer] === asked) ?? 'head'
}

/** What a report's paper says of itself: a draft until it was accepted. */
export function marksOf(page: ReportPage): Pick<DocumentMarks, 'isDraft' | 'isHandedIn'> {
  return { isDraft: !isCounted(page.report.status), isHandedIn: !page.isLive }
}

/** The paper of a document with the number that the register gave it, if it gave one, and what goes behind it. */
export function paperOf(
  signer: Signer,
  number: RegisteredNumber | null,
  appendix: ReportAppendix | null = null,
): Paper {
  return { signer, number: number && String(number.number), day: number && number.signedOn, appendix }
}

type Asked = {
  content: ReportContent
  bodies: readonly IssuingBody[]
  layout: Layout | null
  /** The day figures of a published source were recorded; null for a report, which is signed on paper. */
  day: LocalDate | null
  marks: Pick<DocumentMarks, 'isDraft' | 'isHandedIn'>
  paper?: Paper
  /** Of the letter that goes in front. */
  letter?: Paper
  /** Where the figures can be looked up. */
  address: string
  today: LocalDate
}

/** A report as files: the document in the chosen layout, and the workbook, under one name. */
export function reportFiles(asked: Asked): Printable & { name: string; body: IssuingBody; letter: OfficialDocument } {
  const { content, day, address } = asked
  const body = chosenBody(asked.bodies, asked.layout)
  const marks = { ...asked.marks, isExample: process.env.KHEO_EXAMPLE === '1' }
  const issuer = content.origin === 'published-source' ? content.unitName : body.name
  return {
    body,
    document: reportDocument(content, body, day, marks, asked.paper),
    letter: coverLetter(content, body, marks, asked.letter ?? plainPaper),
    workbook: reportWorkbook(content, { issuer, address, day: asked.today, marks }, asked.paper?.appendix),
    name: `${body.layout === 'party' ? issuer : content.unitName} ${content.templateName} ${periodName(content.period)}`,
  }
}

/** What everybody may take home, by the layout the data sets first for that kind of unit. */
export function publishedFiles(
  { content, bodies, publishedOn, questions }: PublishedDocument,
  address: string,
  today: LocalDate,
): Printable & { name: string } {
  const day = content.origin === 'published-source' ? publishedOn : null
  const paper = { ...plainPaper, questions }
  return reportFiles({ content, bodies, layout: null, day, marks: { isDraft: false }, paper, address, today })
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
