import { attachBeside, filesBeside, removeBeside } from '../../../activity-files.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => filesBeside(event, 'visit')

export const actions: Actions = {
  them: (event) => attachBeside(event, 'visit', '/desk/kiem-tra'),
  go: (event) => removeBeside(event, 'visit', '/desk/kiem-tra'),
}
