import { madeAt, newId, type Id } from '../../kernel/ids.ts'
import { inScope, type Tx } from '../database.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { idOf, type Task, type Tasks } from '../jobs/task.ts'

/** What happened, for those who want to know: ids only. */
export type Told = {
  province: Id<'Unit'>
  object: Id<string>
  /** Who did it, and is not told of it. */
  by: Id<'Account'> | null
  at: Date
}

/** One event as a module says it: the sentence, where it leads, and who is told. */
export type Telling = {
  title: string
  path: string
  to: { account: Id<'Account'>; unit: Id<'Unit'> }[]
}

/** Answers what to say about an event, or null when there is nothing to say any more. */
export type Teller = (tx: Tx, told: Told) => Promise<Telling | null>

/** The same of an event that concerns many units, with a sentence for each. */
export type ManyTeller = (tx: Tx, told: Told) => Promise<Telling[]>

/**
 * Tells of an event, in the transaction of its write. The worker finds out whom and says it; the write waits for nobody:
 * a job without a key takes no lock that another transaction holds, so this may stand after the audit head.
 */
export async function tell(tx: Tx, topic: string, told: Told): Promise<void> {
  const { province, object, by, at } = told
  await enqueue(tx, `tell-${topic}`, { province, object, event: newId<'Event'>(at), ...(by ? { by } : {}) })
}

/** The task of each topic a module speaks about. Run twice it tells nobody twice: an event tells a person once. */
export function tellingTasks(tellers: Readonly<Record<string, Teller | ManyTeller>>): Tasks {
  return Object.fromEntries(Object.entries(tellers).map(([topic, teller]) => [`tell-${topic}`, taskOf(topic, teller)]))
}

function taskOf(topic: string, teller: Teller | ManyTeller): Task {
  return async (ids, { db }) => {
    const province = idOf<'Unit'>(ids, 'province')
    const event = idOf<'Event'>(ids, 'event')
    const by = ids['by'] === undefined ? null : idOf<'Account'>(ids, 'by')
    const at = madeAt(event)
    await inScope(db, { reach: 'province', province }, async (tx) => {
      const tellings = [(await teller(tx, { province, object: idOf(ids, 'object'), by, at })) ?? []].flat()
      const notices = tellings.flatMap(({ title, path, to }) =>
        to
          .filter((one) => one.account !== by)
          .map((one) => ({
            province_id: province,
            id: newId<'Notice'>(at),
            unit_id: one.unit,
            account_id: one.account,
            event_id: event,
            topic,
            title,
            path,
            at,
          })),
      )
      if (notices.length === 0) return
      await tx
        .insertInto('notice')
        .values(notices)
        .onConflict((conflict) => conflict.constraint('notice_tells_a_person_once').doNothing())
        .execute()
    })
  }
}
