import { error } from '@sveltejs/kit'
import { libraryPhoto } from '#modules/movement/library-queries.server.ts'
import { savedFile } from '../../../../../saved-file.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params }) => {
  const photo = await libraryPhoto(locals.db, locals.files, { page: params.id, photo: params.photo })
  if (!photo) error(404, 'Không có trang này')
  return savedFile(photo, 'public')
}
