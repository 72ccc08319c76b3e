import { error } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { formatQuantity, quantity } from '#kernel/quantity.ts'
import { unitOfCode } from '#modules/activities/queries.server.ts'
import {
  subCommuneOverview,
  subCommunePage,
  type SubCommuneLine,
  type UnassignedLine,
} from '#modules/organisation/sub-commune-queries.server.ts'
import { askedDay } from '../../organisation-form.server.ts'
import { contextOf } from '../context.ts'
import type { PageServerLoad } from './$types'

const pageLength = 50

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const code = url.searchParams.get('don-vi')?.slice(0, 80) ?? null
  const { day, dayText, dayError } = askedDay(url, dayInVietnam(ctx.now))
  const asked = { day, dayText, dayError, code, saved: url.searchParams.get('da') }
  if (code === null && ctx.actor.unit === ctx.actor.province) {
    const outcome = await subCommuneOverview(ctx, day)
    if (!outcome.ok) error(404, 'Không có trang này')
    const { lines, unassigned } = outcome.value
    return {
      ...asked,
      own: null,
      above: {
        total: said(lines.reduce((sum, one) => sum + one.hamlets, 0)),
        kept: lines.filter((one) => one.hamlets > 0).length,
        // Those who wrote theirs down first: among a hundred communes they would not be found.
        lines: lines
          .toSorted((one, other) => Number(other.hamlets > 0) - Number(one.hamlets > 0))
          .map(({ unit, hamlets, counted, households }) => ({
            code: unit.code,
            name: unit.name,
            hamlets: hamlets === 0 ? null : said(hamlets),
            households: counted === 0 ? null : said(households),
            counted: counted < hamlets ? `${said(counted)}/${said(hamlets)} nơi có số hộ` : null,
          })),
        unassigned: unassigned.map(openLine),
      },
    }
  }
  const unit = code === null ? ctx.actor.unit : await unitOfCode(ctx, code)
  if (!unit) error(404, 'Không có trang này')
  const words = url.searchParams.get('tim')?.trim().slice(0, 80) ?? ''
  const kind = url.searchParams.get('loai')?.slice(0, 80) || null
  const outcome = await subCommunePage(ctx, unit, { day, words, kind })
  if (!outcome.ok) error(404, 'Không có trang này')
  const { commune, lines, counts, unassigned, mayKeep } = outcome.value
  const pages = Math.max(1, Math.ceil(lines.length / pageLength))
  const page = Math.min(Math.max(1, Number(/^\d{1,4}$/.exec(url.searchParams.get('trang') ?? '')?.[0] ?? 1)), pages)
  return {
    ...asked,
    above: null,
    own: {
      unitName: commune.name,
      isEnded: commune.until !== null && commune.until < day,
      words,
      kind,
      counts,
      total: counts.reduce((sum, one) => sum + one.count, 0),
      found: lines.length,
      ...{ page, pages, mayKeep },
      lines: lines.slice((page - 1) * pageLength, page * pageLength).map(shown),
      unassigned: unassigned.map(openLine),
    },
  }
}

function shown(line: SubCommuneLine) {
  return {
    id: line.id,
    name: line.name,
    kind: line.kindLabel,
    since: formatDay(line.since),
    act: line.act,
    households: line.households
      ? { amount: said(line.households.households), on: formatDay(line.households.on) }
      : null,
    isFromPredecessor: line.isFromPredecessor,
  }
}

function openLine(line: UnassignedLine) {
  return { id: line.id, name: line.name, before: line.before, among: line.among.map(({ name }) => name).join(', ') }
}

function said(amount: number): string {
  return formatQuantity(quantity(amount))
}
