import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Actor } from '#modules/access/actor.ts'
import { beginReport } from '#modules/reporting/commands.server.ts'
import { saveCells } from '#modules/reporting/entry-commands.server.ts'
import { currentTemplate } from '#modules/reporting/report.ts'
import { lastKnownUnit } from '#modules/territory/queries.server.ts'
import { newId } from '#kernel/ids.ts'
import { parseCellKey } from '#modules/figures/indicator.ts'
import { localDate } from '#kernel/local-date.ts'
import { inScope, openDatabase } from '#platform/database.ts'
import { startEmbedded } from '#platform/launcher.ts'
import { migrate } from '#platform/migrations.ts'
import { loadReference } from '#platform/reference.ts'
import { loadExample } from '../../src/example.ts'
import { inRounds, printTable, timed } from './table.ts'

const rounds = 30

/** Saving figures on the embedded server with its own settings (every commit reaches the disk), against one bare insert. */
export async function bench(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kheo-bench-entry-'))
  const server = await startEmbedded({ dataDir })
  try {
    await migrate(server.url)
    await loadReference(server.url)
    await loadExample(server.url)
    await measure(server.url)
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function measure(url: string): Promise<void> {
  const db = openDatabase(url, { max: 2 })
  const bare = new pg.Client({ connectionString: url })
  await bare.connect()
  await bare.query('create table bench_row (n serial primary key, text text not null)')
  const unit = await inScope(db, { reach: 'public' }, (tx) => lastKnownUnit(tx, 'vi-du-song-xanh'))
  if (!unit) throw new Error('The example province is not there')
  const { province } = unit
  const actor: Actor = { account: newId<'Account'>(), name: 'Đo', duty: 'commune-officer', unit: unit.unit, province }
  const ctx = { db, actor, now: new Date() }
  // A range of its own: the example's quarters are taken.
  const period = { regime: 'range', from: localDate('2026-10-01'), to: localDate('2026-10-31') } as const
  const begun = await beginReport(ctx, { unit: unit.unit, template: currentTemplate, period })
  if (!begun.ok) throw new Error(JSON.stringify(begun))
  const typed = new Map<string, string>()
  const save = async (keys: readonly string[]): Promise<void> => {
    const entries = keys.map((key) => {
      const was = { raw: typed.get(key) ?? '', note: '' }
      typed.set(key, String(1 + Math.floor(Math.random() * 9_000)))
      return { cell: parseCellKey(key), raw: typed.get(key) ?? '', note: '', was }
    })
    const saved = await saveCells({ ...ctx, now: new Date() }, begun.value, entries)
    if (!saved.ok) throw new Error(JSON.stringify(saved))
  }
  const ten = ['D01', 'D02', 'D03', 'D05', 'D09', 'D10', 'E01', 'E02', 'E16', 'F01']
  const rows = await inRounds(
    rounds,
    [
      {
        name: 'one row in one statement, on a bare connection',
        work: () => timed(() => bare.query(`insert into bench_row (text) values ('x')`)),
      },
      { name: 'one figure saved: value, history, version, audit', work: () => timed(() => save(['F05'])) },
      { name: 'ten figures saved at once', work: () => timed(() => save(ten)) },
    ],
    3,
  )
  printTable(`Entry, every commit on disk: ${rounds} rounds`, 'ms', rows)
  await bare.end()
  await db.destroy()
}
