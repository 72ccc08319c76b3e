import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFileStore, s3Settings } from './open-store.ts'
import { localStore } from './local-store.ts'
import { sweepFiles, type FileStore } from './store.ts'

let folder: string
let server: S3rver
let endpoint: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-files-'))
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'kheo', configs: [] }],
  })
  const { port } = await server.run()
  endpoint = `http://127.0.0.1:${port}/kheo`
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const nameOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex')
const tomorrow = new Date(Date.now() + 25 * 3_600_000)

async function listed(store: FileStore): Promise<string[]> {
  const names: string[] = []
  for await (const one of store.list()) names.push(one.sha256)
  return names.sort()
}

describe.each(['a folder', 'a bucket'])('%s', (kind) => {
  const open = (): FileStore =>
    kind === 'a folder'
      ? openFileStore({ KHEO_DATA: join(folder, 'data') })
      : openFileStore({
          KHEO_S3_ENDPOINT: endpoint,
          KHEO_S3_KEY: 'S3RVER',
          KHEO_S3_SECRET: 'S3RVER',
          KHEO_S3_REGION: 'us-east-1',
          KHEO_S3_PREFIX: '/tep/',
        })
  const small = Buffer.from('Xã Sông Xanh: Ở Ữ Ặ')
  const large = Buffer.alloc(9 * 1024 * 1024, 'khéo')

  test('gives back byte for byte what was put, and the same bytes are kept once', async () => {
    const store = open()
    for (const content of [small, large, small]) await store.put(nameOf(content), content)
    expect(await store.get(nameOf(small))).toEqual(small)
    expect((await store.get(nameOf(large)))?.equals(large)).toBe(true)
    expect(await listed(store)).toEqual([nameOf(small), nameOf(large)].sort())
  })

  test('answers null for what it never had, and takes no other name than a sha256', async () => {
    const store = open()
    expect(await store.get('0'.repeat(64))).toBeNull()
    await expect((async () => store.get('../../etc/passwd'))()).rejects.toThrow(/name of a file/)
  })

  test('is swept of what no row names, but only after a day', async () => {
    const store = open()
    const kept = async (names: readonly string[]): Promise<Set<string>> =>
      new Set(names.filter((name) => name === nameOf(small)))
    expect(await sweepFiles(store, kept, new Date())).toBe(0)
    expect(await sweepFiles(store, kept, tomorrow)).toBe(1)
    expect(await listed(store)).toEqual([nameOf(small)])
    expect(await store.get(nameOf(large))).toBeNull()
  })

  test('keeps what was put again while it was being swept', async () => {
    const store = open()
    const soon = new Date(Date.now() - 1000)
    await store.put(nameOf(small), small)
    expect(await store.remove(nameOf(small), soon)).toBe(false)
    expect(await store.get(nameOf(small))).toEqual(small)
  })
})

describe('the folder', () => {
  test('is readable by its owner alone, and holds nothing half written', async () => {
    const place = join(folder, 'own')
    const content = Buffer.from('kín')
    await localStore(place).put(nameOf(content), content)
    const file = join(place, nameOf(content).slice(0, 2), nameOf(content))
    expect([(await stat(file)).mode & 0o777, (await stat(place)).mode & 0o777]).toEqual([0o600, 0o700])
    expect(await readdir(join(file, '..'))).toEqual([nameOf(content)])
  })

  test('what a process left half written yesterday is swept, what is being written now is not', async () => {
    const place = join(folder, 'half')
    const content = Buffer.from('nguyên')
    const store = localStore(place)
    await store.put(nameOf(content), content)
    const shelf = join(place, nameOf(content).slice(0, 2))
    const yesterday = new Date(Date.now() - 25 * 3_600_000)
    await writeFile(join(shelf, 'a.half'), 'dở')
    await writeFile(join(shelf, 'b.half'), 'dở')
    await utimes(join(shelf, 'a.half'), yesterday, yesterday)
    expect(await listed(store)).toEqual([nameOf(content)])
    expect((await readdir(shelf)).sort()).toEqual([nameOf(content), 'b.half'].sort())
  })

  test('bytes that were changed behind our back are not given out', async () => {
    const place = join(folder, 'changed')
    const content = Buffer.from('thật')
    await localStore(place).put(nameOf(content), content)
    await writeFile(join(place, nameOf(content).slice(0, 2), nameOf(content)), 'giả')
    await expect(localStore(place).get(nameOf(content))).rejects.toThrow(/altered/)
  })

  test('on a full disk nothing stays, and the answer is that there is no room', () => {
    // A real disk of 256 KB, in a mount of its own that ends with the process.
    const disk = join(folder, 'disk')
    const script = `
      import { createHash } from 'node:crypto'
      import { readdirSync } from 'node:fs'
      import { localStore } from '${join(process.cwd(), 'src/platform/files/local-store.ts')}'
      const store = localStore('${disk}')
      const content = Buffer.alloc(1024 * 1024, 'x')
      const name = createHash('sha256').update(content).digest('hex')
      const said = await store.put(name, content).then(() => 'kept', (error) => error.name)
      console.log(said, JSON.stringify(readdirSync('${disk}/' + name.slice(0, 2))))`
    const mounted = 'mkdir -p "$1" && mount -t tmpfs -o size=256k tmpfs "$1" && exec "$2" --input-type=module -e "$3"'
    const said = execFileSync(
      'unshare',
      ['--user', '--map-root-user', '--mount', 'sh', '-c', mounted, 'sh', disk, process.execPath, script],
      { encoding: 'utf8' },
    )
    expect(said.trim()).toBe('NoRoom []')
  })
})

test.each([
  [{ KHEO_S3_ENDPOINT: 'kho' }, /KHEO_S3_ENDPOINT phải là địa chỉ/],
  [{ KHEO_S3_ENDPOINT: 'https://s3.vi-du.vn/kheo' }, /KHEO_S3_KEY và KHEO_S3_SECRET/],
  [{ KHEO_S3_ENDPOINT: 'ftp://s3.vi-du.vn/kheo', KHEO_S3_KEY: 'a', KHEO_S3_SECRET: 'b' }, /địa chỉ/],
])('half a setting is refused before the start: %j', (env, sentence) => {
  expect(() => s3Settings(env)).toThrow(sentence)
})

test('a bucket that is not there is a fault, not an empty store', async () => {
  const away = openFileStore({ KHEO_S3_ENDPOINT: 'http://127.0.0.1:9/kheo', KHEO_S3_KEY: 'a', KHEO_S3_SECRET: 'b' })
  await expect(away.put('0'.repeat(64), Buffer.from('x'))).rejects.toThrow()
  await expect(away.get('0'.repeat(64))).rejects.toThrow()
})
