import type { Db } from '#platform/database.ts'
import type { Actor } from './actor.ts'

/** What every command and query is given first: the database, who asks, and what time it is. */
export type Ctx = { db: Db; actor: Actor; now: Date }
