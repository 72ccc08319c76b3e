import { error } from '@sveltejs/kit'
import { auditChain, auditPage, type AuditRow } from '#modules/access/audit-queries.server.ts'
import { mayReadAccounts, readsOnly } from '#modules/access/policy.ts'
import { formatDay, dayInVietnam } from '#kernel/local-date.ts'
import { whenSaid } from '../../desk/when.ts'
import { auditDetails, auditLabel, auditSentence, objectLabel, objectPath } from '../audit-words.ts'
import { ctxOf } from '../context.server.ts'
import { askedAudit } from './filter.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = { ...ctxOf(locals), db: locals.db }
  const { filter, query, errors } = askedAudit(url)
  const page = await auditPage(ctx, filter)
  if (!page) error(404, 'Không có trang này.')
  const { actor } = ctx
  const reader = { readsAccounts: mayReadAccounts(actor, actor.province), readsReports: readsOnly(actor) }
  const chain = url.searchParams.has('kiem-chuoi') ? await auditChain(ctx) : null
  return {
    query,
    errors,
    rows: Object.keys(errors).length > 0 ? [] : page.rows.map((row) => shown(row, page.names, reader)),
    next: page.next,
    isLater: filter.before !== null,
    people: page.people.map((person) => ({ id: person.id, label: `${person.name} (${person.signInName})` })),
    units: page.units,
    kinds: Object.entries(auditLabel)
      .map(([kind, label]) => ({ kind, label }))
      .sort((one, other) => one.label.localeCompare(other.label, 'vi')),
    objects: Object.entries(objectLabel).map(([kind, label]) => ({ kind, label })),
    chain,
    mayCheckChain: actor.unit === actor.province,
    printedOn: formatDay(dayInVietnam(locals.now)),
  }
}

function shown(
  row: AuditRow,
  names: ReadonlyMap<string, string>,
  reader: { readsAccounts: boolean; readsReports: boolean },
) {
  return {
    n: row.n,
    when: whenSaid(row.at),
    iso: row.at.toISOString(),
    by: row.by ?? 'Hệ thống',
    unit: row.unitName,
    what: auditSentence(row.kind),
    details: auditDetails(row.changed, names),
    object: { label: row.object.name ?? objectLabel[row.object.kind] ?? '', path: objectPath(row.object, reader) },
  }
}
