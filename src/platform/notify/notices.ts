import type { Id } from '../../kernel/ids.ts'
import type { Scope } from '../../kernel/scope.ts'
import { inScope, type Db, type Tx } from '../database.ts'

/** Whose notices: one account in the duty it acts in now. */
export type NoticeReader = { scope: Scope; province: Id<'Unit'>; account: Id<'Account'>; unit: Id<'Unit'> }

export type NoticeLine = { id: Id<'Notice'>; title: string; path: string; at: Date; isRead: boolean }

export type NoticePage = {
  notices: NoticeLine[]
  unread: number
  page: number
  pages: number
}

const linesOnPage = 20
/** Beyond this a count says nothing more to a person. */
const mostCounted = 100

/** One page of a person's notices, the newest first. */
export async function noticePage(
  db: Db,
  reader: NoticeReader,
  wanted: { onlyUnread: boolean; page: number },
): Promise<NoticePage> {
  return inScope(db, reader.scope, async (tx) => {
    const all = own(tx, reader).$if(wanted.onlyUnread, (query) => query.where('read_at', 'is', null))
    const { count } = await all.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
    const pages = Math.max(1, Math.ceil(count / linesOnPage))
    const page = Math.min(Math.max(1, wanted.page), pages)
    const rows = await all
      .select(['id', 'title', 'path', 'at', 'read_at'])
      .orderBy('at', 'desc')
      .orderBy('id')
      .limit(linesOnPage)
      .offset((page - 1) * linesOnPage)
      .execute()
    const notices = rows.map((row) => ({
      id: row.id as Id<'Notice'>,
      title: row.title,
      path: row.path,
      at: row.at,
      isRead: row.read_at !== null,
    }))
    return { notices, unread: await unreadIn(tx, reader), page, pages }
  })
}

/** How many notices wait to be read: for the frame of every page, so it stops counting at a hundred. */
export async function unreadCount(db: Db, reader: NoticeReader): Promise<number> {
  return inScope(db, reader.scope, (tx) => unreadIn(tx, reader))
}

/** Marks one notice as read; answers where it leads, or null when it is nobody's or another's. */
export async function openNotice(db: Db, reader: NoticeReader, id: Id<'Notice'>, now: Date): Promise<string | null> {
  return inScope(db, reader.scope, async (tx) => {
    const row = await own(tx, reader).select(['path', 'read_at']).where('id', '=', id).forUpdate().executeTakeFirst()
    if (row && row.read_at === null) await markRead(tx, reader, now, id)
    return row?.path ?? null
  })
}

/** Marks everything as read that had come by `until`: what comes while the page is open stays unread. */
export async function readAll(db: Db, reader: NoticeReader, until: Date, now: Date): Promise<void> {
  await inScope(db, reader.scope, async (tx) => {
    await tx
      .updateTable('notice')
      .set({ read_at: now })
      .where('province_id', '=', reader.province)
      .where('account_id', '=', reader.account)
      .where('unit_id', '=', reader.unit)
      .where('read_at', 'is', null)
      .where('at', '<=', until)
      .execute()
  })
}

function own(tx: Tx, reader: NoticeReader) {
  return tx
    .selectFrom('notice')
    .where('province_id', '=', reader.province)
    .where('account_id', '=', reader.account)
    .where('unit_id', '=', reader.unit)
}

async function unreadIn(tx: Tx, reader: NoticeReader): Promise<number> {
  const rows = await own(tx, reader).select('id').where('read_at', 'is', null).limit(mostCounted).execute()
  return rows.length
}

async function markRead(tx: Tx, reader: NoticeReader, now: Date, id: Id<'Notice'>): Promise<void> {
  await tx
    .updateTable('notice')
    .set({ read_at: now })
    .where('province_id', '=', reader.province)
    .where('id', '=', id)
    .execute()
}
