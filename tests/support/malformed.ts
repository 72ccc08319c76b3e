import fc from 'fast-check'
import { request } from 'node:http'
import { connect } from 'node:net'

/** A request as bytes: nothing of it is mended on the way out. */
export type Malformed = { method: string; path: string; headers: Record<string, string>; body: Buffer }
export type Said = { status: number; type: string; text: string }

/** Texts on which programs have stumbled before, each already as it stands in an address or an urlencoded body. */
const wornTexts = [
  ...[
    '',
    '0',
    '-1',
    '1',
    '1e9',
    '1000000000',
    '99999999999999999999',
    '0x10',
    '1.5',
    'NaN',
    'null',
    'true',
    '[]',
    '{}',
  ],
  ...['%00', 'a%00b', '%01%1f', '%0d%0aset-cookie:%20a=b', '%FF', '%C3%28', '%ED%A0%80', '%F0%9F%98%80', '%EF%BB%BF'],
  // Decomposed (NFD), composed, bidirectional, half a percent sign, two encodings in one text.
  ...['so%CC%82ng', 's%C3%B4ng', '%E2%80%AE321', '%', '%zz', '%u0110', '%C3%B4%F4', '%2525', '+++'],
  ...["'%20or%201=1--", '$$', '..%2f..%2fetc', '%3Cscript%3E', '{{7*7}}', '%28%29', '\\', '%5C', '%25', '_'],
  ...[
    '2026-09-30',
    '2026-02-30',
    '0000-01-01',
    '9999-12-31',
    '2026-q3',
    '2026-q9',
    '30/9/2026',
    '2019-01-01_2018-01-01',
  ],
  ...[
    'F01',
    'F01@1',
    'K01:collective',
    'f01',
    'F01:',
    ':::',
    'so.F01',
    'Q02:F01',
    'quarter',
    'typed',
    'commune',
    'loc:',
  ],
  ...[
    '019300a1-4c00-7000-9000-000000000001',
    '019300A1-4C00-7000-9000-00000000000G',
    'vi-du',
    'VI-DU',
    'vi-du-song-xanh',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'name,-name', ',', ',,,', 'a,'.repeat(200)],
  ...['x'.repeat(5_000), '%E1%BB%87'.repeat(900), '9'.repeat(400)],
]

const wornText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...wornTexts) },
  {
    weight: 1,
    arbitrary: fc.string({ maxLength: 30, unit: 'binary' }).map((text) => encodeURIComponent(text.toWellFormed())),
  },
)

export type KnownParameter = { name: string; values: string[] }

/** A query of known and unknown names, some twice, with values right and wrong. */
export function queryOf(known: readonly KnownParameter[]): fc.Arbitrary<string> {
  const name = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...known.map((one) => one.name)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('page', 'offset', 'limit[]', '__proto__', 'constructor', '%00', '%FF', 'trang', ''),
    },
  )
  const pair = name.chain((one) => {
    const right = known.find((parameter) => parameter.name === one)?.values ?? []
    const value = right.length > 0 ? fc.oneof(fc.constantFrom(...right), wornText) : wornText
    return fc
      .tuple(fc.constant(one), value, fc.constantFrom('=', '=', '=', '', '=='))
      .map(([left, text, sign]) => `${left}${sign}${text}`)
  })
  return fc.array(pair, { maxLength: 5 }).map((pairs) => pairs.join('&'))
}

const types = {
  urlencoded: 'application/x-www-form-urlencoded',
  multipart: 'multipart/form-data; boundary=ranhgioi',
} as const

/** A form's body: fields missing, repeated, endless or of another kind, in the announced type or in another. */
export function formBody(names: readonly string[]): fc.Arbitrary<{ type: string; body: Buffer }> {
  const name = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...names) },
    // A prefix without and with something behind it: so., so.F01, hoi.K01:collective …
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...names.filter((one) => one.endsWith('.')), 'x.'),
          fc.constantFrom('F01', 'K01:collective', 'ZZZ', '%00', '__proto__', ''),
        )
        .map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', '%FF', '%00', '') },
  )
  const fields = fc.array(fc.tuple(name, wornText), { maxLength: 8 })
  return fc.oneof(
    { weight: 5, arbitrary: fields.map((all) => ({ type: types.urlencoded, body: urlencoded(all) })) },
    {
      weight: 2,
      arbitrary: fields.map((all) => ({ type: types.multipart, body: multipart(all, '\r\n--ranhgioi--\r\n') })),
    },
    { weight: 2, arbitrary: fields.map((all) => ({ type: types.multipart, body: multipart(all, '') })) },
    { weight: 1, arbitrary: fields.map((all) => ({ type: 'multipart/form-data', body: multipart(all, '') })) },
    { weight: 1, arbitrary: fields.map((all) => ({ type: types.multipart, body: urlencoded(all) })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fields,
          fc.constantFrom(
            '',
            'application/json',
            'text/plain',
            'application/xml',
            'a/b; charset=utf-16',
            'multipart/mixed; boundary=x',
          ),
        )
        .map(([all, type]) => ({ type, body: Buffer.from(`{"a":${urlencoded(all).toString()}`) })),
    },
    {
      weight: 1,
      arbitrary: fc
        .uint8Array({ maxLength: 200 })
        .map((bytes) => ({ type: types.urlencoded, body: Buffer.from(bytes) })),
    },
  )
}

function urlencoded(fields: [string, string][]): Buffer {
  return Buffer.from(fields.map(([name, value]) => `${name}=${value}`).join('&'))
}

/** A file now and then where a text is expected, and cut off where `end` says. */
function multipart(fields: [string, string][], end: string): Buffer {
  const parts = fields.map(([name, value], index) => {
    const file = index % 3 === 2 ? '; filename="a.bin"\r\nContent-Type: application/octet-stream' : ''
    return `--ranhgioi\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}`
  })
  return Buffer.from(parts.join('\r\n') + end)
}

const patienceMs = 60_000

export function send(port: number, asked: Malformed): Promise<Said> {
  const { method, path, headers, body } = asked
  return new Promise((resolve, reject) => {
    const sent = {
      host: `localhost:${port}`,
      ...headers,
      ...(body.length > 0 ? { 'content-length': String(body.length) } : {}),
    }
    const req = request(
      { host: '127.0.0.1', port, path, method, headers: sent, agent: false, timeout: patienceMs },
      (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          resolve({ status: res.statusCode ?? 0, type: res.headers['content-type'] ?? '', text })
        })
      },
    )
    req.on('timeout', () => req.destroy(new Error(`No answer within ${patienceMs} ms: ${method} ${path}`)))
    req.on('error', reject)
    req.end(body)
  })
}

/** Bytes straight into the socket, for what node:http would refuse to send; what came back before the other side hung up. */
export function sendRaw(port: number, bytes: Buffer | string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port })
    let said = ''
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('No answer to raw bytes')))
    socket.on('data', (chunk) => (said += chunk.toString('utf8')))
    // The other side may hang up while we are still talking: what it said until then counts.
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(said) : reject(error),
    )
    socket.on('close', () => resolve(said))
    socket.end(bytes)
  })
}

/** Whether a person was told something: a Vietnamese sentence, not only a number or an English word of a framework. */
export function saysSomething(text: string): boolean {
  return (
    /[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]/i.test(text) && text.split(' ').length > 3
  )
}
