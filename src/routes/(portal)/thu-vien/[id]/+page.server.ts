import { error } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { publicFamily } from '#modules/movement/library-family.server.ts'
import { libraryPage } from '#modules/movement/library-queries.server.ts'
import { articleOf, photoOf } from '../../../library-view.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await libraryPage(locals.db, params.id)
  if (!found) error(404, 'Không có trang này')
  if ('withdrawn' in found) {
    const { on, notice, id } = found.withdrawn
    return { withdrawn: { on: formatDay(on), notice }, article: null, id }
  }
  const { page, photos } = found
  return {
    withdrawn: null,
    id: page.id,
    article: articleOf(page.name, page.content, {
      photos: photos.map((photo) => photoOf(page.id, photo)),
      isOutstanding: page.isOutstanding,
      family: await publicFamily(locals.db, page),
      publishedOn: formatDay(dayInVietnam(page.publishedAt)),
    }),
    place: { name: page.content.unit.name, note: `${page.content.province.name} · Thư viện cách làm hay` },
  }
}
