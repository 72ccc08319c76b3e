import { error } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { evidenceFile } from '#modules/activities/evidence.server.ts'
import { savedFile } from '../../../../../saved-file.server.ts'
import { contextOf } from '../../../../context.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params }) => {
  const commitment = parseId<'Commitment'>(params.id)
  const file = parseId<'Evidence'>(params.file)
  if (!commitment || !file) error(404, 'Không có trang này')
  const outcome = await evidenceFile(contextOf(locals), locals.files, commitment, file)
  if (!outcome.ok) error(404, 'Không có trang này')
  return savedFile(outcome.value, 'private')
}
