import { layoutOf } from '#platform/office/layouts.ts'
import { printed } from '#platform/office/printed.ts'
import { letterSymbol, signedBy } from '#modules/reporting/paper.ts'
import type { IssuingBody } from '#modules/reporting/issuing-body.ts'

/** What stands above and below a report of a body, line by line as every file of it prints them. */
export function headAndFoot(body: IssuingBody) {
  const document = {
    ...{ layout: body.layout, language: 'vi' as const, issuer: body.issuer, place: body.place, day: null },
    number: { symbol: body.symbol, assigned: null },
    ...{ typeName: 'BÁO CÁO', subject: 'Kết quả công tác dân vận', blocks: [] },
    ...{ signature: signedBy(body, 'head'), recipients: body.recipients },
  }
  const lines = printed(document)
  const deputy = printed({ ...document, signature: signedBy(body, 'deputy') })
  return {
    superior: lines.document.issuer.superior,
    body: lines.document.issuer.body.split('\n'),
    crown: layoutOf(document).crown.map((line) => line.words.value),
    number: lines.numberLine.replace(/ {2,}/, ' ……'),
    letterSymbol: letterSymbol(body.symbol, body.layout),
    placeAndDay: lines.placeAndDayLine,
    name: body.name,
    recipients: lines.recipientLines,
    signature: [...lines.rightLines, document.signature.title],
    deputy: [...deputy.rightLines, deputy.document.signature.title],
  }
}
