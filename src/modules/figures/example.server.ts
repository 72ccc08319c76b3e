import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { periodKey, type Period } from '#kernel/period.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { communesInForce, lastKnownUnit } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { examplePeople, exampleSizeSource, exampleTargets, type ExampleTarget } from './example.ts'
import { targetGround } from './target-ground.server.ts'
import { insertTarget, insertTargetVersion, moveTarget } from './target-store.server.ts'
import { readTarget } from './target.ts'
import { insertSize } from './unit-size-store.server.ts'

const communesWithTargets = 16

/** Writes invented targets of a year for the province and some communes, and how many people its communes have. */
export async function loadExampleTargets(db: Db, province: UnitId, year: Period, now: Date): Promise<void> {
  await inScope(db, { reach: 'province', province }, async (tx) => {
    const communes = await communesInForce(tx, province, year.to)
    await writeSizes(tx, province, communes, now)
    const heroes = ['vi-du-song-xanh', 'vi-du-nui-vang', 'vi-du-bai-dau']
    const others = communes.map(({ code }) => code).filter((code) => !heroes.includes(code))
    const chosen = [...heroes, ...others].slice(0, communesWithTargets)
    const own = await lastKnownUnit(tx, 'vi-du')
    for (const target of exampleTargets(own?.code ?? '', chosen)) {
      const unit = await lastKnownUnit(tx, target.unitCode)
      if (!unit) throw new Error(`db/example does not contain ${target.unitCode}`)
      if (target.setBy === 'superior' || unit.unit === province)
        await writeTarget(tx, unit.unit, target, { province, year, now })
    }
  })
  for (const target of exampleTargets('vi-du', []).filter(({ unitCode }) => unitCode !== 'vi-du')) {
    const unit = await inScope(db, { reach: 'public' }, (tx) => lastKnownUnit(tx, target.unitCode))
    if (!unit) throw new Error(`db/example does not contain ${target.unitCode}`)
    await inScope(db, { reach: 'unit', province, unit: unit.unit }, (tx) =>
      writeTarget(tx, unit.unit, target, { province, year, now }),
    )
  }
}

async function writeTarget(
  tx: Tx,
  unit: UnitId,
  { code, setBy, wordings }: ExampleTarget,
  { province, year, now }: { province: UnitId; year: Period; now: Date },
): Promise<void> {
  const indicator = (await targetGround(tx, province).indicatorsOn(year.to)).get(code)
  if (!indicator) throw new Error(`db/reference does not contain ${code}`)
  const cell = { code, dimension: '' }
  const place = { province, unit, setBy, cell, indicator: indicator.id, period: year }
  const id = newId<'Target'>(now)
  await insertTarget(tx, id, place)
  const kinds = { set: 'target-set', revised: 'target-revised', withdrawn: 'target-withdrawn' } as const
  for (const [at, { number, change, raw, aim, reason }] of wordings.entries()) {
    const reading = readTarget(raw, indicator.numeral)
    if (reading.kind !== 'amount') throw new Error(`The example has no number for ${code}`)
    const wording = { aim, raw, reason, amount: reading.amount, document: { number, on: null } }
    const writer = { account: null, name: setBy === 'own' ? 'Cán bộ ví dụ' : 'Cán bộ tỉnh ví dụ', at: now }
    await insertTargetVersion(tx, { ...place, id }, { ...wording, n: at + 1, change }, writer)
    if (at > 0) await moveTarget(tx, { province, id }, { n: at + 1, isInForce: change !== 'withdrawn' })
    const changed = { unit, cell: code, period: periodKey(year), aim, amount: toDecimalText(reading.amount) }
    const object = { kind: 'target', id }
    await record(tx, { province, account: null, unit, kind: kinds[change], object, changed, at: now })
  }
}

/** Three communes are left without: the pages have to say so. */
async function writeSizes(
  tx: Tx,
  province: UnitId,
  communes: readonly { unit: UnitId; code: string; kind: string }[],
  now: Date,
): Promise<void> {
  const on = localDate('2025-12-31')
  const stated = communes.filter((_, at) => at % 33 !== 32)
  for (const { unit, code, kind } of stated) {
    const size = {
      unit,
      on,
      people: examplePeople(code, kind),
      source: exampleSizeSource,
      certainty: 'document' as const,
    }
    await insertSize(tx, { province, account: null, at: now }, newId<'UnitSize'>(now), size)
  }
  const object = { kind: 'unit-size', id: province }
  const changed = { units: stated.length }
  await record(tx, { province, account: null, unit: province, kind: 'unit-sizes-listed', object, changed, at: now })
}
