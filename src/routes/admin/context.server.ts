import { error } from '@sveltejs/kit'
import { parseId, type Id } from '#kernel/ids.ts'
import type { Actor } from '#modules/access/actor.ts'

/** What an administration page hands to a query or a command. The gate stands in hooks.server.ts, where actions meet it too. */
export function ctxOf({ actor, now }: App.Locals): { actor: Actor; now: Date } {
  if (!actor) error(404, 'Không có trang này.')
  return { actor, now }
}

/** The id that a form's button carries; a form that somebody made up meets a page that is not there. */
export function asked<Kind extends string>(form: FormData, name: string): Id<Kind> {
  return idOf<Kind>(textOf(form, name))
}

export function idOf<Kind extends string>(text: string | null | undefined): Id<Kind> {
  const id = parseId<Kind>(text)
  if (!id) error(404, 'Không có trang này.')
  return id
}

export function textOf(form: FormData, name: string, most = 200): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, most) : ''
}
