import { activitiesLooks } from './looks/activities.ts'
import { adminLooks } from './looks/admin.ts'
import { figuresLooks } from './looks/figures.ts'
import { movementLooks } from './looks/movement.ts'
import { portalLooks } from './looks/portal.ts'
import { reportingLooks } from './looks/reporting.ts'
import { unitLooks } from './looks/unit.ts'
import type { Looks } from './looks/look.ts'

/** Every page of the application in the states that look different; a room of pages stands in a file of its own. */
export const looks: Looks = {
  ...portalLooks,
  ...reportingLooks,
  ...figuresLooks,
  ...movementLooks,
  ...activitiesLooks,
  ...unitLooks,
  ...adminLooks,
}

/** Pages one can only be led to; the journeys go there. */
export const ledTo = [
  '/don-vi/[code]/bao-cao/[id]/ban-truoc/[n]',
  '/dang-nhap/ma',
  '/dang-nhap/khoi-phuc',
  '/dang-nhap/kich-hoat',
  '/dang-nhap/gui-tiep',
]
