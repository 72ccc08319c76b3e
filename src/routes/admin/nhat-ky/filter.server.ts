import { parseId } from '#kernel/ids.ts'
import { parseLocalDate } from '#kernel/local-date.ts'
import type { AuditFilter } from '#modules/access/audit-queries.server.ts'
import { auditLabel, objectLabel } from '../audit-words.ts'

/** What the address asks for, as typed, and what was not understood of it. */
export type AskedAudit = { filter: AuditFilter; query: Record<string, string>; errors: Record<string, string> }

const parts = ['nguoi', 'don-vi', 'viec', 'doi-tuong', 'ma', 'tu', 'den'] as const

export function askedAudit(url: URL): AskedAudit {
  // PostgreSQL takes no NUL in a text.
  const text = (name: string): string => url.searchParams.get(name)?.replaceAll('\0', '').trim().slice(0, 100) ?? ''
  const query = Object.fromEntries(parts.map((name) => [name, text(name)]).filter(([, value]) => value))
  const [from, to] = [parseLocalDate(text('tu')), parseLocalDate(text('den'))]
  const example = 'Ghi ngày như 1/9/2026.'
  const errors: Record<string, string> = {
    ...(text('tu') && !from ? { tu: `Từ ngày chưa đúng. ${example}` } : {}),
    ...(text('den') && !to ? { den: `Đến ngày chưa đúng. ${example}` } : {}),
    ...(from && to && to < from ? { den: 'Đến ngày đứng trước từ ngày. Xem lại hai ngày.' } : {}),
  }
  const before = /^\d{1,15}$/.test(text('truoc')) ? Number(text('truoc')) : null
  return {
    query,
    errors,
    filter: {
      account: parseId<'Account'>(text('nguoi')),
      unit: parseId<'Unit'>(text('don-vi')),
      kind: text('viec') in auditLabel ? text('viec') : null,
      objectKind: text('doi-tuong') in objectLabel ? text('doi-tuong') : null,
      object: text('ma') || null,
      from,
      to,
      before,
    },
  }
}
