import { parseTextSize, textSizeCookie } from '#ui/text-size.ts'
import type { LayoutServerLoad } from './$types'

/** What every page's frame shows, signed in or not. */
export const load: LayoutServerLoad = ({ cookies, url, locals }) => ({
  example: process.env.KHEO_EXAMPLE === '1',
  textSize: parseTextSize(cookies.get(textSizeCookie)),
  returnTo: url.pathname + url.search,
  signedIn: locals.session !== null,
})
