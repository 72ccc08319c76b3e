import { fileBeside } from '../../../../activity-files.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => fileBeside(event, 'meeting')
