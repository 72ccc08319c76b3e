import type { AnyLayout, OfficialDocument } from '#kernel/document.ts'
import type { LayoutProfile } from './layout.ts'
import { frontLayout } from './front-layout.ts'
import { noteLayout } from './note-layout.ts'
import { partyLayout } from './party-layout.ts'
import { stateLayout } from './state-layout.ts'

/** Every profile of each layout, oldest first. */
const profiles: Record<AnyLayout, readonly [LayoutProfile, ...LayoutProfile[]]> = {
  state: [stateLayout],
  party: [partyLayout],
  front: [frontLayout],
  note: [noteLayout],
}

/**
 * The profile a document is printed by: the one in force on its day, the newest for a draft. A day before the oldest profile
 * gets that one: what was ruled earlier is not known here.
 */
export function layoutOf({ layout, day }: Pick<OfficialDocument, 'layout' | 'day'>): LayoutProfile {
  const known = profiles[layout]
  const inForce = known.filter((profile) => day === null || profile.inForceFrom <= day)
  return inForce.at(-1) ?? known[0]
}
