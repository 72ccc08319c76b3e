import { error } from '@sveltejs/kit'
import { mayKeepInitiatives } from '#modules/movement/policy.ts'
import { offeredWords } from '#modules/movement/word-queries.server.ts'
import { contextOf } from '../../context.ts'
import { registrationTemplate } from '../sheet.server.ts'
import type { RequestHandler } from './$types'

/** The file to start from: Excel with lists to choose from, or CSV. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { kind } = params
  if (kind !== 'csv' && kind !== 'xlsx') error(404, 'Không có trang này')
  const ctx = contextOf(locals)
  if (!mayKeepInitiatives(ctx.actor, ctx.actor)) error(404, 'Không có trang này')
  const fields = await offeredWords(ctx, 'field')
  return registrationTemplate(
    ctx,
    fields.map(({ label }) => label),
    kind,
  )
}
