import { error } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { wasHeld } from '#modules/activities/dialogue-life.ts'
import { minutesDocument } from '#modules/activities/minutes-document.ts'
import { dialoguePage } from '#modules/activities/queries.server.ts'
import { issuerOn } from '#modules/reporting/document-queries.server.ts'
import { downloadOf } from '../../../../../download.server.ts'
import { contextOf } from '../../../../context.ts'
import { dialogueOf } from '../../../dialogue-form.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params }) => {
  const ctx = contextOf(locals)
  const outcome = await dialoguePage(ctx, dialogueOf(params.id))
  if (!outcome.ok || !wasHeld(outcome.value.dialogue.state)) error(404, 'Không có trang này')
  const { dialogue, unit, ...page } = outcome.value
  const body = await issuerOn(ctx, dialogue, dialogue.heldOn, 'state')
  const isExample = process.env.KHEO_EXAMPLE === '1'
  const document = minutesDocument({ dialogue, ...page, isExample }, body)
  const name = `${unit.name} Biên bản đối thoại ${formatDay(dialogue.heldOn).replaceAll('/', '-')}`
  const file = await downloadOf(params.kind, { document, workbook: null }, name)
  if (!file) error(404, 'Không có trang này')
  file.headers.set('cache-control', 'no-store')
  return file
}
