import { newId, type Id } from '../../src/kernel/ids.ts'
import { addDays, dayInVietnam } from '../../src/kernel/local-date.ts'
import type { Ctx } from '../../src/modules/access/context.server.ts'
import {
  beginReorganisation,
  changeReorganisation,
  decideReorganisation,
} from '../../src/modules/reorganisation/commands.server.ts'
import type { NewUnit, ReorganisationId, Step } from '../../src/modules/reorganisation/draft.ts'
import type { TestDatabase } from './database.ts'
import { doneBy } from './reports.ts'

/** In the example province: a draft that is not right yet, and a division decided for a far day without shares. */
export async function meanReorganisations(database: TestDatabase): Promise<void> {
  const ctx = await administrator(database)
  const unit = async (code: string): Promise<Id<'Unit'>> => {
    const [row] = await database.asOwner<{ id: Id<'Unit'> }>('select id from unit where code = $1', [code])
    if (!row) throw new Error(`The example has no unit ${code}`)
    return row.id
  }
  const [songXanh, nuiVang, baiDau] = [
    await unit('vi-du-song-xanh'),
    await unit('vi-du-nui-vang'),
    await unit('vi-du-bai-dau'),
  ]
  const born = (name: string): NewUnit => {
    return { unit: newId<'Unit'>(), name, kind: 'commune', officialCode: null, parent: ctx.actor.province }
  }
  const unknown = { measure: { by: 'unknown' }, source: '' } as const
  const common = { aggregation: 'both' } as const
  const merge: Step = {
    ...{ ...common, id: newId<'Step'>(), kind: 'merge', into: born('Xã Sông Núi Nguyễn Thượng Hiền') },
    parts: [
      { from: songXanh, extent: 'whole', ...unknown },
      { from: nuiVang, extent: 'part', ...unknown },
    ],
  }
  const split: Step = {
    ...{ ...common, id: newId<'Step'>(), kind: 'split', from: baiDau, source: '' },
    parts: ['Xã Bãi Thượng', 'Xã Bãi Hạ'].map((name) => ({ into: born(name), measure: unknown.measure })),
  }
  await drafted(ctx, 'Sáp nhập xã Sông Xanh và một phần xã Núi Vàng', merge)
  const { id, version } = await drafted(ctx, 'Chia xã Bãi Dâu thành hai xã', split)
  doneBy(await decideReorganisation(ctx, id, version))
}

async function drafted(ctx: Ctx, title: string, step: Step): Promise<{ id: ReorganisationId; version: number }> {
  const id = newId<'Reorganisation'>()
  const day = addDays(dayInVietnam(ctx.now), 200)
  const act = { number: '99/NQ-UBTVQH16', issuedOn: day, issuer: 'Ủy ban Thường vụ Quốc hội', article: 'Điều 1' }
  doneBy(await beginReorganisation(ctx, id, { title, day, act }))
  doneBy(await changeReorganisation(ctx, id, 1, { what: 'step-added', step }))
  return { id, version: 2 }
}

async function administrator(database: TestDatabase): Promise<Ctx> {
  const [row] = await database.asOwner<{ account: Id<'Account'>; name: string; province: Id<'Unit'> }>(
    `select id as account, display_name as name, province_id as province from account where sign_in_name = 'quantri.vidu'`,
  )
  if (!row) throw new Error('The example has no administrator')
  const actor = { ...row, duty: 'administrator' as const, unit: row.province }
  return { db: database.db, actor, now: new Date() }
}
