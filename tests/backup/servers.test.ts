import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyChain } from '#platform/audit.ts'
import { openDatabase } from '#platform/database.ts'
import { migrate } from '#platform/migrations.ts'
import { loadReference } from '#platform/reference.ts'
import { ask, backedUp, ended, kheo, restored, useFolder } from '../support/backup.ts'
import { startCluster, type Cluster, type ServerKind } from '../support/cluster.ts'
import { settleProvince } from '../support/province.ts'
import { desk } from '../support/reports.ts'

const folder = useFolder()
const servers: Partial<Record<ServerKind, Cluster>> = {}

beforeAll(async () => {
  servers.debian = await startCluster('debian')
  servers.embedded = await startCluster('embedded')
}, 240_000)
afterAll(async () => {
  await servers.debian?.stop()
  await servers.embedded?.stop()
})

function server(kind: ServerKind): Cluster {
  const cluster = servers[kind]
  if (!cluster) throw new Error(`No ${kind} server`)
  return cluster
}

/** A province that has worked, on that server. */
async function worked(
  kind: ServerKind,
  name: string,
): Promise<{ url: string; province: Awaited<ReturnType<typeof settleProvince>> }> {
  const url = server(kind).url(name)
  await ask(server(kind).url('postgres'), `create database ${name}`)
  await migrate(url)
  await loadReference(url)
  const db = openDatabase(url, { max: 2 })
  const database = { db, url, asOwner: (text: string, values: unknown[] = []) => ask(url, text, values) } as Parameters<
    typeof desk
  >[0]
  const province = await settleProvince(database)
  await desk(database).published(province.people.doiCheLeader, province.people.reviewer, {
    F01: '1.240',
    F02: 'khoảng 12',
  })
  await db.destroy()
  return { url, province }
}

/** A database as docs/how-to/deploy.md asks for it: its login owns it, may make roles, and is no superuser. */
async function operatorsDatabase(kind: ServerKind, name: string): Promise<string> {
  const admin = server(kind).url('postgres')
  await ask(admin, `create role operator_${name} login createrole`)
  await ask(admin, `create database ${name} owner operator_${name} encoding 'UTF8' template template0`)
  return server(kind).url(name).replace('kheo@', `operator_${name}@`)
}

describe.each([
  ['debian', 'embedded'],
  ['embedded', 'debian'],
] as const)('a backup of %s', (from, to) => {
  test(
    `comes back on ${to}, under a login that is no superuser, and holds the same there`,
    { timeout: 240_000 },
    async () => {
      const { url, province } = await worked(from, `source_${from}`)
      const whole = await backedUp(url, folder.path(`${from}.kheo`))
      const target = await operatorsDatabase(to, `target_${from}`)
      expect((await restored(target, folder.path(`${from}.kheo`))).tables).toEqual(whole.tables)
      const back = await backedUp(target, folder.path(`${from}-${to}.kheo`))
      expect(back.tables).toEqual(whole.tables)
      expect(back.head.server.split('.')[0]).not.toBe(whole.head.server.split('.')[0])
      const db = openDatabase(target, { max: 1 })
      expect(await verifyChain(db, province.province)).toMatchObject({ rows: expect.any(Number) })
      await db.destroy()
    },
  )
})

test(
  'the command restores into a folder of its own, made for it, and tells which secret is missing',
  { timeout: 240_000 },
  async () => {
    const source = await worked('debian', 'source_cli')
    const file = folder.path('cli.kheo')
    const secret = { KHEO_SECRET: 'the secret of that day, of more than 32 characters' }
    const made = await ended(
      kheo(['backup', file], { DATABASE_URL: source.url, KHEO_DATA: folder.path('data'), ...secret }),
    )
    expect(made).toMatchObject({ code: 0, errors: '' })
    expect(made.printed).toMatch(/KHÔNG có trong bản sao lưu: khóa sao lưu, KHEO_SECRET .*\(vault\)/)
    const verified = await ended(kheo(['backup', '--verify', file], { KHEO_DATA: folder.path('nowhere') }))
    expect(verified.printed).toMatch(/nguyên vẹn[^]*public\.report_event +\d/)
    const home = folder.path('restored-data')
    const killed = kheo(['restore', file], { KHEO_DATA: home })
    // The file is checked and the folder is being made.
    await new Promise<void>((begun) => {
      killed.stderr?.on('data', (said: Buffer) => said.includes('Đang tạo cơ sở dữ liệu') && begun())
    })
    killed.kill('SIGKILL')
    await ended(killed)
    const done = await ended(kheo(['restore', file], { KHEO_DATA: home }))
    expect(done.code).toBe(0)
    expect(done.printed).toMatch(/tổng kiểm của mọi bảng khớp[^]*CHÚ Ý: KHEO_SECRET chưa có ở nơi này/)
    const again = await ended(kheo(['restore', file], { KHEO_DATA: home }))
    expect(again).toMatchObject({ code: 1, errors: expect.stringMatching(/not empty/) })
    const own = await ended(kheo(['backup', folder.path('own.kheo')], { KHEO_DATA: home, ...secret }))
    expect(own.code).toBe(0)
  },
)

test.each([
  [['backup'], 2, /Cần đúng một tệp.*Cách gọi/],
  [['backup', 'a', 'b'], 2, /Cần đúng một tệp/],
  [['backup', '--quickly', 'a'], 2, /Cách gọi/],
  [['restore', '--verify', 'a'], 2, /backup --verify/],
  [['backup', '--key-file', '/nonexistent', 'a'], 1, /Không đọc được tệp khóa/],
])('%j is answered with the way to call it', async (args, code, sentence) => {
  const answer = await ended(kheo(args, { KHEO_DATA: folder.path('untouched') }))
  expect(answer).toEqual({ code, printed: '', errors: expect.stringMatching(sentence) })
})

test.each([
  ['', /KHEO_BACKUP_KEY/],
  ['short', /ít nhất 32 ký tự/],
])('with the key %j nothing is begun', async (key, sentence) => {
  const answer = await ended(
    kheo(['backup', folder.path('x')], { KHEO_BACKUP_KEY: key, KHEO_DATA: folder.path('untouched') }),
  )
  expect(answer).toEqual({ code: 1, printed: '', errors: expect.stringMatching(sentence) })
})
