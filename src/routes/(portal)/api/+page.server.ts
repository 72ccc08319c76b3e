import { document } from '../../api/document.server.ts'
import { readingOf } from '../../api/reading.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = () => ({ api: readingOf(document) })
