import { error, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { noticePage, openNotice, readAll } from '#platform/notify/notices.ts'
import { contextOf } from '../context.ts'
import { noticeReader } from '../notice-reader.ts'
import { whenSaid } from '../when.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { actor, db, now } = contextOf(locals)
  const onlyUnread = url.searchParams.get('loc') !== 'tat-ca'
  const page = Number(/^\d{1,5}$/.exec(url.searchParams.get('trang') ?? '')?.[0] ?? 1)
  const found = await noticePage(db, noticeReader(actor), { onlyUnread, page })
  return {
    ...found,
    notices: found.notices.map((one) => ({ ...one, when: whenSaid(one.at), iso: one.at.toISOString() })),
    onlyUnread,
    shownAt: now.toISOString(),
    mail: locals.mail !== null,
    done: url.searchParams.get('da') === 'doc',
  }
}

export const actions: Actions = {
  /** Marks one as read and goes where it leads; a path of ours only, the table's check holds that. */
  mo: async ({ locals, request }) => {
    const { actor, db, now } = contextOf(locals)
    const id = parseId<'Notice'>(String((await request.formData()).get('thong-bao') ?? ''))
    const path = id && (await openNotice(db, noticeReader(actor), id, now))
    if (!path) error(404, 'Không có trang này')
    redirect(303, path)
  },
  'doc-het': async ({ locals, request }) => {
    const { actor, db, now } = contextOf(locals)
    const shown = new Date(String((await request.formData()).get('luc') ?? ''))
    const until = Number.isNaN(shown.getTime()) || shown > now ? now : shown
    await readAll(db, noticeReader(actor), until, now)
    redirect(303, '/desk/thong-bao?da=doc')
  },
}
