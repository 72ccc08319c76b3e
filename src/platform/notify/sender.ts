import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import type { MailSettings } from './mail-settings.ts'
import type { MailText } from './mail-text.ts'

/** What the server made of a mail. Nothing of its own words is kept: they repeat addresses. */
export type Delivery =
  | { state: 'sent' }
  /** This person's address does not exist or takes nothing. */
  | { state: 'refused'; fault: 'recipient' | 'message' }
  /** Certainly not delivered: another try is safe. */
  | { state: 'later'; fault: MailFault }
  /** The line broke after the text was handed over: sending again could deliver twice. */
  | { state: 'unknown'; fault: 'cut-off' }

export const mailFaults = ['tls', 'sign-in', 'sender', 'unreachable', 'server-busy'] as const
export type MailFault = (typeof mailFaults)[number]

export type MailSender = {
  send(mail: { to: string; id: string; text: MailText }): Promise<Delivery>
  /** Connects and signs in without sending; null when all is well. */
  check(): Promise<MailFault | null>
  close(): void
}

export function openSender(settings: MailSettings): MailSender {
  const { server, from, origin } = settings
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.secure,
    // Beyond this machine a password and an address travel encrypted or not at all.
    requireTLS: !server.secure && !server.loopback,
    tls: { minVersion: 'TLSv1.2' },
    ...(server.user ? { auth: { user: server.user, pass: server.password } } : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const handed = new Set<string>()
  // The library does not say how far it came. The text is read when the server has said "go on", and not before.
  transport.use('stream', (mail, next) => {
    const whole = mail.message.createReadStream.bind(mail.message)
    mail.message.createReadStream = (options) => noted(whole(options), () => handed.add(mail.message.messageId()))
    next()
  })
  return {
    async send({ to, id, text }) {
      const messageId = `<${id}@${new URL(origin).hostname}>`
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          // The same for each try, so that the reader's own server can tell a mail that came twice.
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...text,
        })
        return { state: 'sent' }
      } catch (error) {
        return deliveryOf(error as SmtpError, handed.has(messageId))
      } finally {
        handed.delete(messageId)
      }
    },
    async check() {
      try {
        await transport.verify()
        return null
      } catch (error) {
        const delivery = deliveryOf(error as SmtpError, false)
        return delivery.state === 'later' ? delivery.fault : 'unreachable'
      }
    },
    close: () => transport.close(),
  }
}

type SmtpError = Error & { code?: string; command?: string; responseCode?: number; cause?: { code?: string } }

function noted(text: Readable, begun: () => void): Readable {
  return Readable.from(
    (async function* () {
      begun()
      yield* text
    })(),
  )
}

function deliveryOf(error: SmtpError, handed: boolean): Delivery {
  const { code = '', command = '', responseCode = 0 } = error
  if (isAboutTls(error)) return { state: 'later', fault: 'tls' }
  if (code === 'EAUTH') return { state: 'later', fault: 'sign-in' }
  if (responseCode >= 400 && responseCode < 500) return { state: 'later', fault: 'server-busy' }
  if (responseCode >= 500) {
    if (command === 'RCPT TO') return { state: 'refused', fault: 'recipient' }
    if (command === 'DATA') return { state: 'refused', fault: 'message' }
    return { state: 'later', fault: 'sender' }
  }
  if (handed) return { state: 'unknown', fault: 'cut-off' }
  if (/^(ECONNECTION|ETIMEDOUT|ESOCKET|EDNS|ECONNREFUSED|ECONNRESET|EPROTOCOL|ENOTFOUND)$/.test(code))
    return { state: 'later', fault: 'unreachable' }
  throw error
}

function isAboutTls(error: SmtpError): boolean {
  const codes = `${error.code} ${error.cause?.code ?? ''}`
  return /ETLS|ERR_TLS|ERR_SSL|CERT|VERIFY_LEAF/.test(codes) || /certificate|STARTTLS|SSL routines/i.test(error.message)
}
