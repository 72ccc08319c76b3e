import { openedPage } from '../../../explore-opened.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => ({
  ...(await openedPage(locals, url, { kind: 'public' }, '/kham-pha')),
  place: { name: 'Khám phá số liệu', note: 'Số đã công bố' },
})
