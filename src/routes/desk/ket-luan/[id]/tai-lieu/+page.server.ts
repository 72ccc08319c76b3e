import { attachBeside, filesBeside, removeBeside } from '../../../activity-files.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => filesBeside(event, 'finding')

export const actions: Actions = {
  them: (event) => attachBeside(event, 'finding', '/desk/ket-luan'),
  go: (event) => removeBeside(event, 'finding', '/desk/ket-luan'),
}
