import { error } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { evidenceFile } from '#modules/commendation/file-queries.server.ts'
import { savedFile } from '../../../../../saved-file.server.ts'
import { contextOf } from '../../../../context.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params }) => {
  const award = parseId<'Award'>(params.id)
  const file = parseId<'AwardFile'>(params.file)
  if (!award || !file) error(404, 'Không có trang này')
  const outcome = await evidenceFile(contextOf(locals), locals.files, award, file)
  if (!outcome.ok) error(404, 'Không có trang này')
  return savedFile(outcome.value, 'private')
}
