import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWhenStale } from '../../scripts/lib/building.mjs'
import { testSecret } from '../support/access.ts'
import { startServer, stopServer } from '../support/server.ts'
import { carry } from './load.ts'
import { inExampleProvince } from './place.ts'
import { startBare } from './portal.ts'
import { inRounds, printTable } from './table.ts'

const rounds = 5
const seconds = 2
const path = '/api/v1/units?limit=20&on=2026-09-30&fields=code,name,kind,level'

// What the API answers with: twenty units as they were called on a day, in the order of their codes.
const statement = `select unit.code, version.name, version.kind, version.level
  from unit_version version join unit on unit.id = version.unit_id
  where version.tree = 'state' and version.valid @> date '2026-09-30' order by unit.code limit 20`

/** Twenty rows from the API, against node:http and pg alone asking PostgreSQL for the same twenty each time. */
export async function bench(): Promise<void> {
  const { code, printed } = await buildWhenStale(() => undefined)
  if (code !== 0) throw new Error(printed)
  await inExampleProvince(async (url) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'kheo-bench-'))
    const environment = { PATH: process.env.PATH ?? '', PORT: '0', KHEO_SECRET: testSecret, KHEO_DATA: dataDir }
    const ours = await startServer({
      ...environment,
      ...{ KHEO_DATABASE_URL: url, KHEO_EXAMPLE: '1', KHEO_WORKER: '0', KHEO_API_PER_MINUTE: '9999999' },
    })
    const bare = await startBare('bare-pg.ts', statement, { DATABASE: url })
    try {
      for (const connections of [1, 50]) await compare(connections, bare.port, ours.port)
    } finally {
      bare.child.kill()
      await stopServer(ours.child)
      await rm(dataDir, { recursive: true })
    }
  })
}

async function compare(connections: number, bare: number, ours: number): Promise<void> {
  const through = (port: number, asked: string, headers: Record<string, string>) => async (): Promise<number> =>
    (await carry({ port, path: asked, connections, seconds, headers })).perSecond
  const rows = await inRounds(rounds, [
    { name: 'node:http and pg, the same twenty rows', work: through(bare, '/', {}) },
    { name: 'Khéo, an answer that is kept', work: through(ours, path, {}) },
    // A cookie of ours that is not about the look: the answer is made each time.
    { name: 'Khéo, answered anew each time', work: through(ours, path, { Cookie: 'kheo_form=bench' }) },
  ])
  const title = `API, 20 rows, ${connections} connection${connections > 1 ? 's' : ''}: ${rounds} rounds of ${seconds} s`
  printTable(title, 'answers/s', rows, 0)
}
