import { error } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { layoutShort } from '#modules/reporting/labels.ts'
import { numberedTypeName } from '#modules/reporting/number-labels.ts'
import { outgoingRegister } from '#modules/reporting/number-queries.server.ts'
import { registerFile } from '../../../register-file.server.ts'
import { contextOf } from '../../context.ts'
import type { RequestHandler } from './$types'

// The columns of an outgoing register that a program can fill in (Nghị định 30/2020/NĐ-CP, Điều 16: it must be printable).
const columns = [
  ...['Loại', 'Thể thức', 'Năm hoặc nhiệm kỳ', 'Số', 'Ký hiệu', 'Ngày ký', 'Trích yếu', 'Nơi nhận'],
  ...['Cách cấp', 'Người ghi', 'Đã huỷ vì'],
]

export const GET: RequestHandler = async ({ locals, params }) => {
  const outcome = await outgoingRegister(contextOf(locals))
  if (!outcome.ok) error(404, 'Không có trang này')
  const rows = outcome.value.parts.flatMap(({ lines }) =>
    lines.map((line) => [
      ...[numberedTypeName[line.type], layoutShort[line.layout], line.series, line.number, line.symbol],
      ...[formatDay(line.signedOn), line.about, line.sentTo.join('; ')],
      ...[line.way === 'reserved' ? 'lấy số ở đây' : 'văn thư cấp', line.by, line.cancelledFor],
    ]),
  )
  const day = dayInVietnam(locals.now)
  const table = { title: 'Sổ văn bản đi', creator: 'Khéo', day, columns, rows }
  return registerFile(params.kind, table, `so-van-ban-di-${day}`)
}
