import { redirect } from '@sveltejs/kit'
import { dropKeptPost, findKeptPost, keptPostId } from '#modules/access/guard.server.ts'
import { keptCookie, keptParameter } from '../../../visit.server.ts'
import { wantedPath, withWish } from '../../next.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, cookies }) => {
  if (!locals.session) redirect(303, withWish('/dang-nhap', { url }))
  const token = cookies.get(keptCookie)
  const { authDb } = locals.access.identity
  const post = token ? await findKeptPost(authDb, token, locals.session.userId, locals.now) : null
  if (!token || !post) redirect(303, wantedPath({ url }))
  const again = `${post.action}${post.action.includes('?') ? '&' : '?'}${keptParameter}=${keptPostId(token)}`
  return { again, fields: post.fields, skip: `?/bo&tiep=${encodeURIComponent(wantedPath({ url }))}` }
}

export const actions: Actions = {
  bo: async ({ locals, url, cookies }) => {
    const token = cookies.get(keptCookie)
    const { access, session } = locals
    if (token && session) await dropKeptPost(access.identity.authDb, keptPostId(token), session.userId)
    cookies.delete(keptCookie, { path: '/dang-nhap' })
    redirect(303, wantedPath({ url }))
  },
}
