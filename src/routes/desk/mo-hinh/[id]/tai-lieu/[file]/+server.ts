import { error } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { initiativeFile } from '#modules/movement/follow-queries.server.ts'
import { savedFile } from '../../../../../saved-file.server.ts'
import { contextOf } from '../../../../context.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params }) => {
  const id = parseId<'Initiative'>(params.id)
  const file = parseId<'InitiativeFile'>(params.file)
  if (!id || !file) error(404, 'Không có trang này')
  const outcome = await initiativeFile(contextOf(locals), locals.files, id, file)
  if (!outcome.ok) error(404, 'Không có trang này')
  return savedFile(outcome.value, 'private')
}
