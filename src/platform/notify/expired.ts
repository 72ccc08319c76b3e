import type { Eraser } from '../retention/retention.ts'

/** Notices that were read so long ago; what nobody read stays. */
export const readNoticeEraser: Eraser = {
  of: 'province',
  async erase(tx, province, before, dryRun) {
    if (dryRun) {
      const { count } = await tx
        .selectFrom('notice')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('province_id', '=', province)
        .where('read_at', '<', before)
        .executeTakeFirstOrThrow()
      return count
    }
    const { numDeletedRows } = await tx
      .deleteFrom('notice')
      .where('province_id', '=', province)
      .where('read_at', '<', before)
      .executeTakeFirst()
    return Number(numDeletedRows)
  },
}

/** What became of mails that are long settled. A notice keeps that it was mailed. */
export const mailStateEraser: Eraser = {
  of: 'province',
  async erase(tx, province, before, dryRun) {
    if (dryRun) {
      const { count } = await tx
        .selectFrom('mail')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('province_id', '=', province)
        .where('settled_at', '<', before)
        .executeTakeFirstOrThrow()
      return count
    }
    const { numDeletedRows } = await tx
      .deleteFrom('mail')
      .where('province_id', '=', province)
      .where('settled_at', '<', before)
      .executeTakeFirst()
    return Number(numDeletedRows)
  },
}
