import { error } from '@sveltejs/kit'
import { publishedFile } from '#modules/reporting/file-queries.server.ts'
import { savedFile } from '../../../../../../../saved-file.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params }) => {
  const address = { report: params.id, file: params.file }
  const file = await publishedFile(locals.db, locals.files, params.code, address)
  if (!file) error(404, 'Không có trang này')
  return savedFile(file, 'public')
}
