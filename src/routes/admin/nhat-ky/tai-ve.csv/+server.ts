import { error } from '@sveltejs/kit'
import { dayInVietnam, timeInVietnam, formatDay } from '#kernel/local-date.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { auditPage, type AuditFilter, type AuditPage } from '#modules/access/audit-queries.server.ts'
import { auditDetails, auditSentence, objectLabel } from '../../audit-words.ts'
import { ctxOf } from '../../context.server.ts'
import { csvLine } from '../../csv.ts'
import { askedAudit } from '../filter.server.ts'
import type { RequestHandler } from './$types'

const rowsAtOnce = 1_000
/** More lines than a sheet of Excel is read with; narrower dates give the rest. */
const mostRows = 100_000

const header = ['Dòng', 'Ngày', 'Giờ', 'Người làm', 'Đơn vị', 'Việc', 'Chi tiết', 'Về', 'Mã']

/** The same rows as the page, as far as they go; in parts, because a province writes millions over the years. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const ctx = { ...ctxOf(locals), db: locals.db }
  const { filter, errors } = askedAudit(url)
  const first = await auditPage(ctx, { ...filter, before: null }, rowsAtOnce)
  if (!first || Object.keys(errors).length > 0) error(404, 'Không có trang này.')
  return new Response(streamOf(lines(ctx, filter, first)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="nhat-ky-${dayInVietnam(locals.now)}.csv"`,
    },
  })
}

function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await texts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: () => void texts.return(undefined),
  })
}

async function* lines(ctx: Ctx, filter: AuditFilter, first: AuditPage): AsyncGenerator<string> {
  // Excel reads UTF-8 only after this mark.
  yield `\ufeff${csvLine(header)}`
  let page: AuditPage | null = first
  for (let written = 0; page && written < mostRows;) {
    yield page.rows.map((row) => csvLine(cellsOf(row, page?.names ?? new Map()))).join('')
    written += page.rows.length
    page = page.next === null ? null : await auditPage(ctx, { ...filter, before: page.next }, rowsAtOnce)
  }
}

function cellsOf(row: AuditPage['rows'][number], names: ReadonlyMap<string, string>): string[] {
  return [
    String(row.n),
    formatDay(dayInVietnam(row.at)),
    timeInVietnam(row.at),
    row.by ?? 'Hệ thống',
    row.unitName ?? '',
    auditSentence(row.kind),
    auditDetails(row.changed, names),
    row.object.name ?? objectLabel[row.object.kind] ?? row.object.kind,
    row.object.id,
  ]
}
