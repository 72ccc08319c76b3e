import { expect, test } from 'vitest'
import { sharedRead } from './shared-read.ts'

function counted(): { read: () => Promise<number>; answer: () => void; sent: () => number } {
  const waiting: (() => void)[] = []
  let sent = 0
  return {
    read: () => {
      sent += 1
      const mine = sent
      return new Promise((resolve) => waiting.push(() => resolve(mine)))
    },
    answer: () => waiting.shift()?.(),
    sent: () => sent,
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('who asks while a read is under way waits for the next one, and all of them share it', async () => {
  const source = counted()
  const ask = sharedRead(source.read)
  const first = ask()
  const [second, third] = [ask(), ask()]
  source.answer()
  expect(await first).toBe(1)
  await turn()
  source.answer()
  expect(await Promise.all([second, third])).toEqual([2, 2])
  expect(source.sent()).toBe(2)
})

test('after an answer the next question is read anew', async () => {
  const source = counted()
  const ask = sharedRead(source.read)
  for (const wanted of [1, 2, 3]) {
    const asked = ask()
    source.answer()
    expect(await asked).toBe(wanted)
  }
})

test('a read that fails fails for those who shared it, and for nobody after them', async () => {
  let broken = true
  const ask = sharedRead(async () => {
    await turn()
    if (broken) throw new Error('gone')
    return 7
  })
  const [first, second] = [ask(), ask()]
  await expect(first).rejects.toThrow('gone')
  broken = false
  expect(await second).toBe(7)
  expect(await ask()).toBe(7)
})

test('a question asked between two reads is never answered by the earlier one', async () => {
  let committed = 0
  const ask = sharedRead(async () => {
    const seen = committed
    await turn()
    return seen
  })
  const seen: boolean[] = []
  await Promise.all(
    Array.from({ length: 200 }, async (_, n) => {
      for (let step = 0; step < n % 7; step += 1) await turn()
      committed += 1
      const atLeast = committed
      seen.push((await ask()) >= atLeast)
    }),
  )
  expect(seen).not.toContain(false)
})
