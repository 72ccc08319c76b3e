import { error } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { visitKindName, visitLeadName } from '#modules/activities/visit-labels.ts'
import { mostInFile, visitsPage } from '#modules/activities/visit-queries.server.ts'
import { registerFile } from '../../../register-file.server.ts'
import { contextOf } from '../../context.ts'
import { visitFilterOf } from '../visit-list.server.ts'
import type { RequestHandler } from './$types'

const columns = [
  ...['Ngày', 'Đến ngày', 'Loại', 'Đột xuất', 'Đoàn', 'Cơ quan chủ trì', 'Nội dung', 'Chủ đề', 'Nơi đến', 'Số nơi'],
  ...['Số kết luận', 'Việc phải khắc phục', 'Chưa xong', 'Đơn vị ghi', 'Đã gỡ vì'],
]

/** The register of the page as it stands, with what narrows it: a row a visit. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const { filter } = await visitFilterOf(ctx, url)
  const outcome = await visitsPage(ctx, filter, 1, mostInFile)
  if (!outcome.ok) error(404, 'Không có trang này')
  const rows = outcome.value.lines.map((line) => [
    ...[formatDay(line.heldOn), formatDay(line.lastOn), visitKindName[line.kind], line.isSurprise ? 'có' : ''],
    ...[visitLeadName[line.ledBy], line.leadingBody, line.subject, line.topics.join('; ')],
    ...[line.stops.map(({ name, on }) => `${name} (${formatDay(on)})`).join('; '), line.stops.length],
    ...[line.conclusion?.number ?? '', line.findings, line.open, line.unitName, line.voidReason ?? ''],
  ])
  const title = 'Sổ kiểm tra, giám sát, khảo sát'
  const table = { title, creator: 'Sổ hoạt động', day: dayInVietnam(ctx.now), columns, rows }
  return registerFile(params.kind, table, 'so-kiem-tra')
}
