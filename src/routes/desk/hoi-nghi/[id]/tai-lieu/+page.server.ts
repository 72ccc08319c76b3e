import { attachBeside, filesBeside, removeBeside } from '../../../activity-files.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => filesBeside(event, 'meeting')

export const actions: Actions = {
  them: (event) => attachBeside(event, 'meeting', '/desk/hoi-nghi'),
  go: (event) => removeBeside(event, 'meeting', '/desk/hoi-nghi'),
}
