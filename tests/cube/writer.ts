import { monthOf } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import { inScope, openDatabase } from '#platform/database.ts'
import { setStanding, writeFigures } from '#modules/figures/commands.server.ts'
import { askCube, openCube } from '#modules/figures/cube.server.ts'
import type { SourcedSet } from '#modules/figures/figure-set.ts'
import type { IndicatorVersionId } from '#modules/figures/indicator.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { measureOf } from '../support/cube-world.ts'

// A process of its own: `write URL PROVINCE UNITS ROUNDS` writes one figure after another, `fill URL UNITS` asks a cold cube.
// It is killed at any moment, so it says nothing but that it has begun; asked to end (SIGTERM), it ends after the figure at hand.

const [what, url = '', ...more] = process.argv.slice(2)
await (what === 'write' ? write(more) : fillForEver(more))

async function write([province = '', units = '', rounds = '', from = '1']: string[]): Promise<void> {
  const db = openDatabase(url, { max: 2 })
  const list = units.split(',')
  let isWanted = true
  process.once('SIGTERM', () => (isWanted = false))
  process.stdout.write('begun\n')
  for (let round = 0; isWanted && round < Number(rounds); round += 1) {
    const unit = list[round % list.length] as UnitId
    const { from: first, to } = monthOf(2026, (round % 3) + 1)
    const set: SourcedSet = {
      ...{ province: province as UnitId, unit, from: first, to, origin: 'entered' },
      id: idOf(unit, first, from) as SourcedSet['id'],
    }
    await inScope(db, { reach: 'province', province: province as UnitId }, async (tx) => {
      const value = { state: 'reported', amount: quantity(round + 1), qualifier: 'exact' } as const
      const figure = { value, raw: `${round + 1}`, note: '', basis: 'typed' } as const
      const indicator = `TX${from}@1` as IndicatorVersionId
      await writeFigures(tx, set, [{ indicator, dimension: '', figure }], { account: null, at: new Date() })
      if (round % 3 !== 1) await setStanding(tx, set, 'published')
    })
  }
  await db.destroy()
}

/** The same set for the same unit and month, whoever writes it. */
function idOf(unit: string, from: string, writer: string): string {
  return `${unit.slice(0, 26)}${from.replaceAll('-', '')}${writer.padStart(2, '0')}`
}

async function fillForEver([units = '']: string[]): Promise<void> {
  process.stdout.write('begun\n')
  for (;;) {
    const cube = openCube(url)
    await askCube(
      cube,
      { kind: 'public' },
      {
        ...{ measures: ['TX1', 'TX2', 'TX3'].map((code) => measureOf(code)), units: units.split(',') as UnitId[] },
        ...{ periods: [monthOf(2026, 1)], map: { kind: 'reported' }, counts: 'published', from: 'communes' },
      },
    )
    await cube.close()
  }
}
