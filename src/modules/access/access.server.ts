import { openDatabase, type Db } from '#platform/database.ts'
import { StartRefused } from '#platform/launcher/refusal.ts'
import { usualGuard, type GuardSettings } from './guard-settings.ts'
import { openIdentity, type Identity } from './identity.server.ts'

/** What every command and query about people needs: the ledger, the identity library, and how patient the door is. */
export type Access = {
  db: Db
  identity: Identity
  secret: string
  guard: GuardSettings
  /** Where figures are real the accounts with a printed password stay shut, even in a database that once was a trial. */
  refuseExamples: boolean
}

export function openAccess(options: {
  db: Db
  url: string
  secret: string
  guard?: Partial<GuardSettings>
  refuseExamples?: boolean
}): Access {
  return {
    db: options.db,
    identity: openIdentity({ url: options.url, secret: options.secret }),
    secret: options.secret,
    guard: { ...usualGuard, ...options.guard },
    refuseExamples: options.refuseExamples ?? false,
  }
}

/** For a command of the cli: opens the ledger and the identities, runs, and closes both. */
export async function withAccess<T>(
  installation: { url: string; secret: string; guard?: Partial<GuardSettings> },
  work: (access: Access) => Promise<T>,
): Promise<T> {
  const db = openDatabase(installation.url, { max: 2 })
  const access = openAccess({ db, ...installation })
  try {
    return await work(access)
  } finally {
    await access.identity.close()
    await db.destroy()
  }
}

const stated = {
  idleMinutes: 'KHEO_IDLE_MINUTES',
  failuresByAccount: 'KHEO_LOCK_AFTER',
  failuresByAddress: 'KHEO_LOCK_AFTER_ADDRESS',
  lockMinutes: 'KHEO_LOCK_MINUTES',
  daysUntilOff: 'KHEO_OFF_AFTER_DAYS',
  daysUntilWarned: 'KHEO_WARN_AFTER_DAYS',
  monthsBetweenReviews: 'KHEO_REVIEW_AFTER_MONTHS',
} as const satisfies Record<keyof GuardSettings, string>

/** The operator's numbers, where the environment states them; a word that is not a number is refused at start. */
export function guardFromEnvironment(env: Record<string, string | undefined>): Partial<GuardSettings> {
  return Object.fromEntries(
    Object.entries(stated).flatMap(([name, variable]) => {
      const text = env[variable]
      if (!text) return []
      if (!/^[1-9]\d{0,4}$/.test(text)) {
        throw new StartRefused(`${variable} phải là một số nguyên từ 1 đến 99999, đang là “${text}”.`)
      }
      return [[name, Number(text)]]
    }),
  )
}
