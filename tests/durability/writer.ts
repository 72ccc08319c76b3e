// node writer.ts write FOLDER NOTES: commits rows until it is killed, noting each one only after its commit was acknowledged.
// node writer.ts read FOLDER: prints the numbers that are there.
import { appendFileSync } from 'node:fs'
import pg from 'pg'
import { startEmbedded } from '../../src/platform/launcher.ts'
import { StartRefused } from '../../src/platform/launcher/refusal.ts'

const [mode = '', dataDir = '', notes = ''] = process.argv.slice(2)

try {
  const server = await startEmbedded({ dataDir })
  await (mode === 'write' ? write(server.url) : read(server.url))
  await server.stop()
} catch (error) {
  process.stderr.write(error instanceof StartRefused ? `${error.message}\n` : String(error))
  process.exitCode = 1
}

async function write(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 4 })
  await pool.query('create table if not exists ledger (n bigint primary key)')
  const { rows } = await pool.query<{ n: string }>('select coalesce(max(n), 0) as n from ledger')
  let last = Number(rows[0]?.n)
  process.stdout.write('ready\n')
  const lane = async (): Promise<never> => {
    for (;;) {
      last += 1
      const mine = last
      await pool.query('insert into ledger values ($1)', [mine])
      appendFileSync(notes, `${mine}\n`)
    }
  }
  await Promise.all([lane(), lane(), lane(), lane()])
}

async function read(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ made: boolean }>(`select to_regclass('ledger') is not null as made`)
  const numbers = rows[0]?.made ? (await client.query<{ n: string }>('select n from ledger order by n')).rows : []
  process.stdout.write(JSON.stringify(numbers.map((row) => Number(row.n))))
  await client.end()
}
