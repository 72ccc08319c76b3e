import { error } from '@sveltejs/kit'
import { parseId, type Id } from '#kernel/ids.ts'
import type { Ctx } from '#modules/access/context.server.ts'

/** What a desk page hands to a query or a command. The layout has already sent a signed-out reader to sign in. */
export function contextOf(locals: App.Locals): Ctx {
  if (!locals.actor) error(404, 'Không có trang này')
  return { db: locals.db, actor: locals.actor, now: locals.now }
}

/** The id in an address or a form; one that somebody made up meets a page that is not there. */
export function idOf<Kind extends string>(text: string | null | undefined): Id<Kind> {
  return parseId<Kind>(text) ?? error(404, 'Không có trang này')
}
