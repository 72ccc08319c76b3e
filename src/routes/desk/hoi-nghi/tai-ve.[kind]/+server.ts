import { error } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { meetingKindName } from '#modules/activities/meeting-labels.ts'
import { meetingsPage } from '#modules/activities/meeting-queries.server.ts'
import { mostInFile } from '#modules/activities/visit-queries.server.ts'
import { registerFile } from '../../../register-file.server.ts'
import { contextOf } from '../../context.ts'
import { countsSaid, meetingFilterOf } from '../meeting-list.server.ts'
import type { RequestHandler } from './$types'

const columns = [
  ...['Ngày', 'Loại', 'Nội dung', 'Cơ quan tổ chức', 'Nơi tổ chức', 'Lượt người', 'Ý kiến', 'Đã trả lời'],
  ...['Chi tiết', 'Đơn vị ghi', 'Đã gỡ vì'],
]

/** The register of the page as it stands, with what narrows it: a row a meeting. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const { filter } = await meetingFilterOf(ctx, url)
  const outcome = await meetingsPage(ctx, filter, 1, mostInFile)
  if (!outcome.ok) error(404, 'Không có trang này')
  const rows = outcome.value.lines.map(({ facts, ...line }) => [
    ...[formatDay(line.heldOn), meetingKindName[facts.kind], line.subject, line.organiser, line.place],
    ...['attendances' in facts ? facts.attendances : null, 'opinions' in facts ? facts.opinions : null],
    ...['answered' in facts ? facts.answered : null, countsSaid(facts).join('; '), line.unitName],
    line.voidReason ?? '',
  ])
  const title = 'Sổ hội nghị, lớp học, tiếp xúc cử tri'
  const table = { title, creator: 'Sổ hoạt động', day: dayInVietnam(ctx.now), columns, rows }
  return registerFile(params.kind, table, 'so-hoi-nghi')
}
