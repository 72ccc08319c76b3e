import { scopeOf, type Actor } from '#modules/access/actor.ts'
import type { NoticeReader } from '#platform/notify/notices.ts'

/** Whose notices a desk page shows: the actor's, in the duty they act in now. */
export function noticeReader(actor: Actor): NoticeReader {
  return { scope: scopeOf(actor), province: actor.province, account: actor.account, unit: actor.unit }
}
