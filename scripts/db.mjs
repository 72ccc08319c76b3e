// npm run db -- new NAME   the next numbered migration, ready to be written
//               sums       adds new migrations to SHA256SUMS, once they are final
//               types      writes db/schema.ts, and dump writes db/schema.sql, from a throw-away PostgreSQL 15
//               landed     writes tests/upgrade/<version>.sql, kept when a version lands
//               register   writes the units of db/reference again from db/register
//               up         migrates the database of DATABASE_URL, or the embedded one, without serving
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInTerminal } from './lib/programs.mjs'
import { appendSums, migrationsIn } from './lib/sums.mjs'

const root = join(import.meta.dirname, '..')
const [command = '', ...words] = process.argv.slice(2)

/** @type {Record<string, () => void | Promise<void>>} */
const commands = {
  new: startMigration,
  sums: listMigrations,
  types: () => onNode24('types'),
  dump: () => onNode24('dump'),
  landed: () => onNode24('landed'),
  register: () => scriptOnNode24('scripts/register/build.mjs'),
  up: () => onNode24('up'),
}
const run = commands[command]
if (run) await run()
else stop(`npm run db -- ${Object.keys(commands).join(' | ')}`)

function startMigration() {
  const name = words.join('_').toLowerCase()
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    return stop('Give it a name in a few English words: npm run db -- new reception_calendar')
  const last = Number(migrationsIn(root).at(-1)?.slice(0, 4) ?? 0)
  const file = `db/migrations/${String(last + 1).padStart(4, '0')}_${name}.sql`
  writeFileSync(
    join(root, file),
    '-- One idea: what changes, for whom, and why it is safe while the old version still runs.\n',
    {
      flag: 'wx',
    },
  )
  console.log(file)
}

function listMigrations() {
  const added = appendSums(root)
  console.log(added.length ? `Added to SHA256SUMS: ${added.join(', ')}` : 'SHA256SUMS already lists every migration.')
}

/** @param {string} wanted */
async function onNode24(wanted) {
  await scriptOnNode24('scripts/lib/database-files.mjs', wanted)
}

/** @param {string} script @param {string[]} words */
async function scriptOnNode24(script, ...words) {
  process.exitCode = await runInTerminal([script, ...words], { server: false })
}

/** @param {string} sentence */
function stop(sentence) {
  console.error(sentence)
  process.exitCode = 2
}
