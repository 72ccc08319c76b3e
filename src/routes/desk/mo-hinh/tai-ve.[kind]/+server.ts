import { error } from '@sveltejs/kit'
import { byteOrderMark, writeCsv } from '#kernel/csv-writing.ts'
import { dayInVietnam, formatDay, partsOf } from '#kernel/local-date.ts'
import { holderKindLabel, scopeLabel, stateLabel } from '#modules/movement/labels.ts'
import { wholeRegister } from '#modules/movement/register-queries.server.ts'
import { wordSaid } from '#modules/movement/words.ts'
import { writeWorkbook } from '#platform/office/xlsx.ts'
import { contextOf } from '../../context.ts'
import { registerAsked } from '../asked.ts'
import { fileOf, registerWorkbook } from '../sheet.server.ts'
import type { RequestHandler } from './$types'

const header = [
  ...['Mô hình, điển hình', 'Đơn vị', 'Người thực hiện', 'Lĩnh vực chính', 'Cấp đăng ký', 'Mới hay duy trì'],
  ...['Bước', 'Ngày đăng ký', 'Quyết định công nhận'],
]

/** The register of the page as it stands, with what narrows it. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { kind } = params
  if (kind !== 'csv' && kind !== 'xlsx') error(404, 'Không có trang này')
  const ctx = contextOf(locals)
  const today = dayInVietnam(ctx.now)
  const asked = registerAsked(url, partsOf(today).year)
  const outcome = await wholeRegister(ctx, asked)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { rows, words } = outcome.value
  const lines = rows.map((row) => [
    ...[row.name, row.unitName, `${holderKindLabel[row.holderKind]}: ${row.holder}`],
    row.mainField === '' ? '' : wordSaid(words, 'field', row.mainField, row.registeredOn ?? today),
    ...[scopeLabel[row.scope], row.isNew ? 'Mới' : 'Duy trì', stateLabel[row.state]],
    row.registeredOn === null ? '' : formatDay(row.registeredOn),
    row.recognisedOn === null ? '' : `${formatDay(row.recognisedOn)} ${row.decision}`.trim(),
  ])
  const name = `mo-hinh-${asked.year}`
  if (kind === 'csv') return fileOf(byteOrderMark + writeCsv(header, lines), name, 'csv')
  const title = `Mô hình “Dân vận khéo” năm ${asked.year}`
  return fileOf(
    await writeWorkbook(registerWorkbook({ title, creator: 'Khéo', header, rows: lines }, ctx)),
    name,
    'xlsx',
  )
}
