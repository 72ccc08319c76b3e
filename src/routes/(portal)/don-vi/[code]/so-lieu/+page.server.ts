import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { periodKey, periodName, type Period } from '#kernel/period.ts'
import { mapKey, type MapChoice } from '#modules/reporting/map-choice.ts'
import type { UnitMapPage } from '#modules/reporting/map-queries.server.ts'
import { setsOffered } from '#modules/programmes/queries.server.ts'
import { publicPath } from '#modules/reporting/public-path.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import { nameOnDay } from '#modules/territory/labels.ts'
import { lastVersionOf } from '#modules/territory/register.ts'
import { askedFigures, askedIndicator } from './asked.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await askedFigures(locals, params.code, url)
  const today = dayInVietnam(locals.now)
  const indicator = askedIndicator(url)
  const inView = <Line extends { code: string }>(lines: Line[]): Line[] =>
    indicator ? lines.filter((line) => line.code === indicator) : lines
  const name = nameOnDay(page.unit, today)
  return {
    place: { name: page.unit.name, note: name === page.unit.name ? 'Số liệu công tác dân vận' : name },
    code: params.code,
    name,
    unitName: page.unit.name,
    period: page.period && { key: periodKey(page.period), name: periodName(page.period) },
    periods: periodChoices(page),
    view: viewWords(page.choice),
    map: mapKey(page.choice),
    typed: page.choice.kind === 'day' ? formatDay(page.choice.day) : page.typed,
    error: page.error,
    periodError: page.problem,
    sets: page.period
      ? (await setsOffered(locals.db, page.period.to)).map(({ code, name: of }) => ({ code, name: of }))
      : [],
    onMap: page.onMap?.name ?? null,
    // Where the name stayed and the area changed, the day tells the one from the other.
    heirs: page.heirs.map(({ code, name: heir, from }) => ({
      code,
      name: heir === page.unit.name && from ? `${heir}, từ ${formatDay(from)}` : heir,
    })),
    madeOf: page.madeOf.every(({ unit }) => unit === page.unit.unit)
      ? []
      : page.madeOf.map((unit) => nameOnDay(unit, today)),
    madeOn:
      page.period && page.period.to < page.register.begins
        ? `Vào ngày ${formatDay(page.register.begins)}, ngày đầu của sổ đơn vị`
        : 'Vào ngày cuối kỳ',
    sources: sourcesOf(page, today),
    compared: page.compared ? periodName(page.compared) : null,
    sections: bySection(inView(page.lines)),
    reported: bySection(inView(page.reported)),
    indicators: indicatorsOf(page),
    indicator,
    isPartial: page.lines.some(({ counted, expected }) => counted < expected),
  }
}

function periodChoices({ periods, period }: UnitMapPage): { key: string; name: string; reports: number }[] {
  const listed = periods.map((one) => ({ ...named(one.period), reports: one.reports }))
  // A period opened by its address is in the list too, or the list would name another one.
  return period && !listed.some(({ key }) => key === periodKey(period))
    ? [{ ...named(period), reports: 0 }, ...listed]
    : listed
}

function named(period: Period): { key: string; name: string } {
  return { key: periodKey(period), name: periodName(period) }
}

function viewWords(choice: MapChoice): string {
  if (choice.kind === 'reported') return 'Như các đơn vị đã báo cáo'
  return choice.kind === 'today' ? 'Trên bản đồ hôm nay' : `Trên bản đồ ngày ${formatDay(choice.day)}`
}

function sourcesOf({ register, sources }: UnitMapPage, today: UnitMapPage['unit']['from'] & string) {
  return sources.flatMap(({ unit, report }) => {
    const version = lastVersionOf(register, unit)
    return version ? [{ name: nameOnDay(version, today), href: publicPath(version.code, report as ReportId) }] : []
  })
}

function indicatorsOf({ lines, reported }: UnitMapPage): { code: string; name: string }[] {
  return [...new Map([...lines, ...reported].map(({ code, name }) => [code, { code, name }])).values()]
}

function bySection<Line extends { section: string }>(
  lines: Line[],
): { title: string; anchor: string; lines: Line[] }[] {
  return [...Map.groupBy(lines, (line) => line.section)].map(([title, ofSection], at) => ({
    title: title.replace(/^[A-Z]\.\s+/, ''),
    anchor: `phan-${at + 1}`,
    lines: ofSection,
  }))
}
