import { withAccess } from '#modules/access/access.server.ts'
import type { GuardSettings } from '#modules/access/guard-settings.ts'
import { signInErasers } from '#modules/access/expired.server.ts'
import { openAuthDb } from '#modules/access/identity.server.ts'
import { officersPostbox } from '#modules/access/postbox.server.ts'
import { turnOffIdle } from '#modules/access/tasks.server.ts'
import { remindCommitments } from '#modules/activities/reminders.server.ts'
import { activitiesTellers } from '#modules/activities/tellers.server.ts'
import { calendarTellers } from '#modules/calendar/tellers.server.ts'
import { awardTellers } from '#modules/commendation/tellers.server.ts'
import { targetTellers } from '#modules/figures/target-tellers.server.ts'
import { noteReplication } from '#modules/movement/tasks.server.ts'
import { movementTellers } from '#modules/movement/tellers.server.ts'
import { applyReorganisations } from '#modules/reorganisation/tasks.server.ts'
import { reorganisationTellers } from '#modules/reorganisation/tellers.server.ts'
import { keepObligations } from '#modules/reporting/obligation-arising.server.ts'
import { amendmentTellers } from '#modules/reporting/amendment-tellers.server.ts'
import { publishPlanned } from '#modules/reporting/publication-commands.server.ts'
import { questionTellers } from '#modules/reporting/question-tellers.server.ts'
import { remindByLadder } from '#modules/reporting/reminder-round.server.ts'
import { closingTellers, obligationTellers } from '#modules/reporting/obligation-tellers.server.ts'
import { reminderTellers } from '#modules/reporting/reminder-teller.server.ts'
import { reportTellers } from '#modules/reporting/tellers.server.ts'
import type { Db } from '#platform/database.ts'
import { inScope } from '#platform/database.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Round } from '#platform/jobs/rounds.ts'
import { idOf, type Tasks } from '#platform/jobs/task.ts'
import { mailStateEraser, readNoticeEraser } from '#platform/notify/expired.ts'
import type { MailSettings } from '#platform/notify/mail-settings.ts'
import { postRound, sendMail, type PostOffice } from '#platform/notify/post.ts'
import { usualQuiet } from '#platform/notify/quiet.ts'
import { openSender } from '#platform/notify/sender.ts'
import { tellingTasks } from '#platform/notify/tell.ts'
import { logFileEraser } from '#platform/retention/log-files.ts'
import { eraseExpired, provincesOf, type Eraser } from '#platform/retention/retention.ts'
import { openVault } from '#platform/vault/vault.ts'
import type { RingPlace } from '#platform/vault/ring.ts'

/** What the tasks of an installation need besides the database they are given. */
export type TaskHouse = {
  url: string
  /** Opens the identities: whoever is turned off is signed out as well. */
  secret: string
  guard: Partial<GuardSettings>
  dataDir: string
  vaultKeys: RingPlace
  mail: MailSettings | null
}

/**
 * What comes again by the clock. A nightly task gets its line here and its function in `openTasks` below: each so many
 * minutes after the last, so that they do not wait for one another.
 */
export const rounds: readonly Round[] = [
  { task: 'mail-round', everyMinutes: 5 },
  { task: 'publications', everyMinutes: 1 },
  { task: 'reminders', everyMinutes: 30 },
  { task: 'accounts-idle', minutesIntoNight: 0 },
  { task: 'reorganisations', minutesIntoNight: 10 },
  { task: 'commitments', minutesIntoNight: 20 },
  { task: 'retention', minutesIntoNight: 30 },
  { task: 'obligations', minutesIntoNight: 40 },
]

/** Every task of the house by its name; each opens its own scope. `close` ends what they hold open. */
export function openTasks(house: TaskHouse): { tasks: Tasks; close(): Promise<void> } {
  const authDb = openAuthDb(house.url, 1)
  const sender = house.mail && openSender(house.mail)
  const office = (db: Db): PostOffice | null => {
    if (!house.mail || !sender) return null
    const vault = openVault(house.vaultKeys)
    return { db, vault, settings: house.mail, sender, postbox: officersPostbox(vault, house.mail.origin) }
  }
  const erasers = allErasers(authDb, house.dataDir)
  return {
    tasks: {
      ...tellingTasks({
        ...activitiesTellers,
        ...reportTellers,
        ...amendmentTellers,
        ...questionTellers,
        ...reminderTellers,
        ...obligationTellers,
        ...closingTellers,
        ...calendarTellers,
        ...reorganisationTellers,
        ...targetTellers,
        ...awardTellers,
        ...movementTellers,
      }),
      'initiative-replicated': async (ids, { db, now }) => {
        const of = { province: idOf<'Unit'>(ids, 'province'), id: idOf<'Initiative'>(ids, 'initiative') }
        await noteReplication(db, { ...of, by: idOf<'Unit'>(ids, 'by') }, now)
      },
      'mail-round': async (_, { db }) => {
        if (sender) for (const province of await provincesOf(db)) await beginPostRound(db, province)
      },
      'mail-province': async (ids, { db, now }) => {
        const open = office(db)
        if (open) await postRound(open, idOf<'Unit'>(ids, 'province'), now)
      },
      reminders: async (_, { db, now }) => {
        const quiet = house.mail?.quiet ?? usualQuiet
        for (const province of await provincesOf(db)) await remindByLadder(db, province, quiet, now)
      },
      'mail-send': async (ids, { db, now }) => {
        const open = office(db)
        if (open) await sendMail(open, idOf<'Unit'>(ids, 'province'), idOf<'Mail'>(ids, 'mail'), now)
      },
      'accounts-idle': async (_, { now }) => {
        await withAccess(house, (access) => turnOffIdle(access, now))
      },
      reorganisations: async (_, { db, now }) => {
        for (const province of await provincesOf(db)) await applyReorganisations(db, province, now)
      },
      publications: async (_, { db, now }) => {
        for (const province of await provincesOf(db)) await publishPlanned(db, province, now)
      },
      commitments: async (_, { db, now }) => {
        for (const province of await provincesOf(db)) await remindCommitments(db, province, now)
      },
      obligations: async (_, { db, now }) => {
        for (const province of await provincesOf(db)) await keepObligations(db, province, now)
      },
      retention: async (_, { db, now }) => {
        await eraseExpired(db, erasers, now, false)
      },
    },
    async close() {
      sender?.close()
      await authDb.destroy()
    },
  }
}

/** What goes when its months are over, by kind of db/reference/retention.csv. */
export function allErasers(authDb: ReturnType<typeof openAuthDb>, dataDir: string): Record<string, Eraser> {
  return {
    'notice-read': readNoticeEraser,
    'mail-state': mailStateEraser,
    ...signInErasers(authDb),
    'log-file': logFileEraser(dataDir),
  }
}

/** A job for each province: the trouble of one keeps no other waiting, and what waits already is not added twice. */
async function beginPostRound(db: Db, province: Awaited<ReturnType<typeof provincesOf>>[number]): Promise<void> {
  await inScope(db, { reach: 'province', province }, (tx) =>
    enqueue(tx, 'mail-province', { province }, `mail-province:${province}`),
  )
}
