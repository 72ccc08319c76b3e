import { redirect } from '@sveltejs/kit'
import { ownPath } from '#platform/door/display.ts'
import { keptCookie, type DoorEvent } from '../visit.server.ts'

/** Where the officer wanted to go before signing in. */
export function wantedPath(event: Pick<DoorEvent, 'url'>): string {
  return ownPath(event.url.searchParams.get('tiep'), '/desk')
}

/** Keeps the wish on the way from page to page. */
export function withWish(path: string, event: Pick<DoorEvent, 'url'>): string {
  const wish = event.url.searchParams.get('tiep')
  return wish ? `${path}?tiep=${encodeURIComponent(ownPath(wish, '/desk'))}` : path
}

/** After signing in: first what was typed before the session ended, then the wanted page. */
export function goOn(event: DoorEvent): never {
  redirect(303, event.cookies.get(keptCookie) ? withWish('/dang-nhap/gui-tiep', event) : wantedPath(event))
}
