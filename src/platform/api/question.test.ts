import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { formatFor } from './answer.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { Listing } from './listing.ts'
import { readPairs } from './pairs.ts'
import { readQuestion } from './question.ts'

const listing = {
  name: 'things',
  summary: '',
  description: '',
  filters: z.object({
    kind: z
      .array(z.enum(['a', 'b']))
      .max(2)
      .optional(),
    q: z.string().max(5).optional(),
  }),
  item: z.object({ code: z.string(), name: z.string() }),
  orders: ['code', '-code'],
  position: z.string(),
  countable: true,
  columns: ['code'],
  example: '',
} as const satisfies Listing

function read(search: string) {
  const pairs = readPairs(search)
  return pairs.ok ? readQuestion(listing, pairs.value) : pairs
}

describe('what stands after the question mark', () => {
  test('decomposed text is composed, plus is a blank', () => {
    const pairs = readPairs(`?q=${encodeURIComponent('Sông'.normalize('NFD'))}+xanh`)
    expect(pairs.ok && pairs.value.get('q')).toBe('Sông xanh')
  })

  test.each(['?q=%FF', '?q=%C3%28', '?q=%ED%A0%80', '?q=%', '?q=%zz', '?%00=1', '?q=a%00b', '?q=%u0110'])(
    '%s is refused as badly encoded',
    (search) => {
      expect(readPairs(search)).toMatchObject({ ok: false, refusal: { code: 'bad-encoding' } })
    },
  )

  test('a name twice, and a question without end', () => {
    expect(readPairs('?q=a&q=b')).toMatchObject({ refusal: { code: 'repeated-parameter', field: 'q' } })
    expect(readPairs(`?q=${'x'.repeat(9000)}`)).toMatchObject({ refusal: { code: 'address-too-long' } })
  })
})

describe('a question', () => {
  test('nothing asked is everything, fifty at a time', () => {
    expect(read('')).toMatchObject({
      ok: true,
      value: {
        question: { filters: {}, order: 'code', limit: 50, after: null, count: false },
        presentation: { fields: ['code', 'name'], format: null, bom: false },
      },
    })
  })

  test('lists, fields, order, and an empty value that asks nothing', () => {
    expect(read('?kind=a,b&fields=name&order=-code&limit=500&count=true&q=')).toMatchObject({
      value: {
        question: { filters: { kind: ['a', 'b'] }, order: '-code', limit: 500, count: true },
        presentation: { fields: ['name'] },
      },
    })
  })

  test.each([
    ['page=1', 'unknown-parameter', 'page', /Không có tham số “page”/],
    ['page=', 'unknown-parameter', 'page', /“page”/],
    ['__proto__=1', 'unknown-parameter', '__proto__', /__proto__/],
    ['limit=1e9', 'bad-parameter', 'limit', /“1e9”.*số nguyên/],
    ['limit=1000000000', 'bad-parameter', 'limit', /Lớn nhất 500/],
    ['limit=0', 'bad-parameter', 'limit', /Nhỏ nhất 1/],
    ['limit=-1', 'bad-parameter', 'limit', /Nhỏ nhất 1/],
    ['limit=2.5', 'bad-parameter', 'limit', /số nguyên/],
    ['kind=c', 'bad-parameter', 'kind', /Cần một trong: a, b/],
    ['kind=a,b,a', 'bad-parameter', 'kind', /Nhiều nhất 2 giá trị/],
    ['q=quá dài', 'bad-parameter', 'q', /Lớn nhất 5 ký tự/],
    ['fields=code,raw', 'bad-parameter', 'fields', /Cần một trong: code, name/],
    ['order=name', 'bad-parameter', 'order', /Cần một trong: code, -code/],
    ['after=abc', 'bad-cursor', 'after', /không đọc được/],
  ])('%s is refused, named, with what would be taken', (query, code, field, sentence) => {
    const answer = read(`?${encodeURI(query)}`)
    expect(answer).toMatchObject({ ok: false, refusal: { code, field } })
    expect(!answer.ok && answer.refusal.message).toMatch(sentence)
  })

  test('a cursor holds for its own filters and order only', () => {
    const first = read('?kind=a')
    if (!first.ok) throw new Error('The question was refused')
    const cursor = writeCursor('K', first.value.print)
    expect(read(`?kind=a&limit=7&fields=name&after=${cursor}`)).toMatchObject({ value: { question: { after: 'K' } } })
    for (const other of ['kind=b', 'kind=a&order=-code', 'q=x']) {
      expect(read(`?${other}&after=${cursor}`)).toMatchObject({ refusal: { code: 'bad-cursor' } })
    }
  })
})

test.each([JSON.stringify({ of: 'x', at: 'a\u0000' }), '{', '[]', '"x"', 'null', JSON.stringify({ of: 'x', at: 1 })])(
  'the cursor %j is refused',
  (text) => {
    expect(readCursor(z.string(), Buffer.from(text).toString('base64url'), 'x')).toMatchObject({ ok: false })
  },
)

test.each([
  [null, 'json'],
  ['*/*', 'json'],
  ['text/csv', 'csv'],
  ['text/html,application/xhtml+xml,*/*;q=0.8', 'json'],
  ['application/json;q=0.1, text/csv;q=0.9', 'csv'],
  ['application/json;q=0, */*', 'csv'],
  ['application/xml', 'not-acceptable'],
  ['application/json;q=0', 'not-acceptable'],
])('Accept %s is answered with %s', (accept, wanted) => {
  const format = formatFor(accept, null)
  expect(format.ok ? format.value : format.refusal.code).toBe(wanted)
})
