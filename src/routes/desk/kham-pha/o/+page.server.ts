import { error } from '@sveltejs/kit'
import { openedPage } from '../../../explore-opened.server.ts'
import { contextOf } from '../../context.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { actor } = contextOf(locals)
  if (actor.duty === 'administrator') error(404, 'Không có trang này')
  return openedPage(locals, url, { kind: 'officer', actor }, '/desk/kham-pha')
}
