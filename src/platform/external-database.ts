import pg from 'pg'
import type { EmbeddedDatabase } from './launcher.ts'
import { StartRefused } from './launcher/refusal.ts'

/** The operator's own server, once it is known to be one that Khéo can work with. */
export async function externalDatabase(url: string): Promise<EmbeddedDatabase> {
  try {
    await withClient(url, refuseUnfit)
  } catch (error) {
    if (error instanceof StartRefused) throw error
    // Never the address itself: it may hold a password.
    const reason = error instanceof Error ? error.message || (error as { code?: string }).code : String(error)
    throw new StartRefused(`Không kết nối được cơ sở dữ liệu trong DATABASE_URL: ${reason}.`)
  }
  return { url, lost: new Promise(() => undefined), stop: async () => undefined }
}

async function refuseUnfit(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Facts>(`
    select current_setting('server_version_num')::int as version,
           current_setting('server_version') as shown,
           current_setting('server_encoding') as encoding,
           exists (select from pg_collation where collname = 'vi-x-icu') as sorts,
           array(select wanted from unnest(array['pg_trgm', 'btree_gist']) wanted
                 where wanted not in (select name from pg_available_extensions)) as missing`)
  const sentence = rows[0] && unfitness(rows[0])
  if (sentence) throw new StartRefused(sentence)
}

type Facts = { version: number; shown: string; encoding: string; sorts: boolean; missing: string[] }

function unfitness(facts: Facts): string | undefined {
  if (facts.version < 150000) {
    return `Khéo cần PostgreSQL từ bản 15; máy chủ trong DATABASE_URL là bản ${facts.shown}.`
  }
  if (facts.encoding !== 'UTF8') {
    return `Cơ sở dữ liệu trong DATABASE_URL phải dùng mã UTF8 (encoding); hiện là ${facts.encoding}.`
  }
  if (!facts.sorts) {
    return 'Máy chủ trong DATABASE_URL không có bảng sắp xếp tiếng Việt vi-x-icu (PostgreSQL được dựng không kèm ICU).'
  }
  if (facts.missing.length > 0) {
    return `Máy chủ trong DATABASE_URL thiếu phần mở rộng (extension) ${facts.missing.join(', ')}; hãy cài gói postgresql-contrib.`
  }
  return undefined
}

/** One connection for the length of `work`. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
