import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import { recipientKinds } from '#modules/commendation/award.ts'
import type { RegisterFilter } from '#modules/commendation/register-queries.server.ts'

/** What the address asks of the register; what it says wrongly is as if it said nothing. */
export function filterOf(query: URLSearchParams, now: Date): RegisterFilter {
  const year = query.get('nam') ?? ''
  return {
    year: /^(19|20)\d\d$/.test(year) ? Number(year) : partsOf(dayInVietnam(now)).year,
    form: word(query.get('hinh-thuc')),
    line: word(query.get('dong')),
    kind: recipientKinds.find((one) => one === query.get('loai')) ?? null,
    unitCode: word(query.get('don-vi')),
  }
}

function word(text: string | null): string | null {
  return text !== null && /^[a-z0-9-]{1,80}$/.test(text) ? text : null
}
