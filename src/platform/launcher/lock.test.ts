import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockHolder, takeLock, type Holder, type Lock } from './lock.ts'
import { readSecret } from './secret.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const dead: Holder = { pid: 2 ** 22 + 1, startedAt: 'an earlier boot/1', purpose: 'serve' }
const reusedPid: Holder = { pid: process.pid, startedAt: 'an earlier boot/1', purpose: 'serve' }

test.each([
  ['nobody had it before', undefined],
  ['its last holder was killed', JSON.stringify(dead)],
  ['the pid of its last holder belongs to another program now', JSON.stringify(reusedPid)],
  ['its last record is torn', '{"pid": 12'],
])('of twenty starts at once one gets the folder when %s', async (_, before) => {
  if (before !== undefined) await writeFile(join(folder, 'kheo.lock.7'), before)
  const answers = await Promise.all(Array.from({ length: 20 }, () => takeLock(folder, 'serve')))
  expect(answers.filter(isLock)).toHaveLength(1)
  expect(answers.filter(isHolder).map((holder) => holder.pid)).toEqual(Array(19).fill(process.pid))
  expect(await readdir(folder)).toHaveLength(1)
})

test('a released folder is free, and says so', async () => {
  const lock = await takeLock(folder, 'command')
  if (!isLock(lock)) throw new Error('The folder was taken')
  await lock.announce('postgresql:///kheo')
  expect(await lockHolder(folder)).toMatchObject({ pid: process.pid, purpose: 'command', url: 'postgresql:///kheo' })
  await lock.release()
  expect(await lockHolder(folder)).toBeUndefined()
  expect(isLock(await takeLock(folder, 'serve'))).toBe(true)
})

test('processes that start at once sign with the same secret', async () => {
  const secrets = await Promise.all(Array.from({ length: 10 }, () => readSecret(folder, undefined)))
  expect(new Set(secrets).size).toBe(1)
  expect(Buffer.from(secrets[0] ?? '', 'base64url')).toHaveLength(32)
  expect(await readdir(folder)).toEqual(['secret'])
})

test('a secret that is too short to protect anything is refused', async () => {
  await expect(readSecret(folder, 'ngắn')).rejects.toThrow('KHEO_SECRET')
  await writeFile(join(folder, 'secret'), '')
  await expect(readSecret(folder, undefined)).rejects.toThrow('không còn nguyên vẹn')
})

function isLock(answer: Lock | Holder): answer is Lock {
  return 'release' in answer
}

function isHolder(answer: Lock | Holder): answer is Holder {
  return !isLock(answer)
}
