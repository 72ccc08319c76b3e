import { redirect } from '@sveltejs/kit'
import { dropKeptPost, findKeptPost } from '#modules/access/guard.server.ts'
import { keptCookie } from '../../../visit.server.ts'
import { wantedPath, withWish } from '../../next.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, cookies }) => {
  if (!locals.session) redirect(303, withWish('/dang-nhap', { url }))
  const token = cookies.get(keptCookie)
  const { authDb } = locals.access.identity
  const post = token ? await findKeptPost(authDb, token, locals.session.userId, locals.now) : null
  if (!post) redirect(303, wantedPath({ url }))
  return { post, skip: `?/bo&tiep=${encodeURIComponent(wantedPath({ url }))}` }
}

export const actions: Actions = {
  bo: async ({ locals, url, cookies }) => {
    const token = cookies.get(keptCookie)
    if (token) await dropKeptPost(locals.access.identity.authDb, token)
    cookies.delete(keptCookie, { path: '/dang-nhap' })
    redirect(303, wantedPath({ url }))
  },
}
