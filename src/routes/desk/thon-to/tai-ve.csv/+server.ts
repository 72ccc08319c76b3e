import { error } from '@sveltejs/kit'
import { byteOrderMark, writeCsv } from '#kernel/csv-writing.ts'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { unitOfCode } from '#modules/activities/queries.server.ts'
import { subCommunePage } from '#modules/organisation/sub-commune-queries.server.ts'
import { askedDay } from '../../../organisation-form.server.ts'
import { contextOf } from '../../context.ts'
import type { RequestHandler } from './$types'

const header = ['Xã', 'Tên', 'Loại', 'Như vậy từ', 'Số văn bản', 'Số hộ', 'Ngày đếm', 'Nguồn số hộ']

/** The list of the page as it stands, with what narrows it. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const code = url.searchParams.get('don-vi')?.slice(0, 80) ?? null
  const unit = code === null ? ctx.actor.unit : await unitOfCode(ctx, code)
  if (!unit) error(404, 'Không có trang này')
  const { day } = askedDay(url, dayInVietnam(ctx.now))
  const outcome = await subCommunePage(ctx, unit, {
    day,
    words: url.searchParams.get('tim')?.trim().slice(0, 80) ?? '',
    kind: url.searchParams.get('loai')?.slice(0, 80) || null,
  })
  if (!outcome.ok) error(404, 'Không có trang này')
  const { commune, lines } = outcome.value
  const rows = lines.map((line) => [
    ...[commune.name, line.name, line.kindLabel, formatDay(line.since), line.act],
    line.households?.households ?? null,
    line.households ? formatDay(line.households.on) : null,
    line.households?.source ?? null,
  ])
  return new Response(byteOrderMark + writeCsv(header, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="thon-to-${commune.code}-${day}.csv"`,
    },
  })
}
