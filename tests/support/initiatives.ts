import sharp from 'sharp'
import { newId } from '#kernel/ids.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { YearState } from '#modules/movement/cycle.ts'
import type { Initiative, InitiativeEntry, InitiativeId } from '#modules/movement/initiative.ts'
import { insertInitiative } from '#modules/movement/register-initiative.server.ts'
import type { TestDatabase } from './database.ts'

/** An invented initiative of a commune. */
export const entry: InitiativeEntry = {
  ...{ name: 'Thùng rác ba ngăn ở chợ Đồi Chè', holderKind: 'collective', holder: 'Chi bộ thôn Đồi Chè' },
  ...{ mainField: 'culture-society', tags: ['environment'] },
  situation: 'Chợ họp mỗi sáng, rác để lẫn, mùi hôi tới các nhà xung quanh; xe rác mỗi tuần mới vào một lần.',
  goals: 'Mọi quầy hàng bỏ rác đúng ngăn.',
  content: 'Mỗi quầy có ba ngăn; rác ăn được ủ làm phân, rác bán được đem bán gây quỹ, phần còn lại giao xe.',
  ...{ area: 'Chợ Đồi Chè', lead: 'Ban quản lý chợ', coordinating: 'Hội Phụ nữ', participating: '64 quầy hàng' },
  ...{ resources: 'Quỹ chợ', timePlan: 'Tháng 3 đến tháng 12', outputs: '64 quầy', sustainability: 'Quỹ tự nuôi' },
  beganOn: null,
}

/** Opens an initiative of the actor's own unit, and brings its year as far as is said without its moves. */
export async function opened(
  database: TestDatabase,
  ctx: Ctx,
  change: Partial<InitiativeEntry> = {},
  to: { state?: YearState; parent?: Initiative['parent']; year?: number } = {},
): Promise<InitiativeId> {
  const id = newId<'Initiative'>()
  const year = { year: to.year ?? 2026, scope: 'commune' as const, isNew: true }
  await inScope(ctx.db, scopeOf(ctx.actor), (tx) =>
    insertInitiative(tx, ctx, id, { ...entry, ...change }, year, to.parent ?? null),
  )
  await database.asOwner('update initiative_year set state = $2 where initiative_id = $1', [id, to.state ?? 'running'])
  return id
}

/** A drawn picture; the bytes of one number are the same each time. */
export async function drawn(number: number, kind: 'jpeg' | 'png' = 'jpeg'): Promise<Buffer> {
  const colour = { r: (number * 53) % 255, g: (number * 97) % 255, b: 120 }
  const picture = sharp({ create: { width: 1600, height: 900, channels: 3, background: colour } })
  return (kind === 'jpeg' ? picture.jpeg() : picture.png()).withExif({ IFD0: { Make: 'Máy của ai đó' } }).toBuffer()
}
