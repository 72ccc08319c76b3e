import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { newId, type Id } from '../../kernel/ids.ts'
import { record } from '../audit.ts'
import type { Tx } from '../database.ts'
import { derived, proofOf, readRing, type Ring, type RingPlace, type VaultKey } from './ring.ts'

/** Which piece of personal data, and of what kind: `work-email`. */
export type VaultRef = { province: Id<'Unit'>; id: Id<'VaultItem'>; kind: string }

/** Why somebody opens a piece: a code word that the audit keeps. */
export type Opening = { reason: string; account: Id<'Account'> | null; unit: Id<'Unit'> | null; at: Date }

/** The vault of an installation: where its keys are. They are read when needed, so that an added key is seen at once. */
export type Vault = { ring(): Promise<Ring> }

export function openVault(place: RingPlace): Vault {
  return {
    async ring() {
      const ring = await readRing(place)
      if (!ring) throw new Error('The vault has no key: it is made or asked for at start')
      return ring
    },
  }
}

/** Encrypts a text into a new item; the same text in the same province and kind is found again by `findSealed`. */
export async function seal(
  tx: Tx,
  vault: Vault,
  kept: { province: Id<'Unit'>; unit: Id<'Unit'>; kind: string; text: string; at: Date },
): Promise<Id<'VaultItem'>> {
  const [key] = (await vault.ring()).keys
  const ref: VaultRef = { province: kept.province, id: newId<'VaultItem'>(kept.at), kind: kept.kind }
  await knowKey(tx, key, kept.at)
  await tx
    .insertInto('vault_item')
    .values({
      province_id: ref.province,
      id: ref.id,
      unit_id: kept.unit,
      kind: ref.kind,
      key_id: key.id,
      body: encrypted(key, ref, kept.text),
      lookup: lookupOf(key, ref, kept.text),
      kept_at: kept.at,
    })
    .execute()
  return ref.id
}

/**
 * Opens one item and records that it was opened, by whom and why, never what it says.
 * Call it last in its transaction, as every `record`. Null when there is no such item in the transaction's scope.
 */
export async function unseal(tx: Tx, vault: Vault, ref: VaultRef, opening: Opening): Promise<string | null> {
  const row = await tx
    .selectFrom('vault_item')
    .select(['key_id', 'body'])
    .where('province_id', '=', ref.province)
    .where('id', '=', ref.id)
    .where('kind', '=', ref.kind)
    .executeTakeFirst()
  if (!row) return null
  const text = decrypted(keyNamed(await vault.ring(), row.key_id), ref, row.body)
  await record(tx, {
    province: ref.province,
    account: opening.account,
    unit: opening.unit,
    kind: 'vault-opened',
    object: { kind: 'vault-item', id: ref.id },
    changed: { field: ref.kind, reason: opening.reason },
    at: opening.at,
  })
  return text
}

/** The items of a province and kind that say exactly this. Nothing is opened: hashes are compared. */
export async function findSealed(
  tx: Tx,
  vault: Vault,
  wanted: { province: Id<'Unit'>; kind: string; text: string },
): Promise<Id<'VaultItem'>[]> {
  const { keys } = await vault.ring()
  const rows = await tx
    .selectFrom('vault_item')
    .select('id')
    .where('province_id', '=', wanted.province)
    .where('kind', '=', wanted.kind)
    .where(
      'lookup',
      'in',
      keys.map((key) => lookupOf(key, wanted, wanted.text)),
    )
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id as Id<'VaultItem'>)
}

/** The items that say the same as one of them, by their hashes: nothing is opened. Items under two keys are not told alike. */
export async function sealedLike(tx: Tx, ref: VaultRef): Promise<Id<'VaultItem'>[]> {
  const rows = await tx
    .selectFrom('vault_item as item')
    .innerJoin('vault_item as other', (join) =>
      join
        .onRef('other.province_id', '=', 'item.province_id')
        .onRef('other.kind', '=', 'item.kind')
        .onRef('other.lookup', '=', 'item.lookup'),
    )
    .select('other.id')
    .where('item.province_id', '=', ref.province)
    .where('item.id', '=', ref.id)
    .where('item.kind', '=', ref.kind)
    .orderBy('other.id')
    .execute()
  return rows.map((row) => row.id as Id<'VaultItem'>)
}

/** Erases an item for good; the audit keeps that it was there and who opened it. */
export async function dropSealed(tx: Tx, ref: Pick<VaultRef, 'province' | 'id'>): Promise<void> {
  await tx.deleteFrom('vault_item').where('province_id', '=', ref.province).where('id', '=', ref.id).execute()
}

/** A short number for a purpose, the same each time it is computed: nothing of it needs to be stored. */
export async function digitsFor(vault: Vault, purpose: string, id: string): Promise<string[]> {
  const { keys } = await vault.ring()
  return keys.map((key) => {
    const hash = createHmac('sha256', derived(key, `digits|${purpose}`))
      .update(id)
      .digest()
    return String(hash.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
  })
}

/** Remembers the key that encrypts now, so that a later start can tell a wrong one. */
async function knowKey(tx: Tx, key: VaultKey, at: Date): Promise<void> {
  const proof = proofOf(key)
  await tx
    .insertInto('vault_key')
    .values({ id: key.id, proof, made_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const known = await tx.selectFrom('vault_key').select('proof').where('id', '=', key.id).executeTakeFirstOrThrow()
  // Two processes with two keys of one name: what one encrypts the other could never open.
  if (!known.proof.equals(proof)) throw new Error(`Another vault key ${key.id} has encrypted something here`)
}

export function keyNamed(ring: Ring, id: string): VaultKey {
  const key = ring.keys.find((one) => one.id === id)
  if (!key) throw new Error(`The vault key ${id} is not among those given`)
  return key
}

const nonceLength = 12
const tagLength = 16

/** Nonce, tag, text. Bound to its place: copied into another row it does not open. */
export function encrypted(key: VaultKey, ref: VaultRef, text: string): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', derived(key, 'seal'), nonce)
  cipher.setAAD(placeOf(ref))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

export function decrypted(key: VaultKey, ref: VaultRef, body: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', derived(key, 'seal'), body.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
  decipher.setAAD(placeOf(ref))
  decipher.setAuthTag(body.subarray(nonceLength, nonceLength + tagLength))
  return Buffer.concat([decipher.update(body.subarray(nonceLength + tagLength)), decipher.final()]).toString('utf8')
}

/** Per province: two provinces cannot compare their hashes. */
export function lookupOf(key: VaultKey, of: { province: string; kind: string }, text: string): Buffer {
  return createHmac('sha256', derived(key, `lookup|${of.province}`))
    .update(`${of.kind}|${text}`)
    .digest()
}

function placeOf(ref: VaultRef): Buffer {
  return Buffer.from(`${ref.province}|${ref.id}|${ref.kind}`)
}
