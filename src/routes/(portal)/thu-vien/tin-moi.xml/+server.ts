import { libraryList } from '#modules/movement/library-queries.server.ts'
import { askedAddress, readLibraryAsked } from '#modules/movement/library-search.ts'
import { atomFeed } from '../../../atom.ts'
import { libraryPath } from '../../../library-view.ts'
import type { RequestHandler } from './$types'

const newest = 30

/** What was published last, of what the reader asked for: a feed reader follows one field or one place. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const asked = readLibraryAsked(url.searchParams)
  const found = await libraryList(locals.db, asked, newest, locals.now)
  const query = new URLSearchParams(askedAddress(asked)).toString()
  const address = (path: string): string => `${url.origin}${path}${query ? `?${query}` : ''}`
  const feed = {
    ...{ id: address('/thu-vien'), title: 'Thư viện cách làm hay', site: address('/thu-vien') },
    ...{ self: address('/thu-vien/tin-moi.xml'), updated: found[0]?.publishedAt ?? new Date(0) },
  }
  const entries = found.map(({ id, name, summary, content, publishedAt }) => ({
    ...{ id: `urn:uuid:${id}`, title: name, summary, href: `${url.origin}${libraryPath(id)}` },
    ...{ updated: publishedAt, author: `${content.unit.name}, ${content.province.name}` },
  }))
  return new Response(atomFeed(feed, entries), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
