import { error } from '@sveltejs/kit'
import { createHash } from 'node:crypto'
import { parseId } from '#kernel/ids.ts'
import { noticePresence } from '#modules/reporting/presence-commands.server.ts'
import { contextOf } from '../../../context.ts'
import type { RequestHandler } from './$types'

const longestCellKey = 60

/** What an open page of entry asks by itself: 304 while nothing moved, so that asking costs next to nothing. */
export const GET: RequestHandler = async ({ locals, params, url, request }) => {
  const id = parseId<'Report'>(params.id)
  if (!id) error(404, 'Không có trang này')
  const cell = (url.searchParams.get('o') ?? '').slice(0, longestCellKey)
  const outcome = await noticePresence(contextOf(locals), id, /^[\w:-]*$/.test(cell) ? cell : '')
  if (!outcome.ok) error(404, 'Không có trang này')
  const body = JSON.stringify(outcome.value)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { 'cache-control': 'no-store', etag }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } })
}
