import { error } from '@sveltejs/kit'
import { publicDirectiveFile } from '#modules/directives/directive-page-queries.server.ts'
import { savedFile } from '../../../../../saved-file.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params }) => {
  const file = await publicDirectiveFile(locals.db, locals.files, params.code, params.file)
  if (!file) error(404, 'Không có trang này')
  return savedFile(file, 'public')
}
