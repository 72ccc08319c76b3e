import { parseTextSize, textSizeCookie } from '#ui/text-size.ts'
import { parseTheme, themeCookie } from '#ui/theme.ts'
import type { LayoutServerLoad } from './$types'

/** What every page's frame shows, signed in or not. */
export const load: LayoutServerLoad = ({ cookies, url, locals }) => ({
  example: process.env.KHEO_EXAMPLE === '1',
  textSize: parseTextSize(cookies.get(textSizeCookie)),
  theme: parseTheme(cookies.get(themeCookie)),
  returnTo: url.pathname + url.search,
  signedIn: locals.session !== null,
})
