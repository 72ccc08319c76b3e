import { error, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { initiativeOfLine } from '#modules/movement/follow-queries.server.ts'
import { contextOf } from '../../../context.ts'
import type { RequestHandler } from './$types'

/** A line named alone, as a counted figure names it: leads to it on its initiative's line of time. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const line = parseId<'FollowUp'>(params.line)
  const initiative = line && (await initiativeOfLine(contextOf(locals), line))
  if (!initiative) error(404, 'Không có trang này')
  redirect(303, `/desk/mo-hinh/${initiative}/theo-doi#dong-${line}`)
}
