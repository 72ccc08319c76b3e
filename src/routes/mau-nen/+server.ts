import { redirect } from '@sveltejs/kit'
import { ownPath } from '#platform/door/display.ts'
import { parseTheme, themeCookie } from '#ui/theme.ts'
import type { RequestHandler } from './$types'

// A link, not a form: a setting of one's own screen changes nothing for anybody.
export const GET: RequestHandler = ({ cookies, url }) => {
  cookies.set(themeCookie, parseTheme(url.searchParams.get('chon')), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: 365 * 86_400,
  })
  redirect(303, ownPath(url.searchParams.get('ve'), '/desk'))
}
