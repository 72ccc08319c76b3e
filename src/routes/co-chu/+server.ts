import { redirect } from '@sveltejs/kit'
import { ownPath } from '#platform/door/display.ts'
import { parseTextSize, textSizeCookie } from '#ui/text-size.ts'
import type { DoorEvent } from '../visit.server.ts'
import type { RequestHandler } from './$types'

// A link as well as a form: a setting of one's own screen changes nothing for anybody.
export const GET: RequestHandler = (event) => setTextSize(event, event.url.searchParams)

export const POST: RequestHandler = async (event) => setTextSize(event, await event.request.formData())

type Asked = { get(name: string): unknown }

function setTextSize(event: DoorEvent, asked: Asked): never {
  const text = (name: string): string => String(asked.get(name) ?? '')
  event.cookies.set(textSizeCookie, String(parseTextSize(text('muc'))), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
    maxAge: 365 * 86_400,
  })
  redirect(303, ownPath(text('ve')))
}
