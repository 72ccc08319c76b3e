import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'

export type ArrivedMail = { to: string[]; raw: string; subject: string; text: string; headers: string }
export type MailServer = { url: string; port: number; arrived: ArrivedMail[] }

/** A real mail server on this machine, for the length of a test. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const arrived: ArrivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        arrived.push({ to: session.envelope.rcptTo.map((one) => one.address), raw, ...readMail(raw) })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())))
  const { port } = server.server.address() as AddressInfo
  return { url: `${options.secure ? 'smtps' : 'smtp'}://127.0.0.1:${port}`, port, arrived }
}

function readMail(raw: string): { subject: string; text: string; headers: string } {
  const [headers = '', ...parts] = raw.split('\r\n\r\n')
  const plain = raw.split(/\r\n--[^\r\n]+\r\n/).find((part) => part.startsWith('Content-Type: text/plain')) ?? ''
  const [partHeaders = '', ...body] = plain.split('\r\n\r\n')
  const text = decodedBody(partHeaders || headers, (plain ? body : parts).join('\r\n\r\n'))
  const subject = /^Subject: ((?:.*\r\n[ \t])*.*)$/m.exec(headers)?.[1] ?? ''
  return { subject: decodedWords(subject.replace(/\r\n[ \t]/g, ' ')), text, headers }
}

function decodedBody(headers: string, body: string): string {
  if (/base64/i.test(headers)) return Buffer.from(body, 'base64').toString('utf8')
  return /quoted-printable/i.test(headers) ? fromQuoted(body.replace(/=\r\n/g, '')) : body
}

function decodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, way: string, held: string) =>
      way.toUpperCase() === 'B' ? Buffer.from(held, 'base64').toString('utf8') : fromQuoted(held.replaceAll('_', ' ')),
    )
}

function fromQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
