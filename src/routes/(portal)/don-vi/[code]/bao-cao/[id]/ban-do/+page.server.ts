import { error } from '@sveltejs/kit'
import { dayInVietnam, formatDay, type LocalDate } from '#kernel/local-date.ts'
import { periodKey, periodName } from '#kernel/period.ts'
import { formatValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { ContentLine } from '#modules/reporting/content.ts'
import { mapKey } from '#modules/reporting/map-choice.ts'
import { reportMapPage, type LevelOfMap, type ReportMapPage } from '#modules/reporting/map-report-queries.server.ts'
import { figureAnchor } from '#modules/reporting/public-path.ts'
import type { Flag } from '#modules/territory/rebase.ts'
import { nameOnDay } from '#modules/territory/labels.ts'
import type { PageServerLoad } from './$types'

const levelName = { province: 'Cấp tỉnh', district: 'Cấp huyện', commune: 'Cấp xã' } as const

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const today = dayInVietnam(locals.now)
  const asked = { code: params.code, report: params.id, map: url.searchParams.get('ban-do') }
  const page = await reportMapPage(locals.db, asked, today)
  if (!page) error(404, 'Không có trang này')
  const { content } = page
  const unitName = nameOnDay({ name: content.unitName, until: content.unitUntil }, today)
  return {
    place: { name: content.unitName, note: unitName === content.unitName ? content.provinceName : unitName },
    path: `/don-vi/${params.code}/bao-cao/${params.id}`,
    title: `${content.templateName} ${periodName(content.period)}`,
    unitName,
    period: periodKey(content.period),
    map: mapKey(page.choice),
    view: viewWords(page, today),
    typed: page.choice.kind === 'day' ? formatDay(page.choice.day) : page.typed,
    error: page.error,
    levels: page.levels.map(levelWords),
    rows: rowsOf(page),
  }
}

function viewWords({ choice, day }: ReportMapPage, today: LocalDate): string {
  if (day === null) return 'như đã báo cáo'
  return choice.kind === 'today' ? `trên bản đồ hôm nay, ${formatDay(today)}` : `trên bản đồ ngày ${formatDay(day)}`
}

function levelWords({ level, flag, reason, shareSources, targets }: LevelOfMap) {
  return {
    name: levelName[level],
    level,
    flag,
    reason,
    shareSources,
    targets: targets.map(({ unit, share }) => ({ code: unit.code, name: unit.name, share })),
  }
}

/** Each number as reported, and beside it what it is at each level of the map. */
function rowsOf({ content, levels }: ReportMapPage) {
  const lines = content.lines.filter((line) => line.isPublic && line.figure.value.state !== 'not-yet-known')
  return lines.map((line) => {
    const key = cellKey(line.cell)
    return {
      key,
      anchor: figureAnchor(key),
      name: line.dimensionName ? `${line.name}: ${line.dimensionName}` : line.name,
      unit: line.unitOfCount,
      reported: formatValue(line.figure.value, line.numeral),
      onMap: levels.map((level) => cellOnMap(level, line, key)),
    }
  })
}

function cellOnMap({ level, flag, reason, targets }: LevelOfMap, line: ContentLine, key: string) {
  const found = targets.flatMap(({ unit, lines }) => {
    const one = lines.find((each) => each.key === key)
    return one ? [{ ...one, code: unit.code, name: unit.name }] : []
  })
  // Nobody holds anything known, or the line may not be shown of so small a unit.
  const [first] = found
  return {
    level: levelName[level],
    flag: first ? worstOf(found.map((one) => one.flag)) : targets.length === 0 ? flag : null,
    reason: found.find((one) => one.reason !== null)?.reason ?? (targets.length === 0 ? reason : null),
    isHidden: targets.length > 0 && found.length === 0 && line.isPublic,
    given: found
      .filter((one) => one.amount !== null || one.absent !== null)
      .map(({ code, name, hedge, amount, absent }) => ({
        code,
        name,
        value: amount === null ? absent : [hedge, amount].filter(Boolean).join(' '),
      })),
  }
}

function worstOf(flags: readonly (Flag | null)[]): Flag | null {
  return (['not-comparable', 'apportioned', 'exact'] as const).find((flag) => flags.includes(flag)) ?? null
}
