import { describe, expect, test, vi } from 'vitest'
import { secondsBeforeTry, summaryOf, type CellSaving } from './cell-saving.ts'
import { SendQueue } from './send-queue.ts'

const saved: CellSaving = { state: 'saved', clock: '8h05' }
const offline: CellSaving = { state: 'waiting', why: 'offline' }
const open = { isClosed: false, isAsleep: false }
const closed = { ...open, isClosed: true }
const theirs = { raw: '5', note: '', by: 'Lê Văn Mẫu', isOwn: false, when: '8h04' }

describe('one sentence for the whole page', () => {
  test.each([
    ['everything is saved', [saved, saved], 'Đã lưu mọi ô lúc 8h05.'],
    ['the network is gone', [saved, offline, offline, offline], '3 ô chưa lưu – mất mạng, sẽ tự gửi lại.'],
    ['two are under way', [saved, { state: 'saving' }, { state: 'saving' }], 'Đang lưu 2 ô…'],
    [
      'a choice comes before the network',
      [offline, { state: 'conflict', theirs, mine: { raw: '7', note: '' } }],
      '1 ô có hai số khác nhau. Xin chọn giữ số nào ở ngay dưới ô.',
    ],
    ['a refused cell', [{ state: 'refused', why: '' }], '1 ô chưa lưu được. Lý do ghi ở ngay dưới ô.'],
  ] satisfies [string, CellSaving[], string][])('when %s', (_, cells, text) => {
    expect(summaryOf(cells, '8h05', open)?.text).toBe(text)
  })

  test('nothing is claimed before anything was saved', () => {
    expect(summaryOf([], null, open)).toBeNull()
  })

  test('a session that ended says so, and how to go on', () => {
    expect(summaryOf([saved], '8h05', { ...open, isAsleep: true })?.text).toContain('bấm Lưu để đăng nhập lại')
    const waiting: CellSaving = { state: 'waiting', why: 'signed-out' }
    expect(summaryOf([waiting, offline], null, open)?.text).toContain('2 ô chưa lưu')
  })

  test('a report that was closed says so, with the cells that did not arrive', () => {
    expect(summaryOf([offline], null, closed)?.text).toContain('1 ô chưa kịp lưu')
    expect(summaryOf([saved], '8h05', closed)?.text).not.toContain('chưa kịp lưu')
  })
})

test('tries come slower and slower, and never slower than once a minute', () => {
  expect([1, 2, 3, 5, 6, 60].map(secondsBeforeTry)).toEqual([2, 4, 8, 32, 60, 60])
})

describe('the queue of cells', () => {
  test('sends one after the other; a cell left again meanwhile goes again at the end', async () => {
    const sent: string[] = []
    let under = 0
    const queue = new SendQueue({
      send: async (key) => {
        under += 1
        expect(under).toBe(1)
        await Promise.resolve()
        if (sent.length === 0) queue.add('F01')
        sent.push(key)
        under -= 1
        return null
      },
      delayed: () => expect.unreachable(),
      ended: () => sent.push('ended'),
    })
    queue.add('F01')
    queue.add('F06')
    await queue.settled()
    expect(sent).toEqual(['F01', 'F06', 'F01', 'ended'])
    expect(queue.isEmpty).toBe(true)
  })

  test('what cannot go waits with all behind it, in order, and is tried again by itself', async () => {
    vi.useFakeTimers()
    try {
      const [sent, waiting]: [string[], string[]] = [[], []]
      let isOnline = false
      const queue = new SendQueue({
        send: (key) => {
          if (isOnline) sent.push(key)
          return Promise.resolve(isOnline ? null : 'offline')
        },
        delayed: (key) => waiting.push(key),
        ended: () => undefined,
      })
      queue.add('F01')
      queue.add('F06')
      await queue.settled()
      expect(waiting).toEqual(['F01', 'F06'])
      isOnline = true
      await vi.advanceTimersByTimeAsync(1_900)
      expect(sent).toEqual([])
      await vi.advanceTimersByTimeAsync(200)
      expect(sent).toEqual(['F01', 'F06'])
    } finally {
      vi.useRealTimers()
    }
  })

  test('after the session ended nothing is tried again by itself', async () => {
    vi.useFakeTimers()
    try {
      let tries = 0
      const queue = new SendQueue({
        send: () => {
          tries += 1
          return Promise.resolve('signed-out')
        },
        delayed: () => undefined,
        ended: () => expect.unreachable(),
      })
      queue.add('F01')
      await queue.settled()
      await vi.advanceTimersByTimeAsync(120_000)
      expect([tries, queue.isEmpty]).toEqual([1, false])
    } finally {
      vi.useRealTimers()
    }
  })
})
