import { sql } from 'kysely'
import { parseId, type Id } from '#kernel/ids.ts'
import type { Eraser } from '#platform/retention/retention.ts'
import type { AuthDb } from './identity.server.ts'

const dayMs = 86_400_000

/** What the sign-in library keeps, by kind of db/reference/retention.csv; the months count from when it was over. */
export function signInErasers(authDb: AuthDb): Record<'sign-in-attempt' | 'session' | 'kept-post', Eraser> {
  return {
    'sign-in-attempt': {
      of: 'installation',
      async erase(before, dryRun) {
        // A counter is over a day after its last try; by then no lock can last. Its key is a hash: it names no province.
        const over = new Date(before.getTime() - dayMs)
        const { rows } = dryRun
          ? await sql<Counted>`select null as province, count(*) as count from sign_in_attempt where last_at < ${over}`.execute(
              authDb,
            )
          : await sql<Counted>`with gone as (delete from sign_in_attempt where last_at < ${over} returning 1)
              select null as province, count(*) as count from gone`.execute(authDb)
        return byProvince(rows)
      },
    },
    session: {
      of: 'installation',
      async erase(before, dryRun) {
        const { rows } = dryRun
          ? await sql<Counted>`select "user"."provinceId" as province, count(*) as count from session
              join "user" on "user".id = session."userId" where session."expiresAt" < ${before} group by 1`.execute(
              authDb,
            )
          : await sql<Counted>`with gone as (delete from session where "expiresAt" < ${before} returning "userId")
              select "user"."provinceId" as province, count(*) as count from gone
              join "user" on "user".id = gone."userId" group by 1`.execute(authDb)
        return byProvince(rows)
      },
    },
    'kept-post': {
      of: 'installation',
      async erase(before, dryRun) {
        const { rows } = dryRun
          ? await sql<Counted>`select "user"."provinceId" as province, count(*) as count from kept_post
              join "user" on "user".id = kept_post.user_id where expires_at < ${before} group by 1`.execute(authDb)
          : await sql<Counted>`with gone as (delete from kept_post where expires_at < ${before} returning user_id)
              select "user"."provinceId" as province, count(*) as count from gone
              join "user" on "user".id = gone.user_id group by 1`.execute(authDb)
        return byProvince(rows)
      },
    },
  }
}

type Counted = { province: string | null; count: number }

function byProvince(rows: readonly Counted[]): Map<Id<'Unit'> | null, number> {
  return new Map(rows.map((row) => [parseId<'Unit'>(row.province), Number(row.count)]))
}
