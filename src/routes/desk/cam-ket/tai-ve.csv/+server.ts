import { formatDay } from '#kernel/local-date.ts'
import { pledgePage } from '#modules/movement/campaign-queries.server.ts'
import { fulfilmentLabel } from '#modules/movement/pledge.ts'
import { contextOf } from '../../context.ts'
import { askedOf, csvAnswer, mustBe } from '../../registers/sheet-page.server.ts'
import type { RequestHandler } from './$types'

const header = ['Đơn vị giữ sổ', 'Bản cam kết', 'Năm', 'Ngày ký', 'Đơn vị ký', 'Thực hiện', 'Đã gỡ vì']

/** One line a signer, of all pages of what is asked. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { lines } = mustBe(await pledgePage(contextOf(locals), { ...askedOf(url, null).question, page: null }))
  const rows = lines.flatMap(({ sheet, unitName }) =>
    sheet.signers.map((signer) => [
      ...[unitName, sheet.title, sheet.year, formatDay(sheet.signedOn)],
      ...[signer.name, fulfilmentLabel[signer.fulfilment], sheet.voidReason],
    ]),
  )
  return csvAnswer('cam-ket', header, rows)
}
