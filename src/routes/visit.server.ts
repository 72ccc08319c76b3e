import type { Cookies } from '@sveltejs/kit'
import type { CookieChange, Visit } from '#modules/access/identity.server.ts'

/** A random word for whoever opens a form before signing in, so that only our own pages can send it. */
export const anonymousCookie = 'kheo_form'

/** Holds the token of a form that met an ended session; sent only to the sign-in pages. */
export const keptCookie = 'kheo_kept'

/** In the address of a form that is sent again: which kept form it is. */
export const keptParameter = 'giu'

/** What of a request the door itself reads, whatever page it is for. */
export type DoorEvent = {
  locals: App.Locals
  request: Request
  url: URL
  route: { id: string | null }
  cookies: Cookies
  getClientAddress(): string
}

/** Routes that an open page asks by itself, with nobody pressing anything. */
const quietRoutes: readonly (string | null)[] = ['/desk/bao-cao/[id]/thay-doi']

/** The visit as the commands about people take it. */
export function visitOf(event: DoorEvent): Visit {
  return {
    now: event.locals.now,
    address: event.getClientAddress(),
    cookies: event.request.headers.get('cookie') ?? '',
    isQuiet: quietRoutes.includes(event.route.id),
  }
}

/** Sets or takes away the cookies that a command answered with; they end with the browser. */
export function applyCookies(event: DoorEvent, changes: readonly CookieChange[]): void {
  const secure = event.url.protocol === 'https:'
  for (const { name, value } of changes) {
    if (value === '') event.cookies.delete(name, { path: '/', secure })
    else event.cookies.set(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure })
  }
}
