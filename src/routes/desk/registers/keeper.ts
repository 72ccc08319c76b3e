import { error } from '@sveltejs/kit'
import type { Actor } from '#modules/access/actor.ts'
import { mayKeepSheets } from '#modules/access/sheet.ts'
import { contextOf } from '../context.ts'

/** Who may write in a register of their own unit; to others the page is not there. */
export function keeperOf(locals: App.Locals): Actor {
  const { actor } = contextOf(locals)
  if (!mayKeepSheets(actor, actor)) error(404, 'Không có trang này')
  return actor
}
