import pg from 'pg'
import { StartRefused } from '../launcher/refusal.ts'
import { addKey, makeRing, proofOf, readRing, type Ring, type RingPlace } from './ring.ts'
import { decrypted, encrypted, keyNamed, lookupOf } from './vault.ts'

/**
 * The keys with which an installation starts. Throws StartRefused, in a sentence, when something here was encrypted with a
 * key that is not given, or with another key of the same name: better no start than a page that fails each time.
 */
export async function prepareVault(url: string, place: RingPlace): Promise<void> {
  await asOwner(url, async (client) => {
    const used = await keysInUse(client)
    const ring = (await readRing(place)) ?? (used.length === 0 ? await firstRing(place) : null)
    for (const known of used) refuseUnknown(known, ring, place)
    // Known but without anything encrypted: the name is free for another key.
    await client.query('delete from vault_key where not exists (select from vault_item where key_id = vault_key.id)')
  })
}

/** How many items each key encrypted; what `kheo vault` prints. */
export async function vaultCounts(
  url: string,
  place: RingPlace,
): Promise<{ key: string; items: number; inUse: boolean }[]> {
  const ring = await readRing(place)
  return asOwner(url, async (client) => {
    const { rows } = await client.query<{ key: string; items: number }>(
      `select vault_key.id as key, count(vault_item.id)::int as items
       from vault_key left join vault_item on vault_item.key_id = vault_key.id group by vault_key.id order by vault_key.made_at`,
    )
    return rows.map((row) => ({ ...row, inUse: ring?.keys[0].id === row.key }))
  })
}

/**
 * Encrypts everything again with the key in use. A key in a file is made anew first; one in the environment was put in front
 * by the operator. Killed in the middle, it goes on where it was: both keys still open.
 */
export async function rotateVault(url: string, place: RingPlace): Promise<{ key: string; items: number }> {
  const before = await readRing(place)
  if (!before) throw new StartRefused('Két chưa có khoá nào: khởi động hệ thống một lần trước.')
  const ring = place.from === 'file' ? await addKey(place, before) : before
  const [key] = ring.keys
  return asOwner(url, async (client) => {
    for (const known of await keysInUse(client)) refuseUnknown(known, ring, place)
    await client.query('insert into vault_key (id, proof, made_at) values ($1, $2, now()) on conflict do nothing', [
      key.id,
      proofOf(key),
    ])
    let items = 0
    for (let changed = 1; changed > 0; items += changed) changed = await resealSome(client, ring)
    return { key: key.id, items }
  })
}

type Kept = { province: string; id: string; kind: string; key: string; body: Buffer }

async function resealSome(client: pg.Client, ring: Ring): Promise<number> {
  const [key] = ring.keys
  await client.query('begin')
  try {
    // Locked: what its officer changes this moment is changed after us or before us, never under us.
    const { rows } = await client.query<Kept>(
      `select province_id as province, id, kind, key_id as key, body from vault_item
       where key_id <> $1 order by province_id, id limit 500 for update`,
      [key.id],
    )
    for (const row of rows) {
      const ref = { province: row.province, id: row.id, kind: row.kind } as Parameters<typeof encrypted>[1]
      const text = decrypted(keyNamed(ring, row.key), ref, row.body)
      await client.query(
        'update vault_item set key_id = $3, body = $4, lookup = $5 where province_id = $1 and id = $2',
        [row.province, row.id, key.id, encrypted(key, ref, text), lookupOf(key, ref, text)],
      )
    }
    await client.query('commit')
    return rows.length
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function firstRing(place: RingPlace): Promise<Ring> {
  if (place.from === 'file') return makeRing(place)
  throw new Error('A key in the environment was read a moment ago')
}

async function keysInUse(client: pg.Client): Promise<{ id: string; proof: Buffer }[]> {
  const { rows } = await client.query<{ id: string; proof: Buffer }>(
    'select id, proof from vault_key where exists (select from vault_item where key_id = vault_key.id) order by id',
  )
  return rows
}

function refuseUnknown(known: { id: string; proof: Buffer }, ring: Ring | null, place: RingPlace): void {
  const where = place.from === 'file' ? `tệp ${place.path}` : 'biến KHEO_VAULT_KEY'
  const key = ring?.keys.find((one) => one.id === known.id)
  if (!key) {
    throw new StartRefused(
      `Thiếu khoá “${known.id}” đã mã hoá dữ liệu cá nhân: ${where} không có khoá này. Lấy lại khoá từ nơi cất giữ; không có khoá thì dữ liệu đó không mở được.`,
    )
  }
  if (!proofOf(key).equals(known.proof)) {
    throw new StartRefused(
      `Khoá “${known.id}” trong ${where} không phải khoá đã mã hoá dữ liệu cá nhân ở đây. Lấy lại đúng khoá, hoặc đặt tên khác cho khoá mới.`,
    )
  }
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: '-c role=kheo_owner' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
