import { error } from '@sveltejs/kit'
import { exploreFile } from '../../../explore.server.ts'
import { contextOf } from '../../context.ts'
import { deskPlace } from '../place.server.ts'
import type { RequestHandler } from './$types'

/** The question of the address as a file; what the page would refuse has none. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  if (ctx.actor.duty === 'administrator') error(404, 'Không có trang này')
  const issuer = locals.session?.duty?.unitName ?? ''
  const file = await exploreFile(locals, url, { ...deskPlace(ctx), issuer }, params.kind)
  if (!file) error(404, 'Không có trang này')
  file.headers.set('cache-control', 'no-store')
  return file
}
