import { periodKey, periodTitle } from '#kernel/period.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { questionAddress } from '#modules/figures/question-text.ts'
import { nothingAsked, type AskedQuestion } from '#modules/figures/question.ts'
import {
  publishedByUnits,
  publishedReport,
  publishedReports,
  type PublicListing,
} from '#modules/reporting/public-queries.server.ts'
import { unitByCode, type Register } from '#modules/territory/register.ts'
import type { ExplorePlace } from '../../explore.server.ts'

const mostIndicators = 12

/** The exploring page of the portal: published figures only; where nothing is asked, what was published last. */
export function portalPlace({ db }: App.Locals): ExplorePlace {
  return {
    path: '/kham-pha',
    reader: { kind: 'public' },
    usual: async (asked, { register }) => {
      if (asked.indicators.length > 0) return asked
      const listings = await listingsFor(db, register, asked)
      const listing = listings.find((one) => isAsked(one, asked)) ?? listings[0]
      return listing ? ofListing(db, asked, listing) : asked
    },
  }
}

/** What a unit has published, a question each (các kỳ đã công bố): links that begin an exploration. */
export async function beginnings(
  { db }: App.Locals,
  register: Register,
  asked: Pick<AskedQuestion, 'unit'>,
): Promise<{ name: string; href: string }[]> {
  const listings = await listingsFor(db, register, asked)
  return listings.slice(0, 8).map((one) => ({
    name: `${one.unitName}, ${periodTitle(one.period)}${one.isSource ? ' (nguồn đã công bố)' : ''}`,
    href: `/kham-pha?${questionAddress({
      ...nothingAsked,
      unit: [one.unitCode],
      period: [one.period],
      from: one.isSource ? 'any' : 'communes',
    })}`,
  }))
}

async function listingsFor(db: App.Locals['db'], register: Register, { unit }: Pick<AskedQuestion, 'unit'>) {
  const units = unit.flatMap((code) => unitByCode(register, code) ?? [])
  const { reports } = units.length > 0 ? await publishedByUnits(db, units, 1) : await publishedReports(db, '', 1)
  return reports
}

function isAsked({ period }: PublicListing, { period: wanted }: AskedQuestion): boolean {
  return wanted.some((one) => periodKey(one) === periodKey(period))
}

/** The figures of one published report as a question: its unit, its period, its first indicators that have a number. */
async function ofListing(db: App.Locals['db'], asked: AskedQuestion, listing: PublicListing): Promise<AskedQuestion> {
  const report = await publishedReport(db, listing.unitCode, listing.path.split('/').at(-1) ?? '')
  const lines = (report?.content.lines ?? []).filter(
    ({ isPublic, figure }) => isPublic && (figure.value.state === 'reported' || figure.value.state === 'zero'),
  )
  return {
    ...asked,
    indicators: lines.slice(0, mostIndicators).map(({ cell }) => cellKey(cell)),
    unit: asked.unit.length > 0 ? asked.unit : [listing.unitCode],
    period: asked.period.length > 0 || asked.year.length > 0 ? asked.period : [listing.period],
    // A published source stands in no commune's report: without the other levels its own figures would not be found.
    from: listing.isSource ? 'any' : asked.from,
  }
}
