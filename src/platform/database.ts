import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../kernel/scope.ts'

/** The whole connection pool; only `inScope` and the migrations touch it. */
export type Db = Kysely<Database>
/** One open transaction, already inside a scope. Functions that write take this. */
export type Tx = Kysely<Database>

pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)
pg.types.setTypeParser(pg.types.builtins.INT8, (count) => Number(count))

/** Connects as `kheo_app`, which owns nothing and cannot bypass row security. */
export function openDatabase(url: string, options: { max?: number; role?: 'kheo_app' | 'kheo_reader' } = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    // A page asks short questions: compiling one (a server's default where it could) takes longer than its rows.
    options: `-c role=${options.role ?? 'kheo_app'} -c jit=off`,
  })
  // An idle connection that breaks (the server restarted) must not end the process; the next query reconnects or throws.
  pool.on('error', () => undefined)
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}

/** Runs `work` in one transaction whose scope lasts exactly as long as it does. */
export async function inScope<T>(db: Db, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    // One simple-protocol string: one round trip, and nothing of it survives the transaction.
    await sql.raw(`${beginning(scope)}; ${scopeSettings(scope)}`).execute(connection)
    try {
      const result = await work(connection)
      await sql.raw('commit').execute(connection)
      return result
    } catch (error) {
      await sql.raw('rollback').execute(connection)
      throw error
    }
  })
}

function beginning(scope: Scope): string {
  return scope.reach !== 'public' && scope.readOnly ? 'begin read only' : 'begin'
}

function scopeSettings(scope: Scope): string {
  const province = scope.reach === 'public' ? '' : scope.province
  const unit = scope.reach === 'unit' ? scope.unit : ''
  return [
    `set local app.reach = ${literal(scope.reach)}`,
    `set local app.province_id = ${literal(province)}`,
    `set local app.unit_id = ${literal(unit)}`,
    ...alsoRead(scope),
  ].join('; ')
}

/** Only where there is something: most transactions pay nothing for it. */
function alsoRead(scope: Scope): string[] {
  if (scope.reach === 'public' || !scope.also?.length) return []
  const setting = scope.reach === 'unit' ? 'app.also_units' : 'app.also_provinces'
  return [`set local ${setting} = ${literal(scope.also.join(','))}`]
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
