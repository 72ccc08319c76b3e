// Run by jobs.test.ts as a process of its own: takes a job, says so, and never ends it.
import { sql } from 'kysely'
import { startWorker } from '../../src/platform/jobs/worker.ts'
import { openLog } from '../../src/platform/log.ts'

const [url = ''] = process.argv.slice(2)
await startWorker({
  url,
  log: openLog('stdout'),
  rounds: [],
  tasks: {
    'count-up': async (_, { db }) => {
      await sql`insert into public.tried values ('begun')`.execute(db)
      process.stdout.write('begun\n')
      await new Promise(() => setInterval(() => undefined, 1_000))
    },
  },
})
