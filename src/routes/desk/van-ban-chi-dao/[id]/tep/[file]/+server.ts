import { error } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { directiveFile } from '#modules/directives/directive-page-queries.server.ts'
import { savedFile } from '../../../../../saved-file.server.ts'
import { contextOf } from '../../../../context.ts'
import { mustBe, sheetId } from '../../../../registers/sheet-page.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params }) => {
  const file = parseId<'DirectiveFile'>(params.file)
  if (!file) error(404, 'Không có trang này')
  const saved = mustBe(await directiveFile(contextOf(locals), locals.files, sheetId(params.id), file))
  return savedFile(saved, 'private')
}
