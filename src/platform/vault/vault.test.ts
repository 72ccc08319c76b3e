import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { newId, type Id } from '#kernel/ids.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { verifyChain } from '../audit.ts'
import { inScope } from '../database.ts'
import { prepareVault, rotateVault, vaultCounts } from './keys.ts'
import { makeRing, parseRing, readRing, ringPlace, type RingPlace } from './ring.ts'
import { digitsFor, dropSealed, findSealed, openVault, seal, unseal, type Vault } from './vault.ts'

const database = useDatabase()
const now = new Date('2026-11-10T02:00:00Z')
const address = 'ho.van.lam@xa-doi-che.example.vn'
const keyText = (id: string, byte: number): string => `${id}:${Buffer.alloc(32, byte).toString('base64')}`
const given = (text: string): RingPlace => ({ from: 'environment', text })

let place: TestProvince
let vault: Vault
beforeAll(async () => {
  place = await settleProvince(database)
})
beforeEach(async () => {
  await database.asOwner('delete from vault_item')
  await database.asOwner('delete from vault_key')
  vault = openVault(given(keyText('k1', 1)))
})

const inProvince = <T>(work: Parameters<typeof inScope<T>>[2]): Promise<T> =>
  inScope(database.db, { reach: 'province', province: place.province }, work)

async function kept(text = address, by: Vault = vault): Promise<Id<'VaultItem'>> {
  const { province, doiChe } = place
  return inProvince((tx) => seal(tx, by, { province, unit: doiChe, kind: 'work-email', text, at: now }))
}

async function opened(id: Id<'VaultItem'>, by: Vault = vault, kind = 'work-email'): Promise<string | null> {
  const opening = { reason: 'test', account: place.people.doiCheOfficer.account, unit: place.doiChe, at: now }
  return inProvince((tx) => unseal(tx, by, { province: place.province, id, kind }, opening))
}

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'kheo-vault-'))
  onTestFinished(() => rm(made, { recursive: true }))
  return made
}

describe('what is kept', () => {
  test('opens again, stands nowhere in the database as it was typed, and differs each time', async () => {
    const [one, other] = [await kept(), await kept()]
    expect(await opened(one)).toBe(address)
    const rows = await database.asOwner<{ body: Buffer }>('select body from vault_item')
    expect(rows.some((row) => row.body.includes('doi-che'))).toBe(false)
    expect(rows[0]?.body.equals(rows[1]?.body ?? Buffer.alloc(0))).toBe(false)
    expect(other).not.toBe(one)
  })

  test('is opened with a reason that the audit keeps, without what it says', async () => {
    const id = await kept()
    await opened(id)
    const rows = await database.asOwner<{ kind: string; changed: unknown; account_id: string }>(
      'select kind, changed, account_id from audit where object_id = $1',
      [id],
    )
    expect(rows).toEqual([
      {
        kind: 'vault-opened',
        changed: { field: 'work-email', reason: 'test' },
        account_id: place.people.doiCheOfficer.account,
      },
    ])
    expect(JSON.stringify(await database.asOwner('select * from audit'))).not.toContain('doi-che.example')
  })

  test('is found by what it says, in its own province only, and without opening anything', async () => {
    const id = await kept()
    const asked = { province: place.province, kind: 'work-email', text: address }
    const find = (change: Partial<typeof asked>) => inProvince((tx) => findSealed(tx, vault, { ...asked, ...change }))
    expect(await find({})).toEqual([id])
    expect(await find({ text: `${address}.` })).toEqual([])
    expect(await find({ kind: 'office-phone' })).toEqual([])
    const [row] = await database.asOwner<{ lookup: Buffer }>('select lookup from vault_item')
    const { province, gioLua } = place.other
    const twin = await inScope(database.db, { reach: 'province', province }, (tx) =>
      seal(tx, vault, { province, unit: gioLua, kind: 'work-email', text: address, at: now }),
    )
    const [other] = await database.asOwner<{ lookup: Buffer }>('select lookup from vault_item where id = $1', [twin])
    expect(row?.lookup.equals(other?.lookup ?? Buffer.alloc(0))).toBe(false)
  })

  test('erased is gone, and the chain of the audit is whole', async () => {
    const id = await kept()
    await opened(id)
    await inProvince((tx) => dropSealed(tx, { province: place.province, id }))
    expect(await opened(id)).toBeNull()
    expect(await verifyChain(database.db, place.province)).toHaveProperty('rows')
  })

  test('copied into another row, or taken for another kind, does not open', async () => {
    const [one, other] = [await kept(), await kept('ai.khac@example.vn')]
    await database.asOwner('update vault_item set body = (select body from vault_item where id = $1) where id = $2', [
      one,
      other,
    ])
    await expect(opened(other)).rejects.toThrow()
    await database.asOwner(`update vault_item set kind = 'office-phone' where id = $1`, [one])
    await expect(opened(one, vault, 'office-phone')).rejects.toThrow()
  })

  test('a changed byte is noticed', async () => {
    const id = await kept()
    await database.asOwner('update vault_item set body = set_byte(body, 30, (get_byte(body, 30) + 1) % 256)')
    await expect(opened(id)).rejects.toThrow()
  })

  test('two processes with two keys of one name: the second writes nothing', async () => {
    await kept()
    await expect(kept(address, openVault(given(keyText('k1', 9))))).rejects.toThrow(/Another vault key k1/)
  })
})

