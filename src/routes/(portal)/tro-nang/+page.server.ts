import { operatingBodyFrom } from '#platform/operating-body.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = () => ({ operator: operatingBodyFrom(process.env) })
