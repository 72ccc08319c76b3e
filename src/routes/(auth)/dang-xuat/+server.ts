import { redirect } from '@sveltejs/kit'
import { signOut } from '#modules/access/commands.server.ts'
import { applyCookies, keptCookie, visitOf } from '../../visit.server.ts'
import type { RequestHandler } from './$types'

export const POST: RequestHandler = async (event) => {
  // Texts that could not be saved are kept in the browser (entry): they end with the session. Browsers obey it over https.
  event.setHeaders({ 'clear-site-data': '"storage"' })
  const { session, access } = event.locals
  if (session) {
    const outcome = await signOut(access, visitOf(event), session)
    if (outcome.ok) applyCookies(event, outcome.value.cookies)
  }
  // A shared machine must not bring the next person to what this one typed.
  event.cookies.delete(keptCookie, { path: '/dang-nhap' })
  redirect(303, '/dang-nhap')
}