describe('the start', () => {
  test('with the key that encrypted, and others behind it, goes on', async () => {
    await kept()
    await prepareVault(database.url, given(`${keyText('k2', 2)},${keyText('k1', 1)}`))
  })

  test('with another key of the same name is refused in a sentence without the key', async () => {
    await kept()
    const wrong = given(keyText('k1', 7))
    await expect(prepareVault(database.url, wrong)).rejects.toThrow(/Khoá “k1” trong biến KHEO_VAULT_KEY không phải/)
    await expect(prepareVault(database.url, wrong)).rejects.not.toThrow(keyText('k1', 7).slice(3))
  })

  test('without the key that encrypted is refused in a sentence', async () => {
    await kept()
    await expect(prepareVault(database.url, given(keyText('k9', 1)))).rejects.toThrow(/Thiếu khoá “k1”/)
    const dataDir = await folder()
    await expect(prepareVault(database.url, ringPlace(dataDir, undefined))).rejects.toThrow(
      /Thiếu khoá “k1”.*vault-key/,
    )
    await expect(stat(join(dataDir, 'vault-key'))).rejects.toThrow('ENOENT')
  })

  test('in a new folder makes a key that only its owner reads', async () => {
    const dataDir = await folder()
    await prepareVault(database.url, ringPlace(dataDir, undefined))
    const file = join(dataDir, 'vault-key')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readFile(file, 'utf8')).toMatch(/^k1:[A-Za-z0-9+/]{43}=$/)
    await prepareVault(database.url, ringPlace(dataDir, undefined))
  })

  test('two at once use the key of one of them', async () => {
    const at = { from: 'file', dataDir: await folder() } as const
    const placed = { ...at, path: join(at.dataDir, 'vault-key') }
    const [one, other] = await Promise.all([makeRing(placed), makeRing(placed)])
    expect(one).toEqual(other)
  })

  test.each([
    ['', /tên:khoá/],
    ['k1:ngắn', /tên:khoá/],
    [Buffer.alloc(32).toString('base64'), /tên:khoá/],
    [`${keyText('k1', 1)},${keyText('k1', 2)}`, /cùng tên/],
  ])('with %j says what is wrong', (text, sentence) => {
    expect(() => parseRing(text, 'KHEO_VAULT_KEY')).toThrow(sentence)
  })
})

describe('another key', () => {
  test('in front encrypts what is new and everything else when asked; then the old one is not needed', async () => {
    const ids = [await kept(), await kept('hai@example.vn')]
    const both = given(`${keyText('k2', 2)},${keyText('k1', 1)}`)
    expect(await opened(ids[0] ?? newId(), openVault(both))).toBe(address)
    expect(await rotateVault(database.url, both)).toEqual({ key: 'k2', items: 2 })
    expect(await rotateVault(database.url, both)).toEqual({ key: 'k2', items: 0 })
    const only = given(keyText('k2', 2))
    await prepareVault(database.url, only)
    expect(await opened(ids[0] ?? newId(), openVault(only))).toBe(address)
    const found = await inProvince((tx) =>
      findSealed(tx, openVault(only), { province: place.province, kind: 'work-email', text: 'hai@example.vn' }),
    )
    expect(found).toEqual([ids[1]])
  })

  test('kept in a file is made by the command, and a process that runs sees it at once', async () => {
    const at = ringPlace(await folder(), undefined)
    await prepareVault(database.url, at)
    const running = openVault(at)
    const id = await kept(address, running)
    expect(await rotateVault(database.url, at)).toEqual({ key: 'k2', items: 1 })
    expect(await opened(id, running)).toBe(address)
    expect(await vaultCounts(database.url, at)).toEqual([
      { key: 'k1', items: 0, inUse: false },
      { key: 'k2', items: 1, inUse: true },
    ])
    expect((await readRing(at))?.keys.map((key) => key.id)).toEqual(['k2', 'k1'])
  })

  test('that does not open everything changes nothing', async () => {
    const id = await kept()
    await expect(rotateVault(database.url, given(keyText('k2', 2)))).rejects.toThrow(/Thiếu khoá “k1”/)
    expect(await opened(id)).toBe(address)
  })
})

test('the digits of a code are the same each time, six, and others for another id', async () => {
  const [one, other] = [newId(), newId()]
  const first = await digitsFor(vault, 'contact-code', one)
  expect(first[0]).toMatch(/^\d{6}$/)
  expect(await digitsFor(vault, 'contact-code', one)).toEqual(first)
  expect(await digitsFor(vault, 'contact-code', other)).not.toEqual(first)
  expect(await digitsFor(vault, 'another-purpose', one)).not.toEqual(first)
})

test('a file that was cut short is refused, not replaced', async () => {
  const dataDir = await folder()
  await writeFile(join(dataDir, 'vault-key'), 'k1:abc')
  await expect(prepareVault(database.url, ringPlace(dataDir, undefined))).rejects.toThrow(/vault-key phải có dạng/)
  expect(await readFile(join(dataDir, 'vault-key'), 'utf8')).toBe('k1:abc')
})
