import { text, type OfficialDocument } from '#kernel/document.ts'
import { periodName } from '#kernel/period.ts'
import type { ReportContent } from './content.ts'
import { markBlocks, topicOf, watermarkOf, type DocumentMarks } from './documents.ts'
import type { IssuingBody } from './issuing-body.ts'
import { letterSymbol, signedBy, type Paper } from './paper.ts'

/** Công văn gửi báo cáo: the letter that goes in front of a report, from the same body to the first of its recipients. */
export function coverLetter(
  content: ReportContent,
  body: IssuingBody,
  marks: DocumentMarks,
  paper: Paper,
): OfficialDocument {
  const what = `báo cáo kết quả ${topicOf(content)} ${periodName(content.period)}`
  return {
    layout: body.layout,
    language: 'vi',
    issuer: body.issuer,
    number: { symbol: letterSymbol(body.symbol, body.layout), assigned: paper.number },
    place: body.place,
    day: paper.day,
    typeName: '',
    subject: `gửi ${what}`,
    letterTo: body.recipients.slice(0, -1),
    ...watermarkOf(marks),
    blocks: [
      ...markBlocks(marks, content),
      { kind: 'paragraph', runs: [text(`${body.name} gửi kèm theo công văn này ${what}.`)] },
      ...(content.units ? [{ kind: 'paragraph' as const, runs: [text(sumsWords(content.units))] }] : []),
      { kind: 'closing', runs: [text(`${body.name} kính gửi ${addressee(body)} xem xét, tổng hợp`)] },
    ],
    signature: signedBy(body, paper.signer),
    recipients: ['Như trên', ...body.recipients.slice(-1)],
  }
}

function sumsWords({ counted, expected }: { counted: number; expected: number }): string {
  const missing = expected - counted
  const gap = missing === 0 ? '' : ` Còn ${missing} xã, phường chưa được nhận báo cáo, ghi ở danh sách kèm theo.`
  return `Số liệu cộng từ ${counted} trên ${expected} xã, phường đã được nhận báo cáo.${gap}`
}

function addressee({ recipients }: IssuingBody): string {
  return recipients.slice(0, -1).join(', ')
}
