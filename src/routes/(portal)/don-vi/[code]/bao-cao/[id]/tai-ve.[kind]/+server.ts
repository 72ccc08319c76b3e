import { error } from '@sveltejs/kit'
import { dayInVietnam } from '#kernel/local-date.ts'
import { publishedDocument } from '#modules/reporting/document-queries.server.ts'
import { downloadOf } from '../../../../../../download.server.ts'
import { publishedFiles } from '../../../../../../printable.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const published = await publishedDocument(locals.db, params.code, params.id)
  if (!published) error(404, 'Không có trang này')
  const page = url.pathname.slice(0, url.pathname.lastIndexOf('/'))
  const files = publishedFiles(published, url.origin + page, dayInVietnam(locals.now))
  const file = await downloadOf(params.kind, files, files.name)
  if (!file) error(404, 'Không có trang này')
  return file
}
