import { error } from '@sveltejs/kit'
import { exploreFile } from '../../../explore.server.ts'
import { portalPlace } from '../place.server.ts'
import type { RequestHandler } from './$types'

/** The published figures of the question in the address, as a file. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const place = { ...portalPlace(locals), issuer: 'Số liệu công tác dân vận đã công bố' }
  const file = await exploreFile(locals, url, place, params.kind)
  if (!file) error(404, 'Không có trang này')
  return file
}
