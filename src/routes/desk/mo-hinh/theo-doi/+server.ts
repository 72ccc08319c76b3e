import { redirect } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

/** The register of follow-ups is read initiative by initiative. */
export const GET: RequestHandler = () => redirect(303, '/desk/mo-hinh')
