import { dayInVietnam, formatDay, type LocalDate } from '#kernel/local-date.ts'
import { indicatorListing, indicatorSingle } from '#modules/figures/open-data.ts'
import { firstUnknownIndicator, openIndicator, openIndicators } from '#modules/figures/open-data.server.ts'
import { askOpenCube, type OpenCubeRefusal } from '#modules/figures/open-cube.server.ts'
import { openCubeGrid } from '#modules/figures/open-cube-shape.ts'
import type { Cube } from '#modules/figures/cube.server.ts'
import { figureListing, periodListing, reportListing, whenConflict } from '#modules/reporting/open-data.ts'
import { openPeriods, openReports } from '#modules/reporting/open-data.server.ts'
import { openFigures } from '#modules/reporting/open-figures.server.ts'
import { unitListing, unitSingle } from '#modules/territory/open-data.ts'
import { dayRefused, firstUnknownUnit, openUnit, openUnits } from '#modules/territory/open-data.server.ts'
import { openRebase } from '#modules/territory/open-rebase.server.ts'
import { rebaseListing } from '#modules/territory/open-rebase.ts'
import { openList, openSingle } from '#platform/api/endpoint.ts'
import { openGrid } from '#platform/api/grid.ts'
import type { ApiCode, ApiRefusal } from '#platform/api/refusal.ts'
import type { Db, Tx } from '#platform/database.ts'

/** Units on a day: asked by the API and by `kheo units`. */
export const openUnitList = openList(
  unitListing,
  (tx, question, now) => openUnits(tx, question, dayInVietnam(now)),
  async (tx, { on, parent, province, code }) =>
    (await earlyDay(tx, { on })) ?? unknownUnit(tx, { parent, province, code }),
)

/** Where figures of one day's units stand on another day's map: asked by the API and by `kheo rebase`. */
export const openRebaseList = openList(rebaseListing, openRebase, async (tx, { from, to, unit, province }) => {
  if (from > to) {
    const message = `Ngày “from” (${formatDay(from)}) ở sau ngày “to” (${formatDay(to)}).`
    return { code: 'bad-parameter', message, field: 'to', help: 'Đổi chỗ hai ngày.' }
  }
  return (await earlyDay(tx, { from, to })) ?? unknownUnit(tx, { unit, province })
})

/** Published figures: asked by the API and by `kheo figures`. */
export const openFigureList = openList(figureListing, openFigures, async (tx, filters) => {
  const { unit, province, indicator, map, mapLevel } = filters
  if (mapLevel && !map) return { code: 'bad-parameter', message: 'Có “mapLevel” thì cần cả “map”.', field: 'mapLevel' }
  return (
    whenRefused(filters) ??
    (await earlyDay(tx, { map })) ??
    (await unknownUnit(tx, { unit, province })) ??
    (await unknownIndicator(tx, indicator))
  )
})

/** Every list that the API answers, in the order in which its document shows them. */
export const openLists = [
  openUnitList,
  openRebaseList,
  openList(indicatorListing, openIndicators, (tx, { code }) => unknownIndicator(tx, code, 'code')),
  openList(periodListing, openPeriods, async (tx, filters) => {
    const { unit, province } = filters
    return whenRefused(filters) ?? (await unknownUnit(tx, { unit, province }))
  }),
  openFigureList,
  openList(reportListing, openReports, async (tx, filters) => {
    const { unit, province } = filters
    return whenRefused(filters) ?? (await unknownUnit(tx, { unit, province }))
  }),
]

/** Every thing that the API answers by its code. */
export const openSingles = [
  openSingle(unitSingle, openUnit, (unit) => unit.versions),
  openSingle(indicatorSingle, openIndicator, (indicator) => indicator.versions),
]

/** Published figures added up: asked by the API and by `kheo cube`. */
export const openCubeAnswers = openGrid(openCubeGrid, async ({ db, cube }: { db: Db; cube: Cube }, pairs, now) => {
  const found = await askOpenCube({ db, cube, reader: { kind: 'public' }, now }, pairs)
  return found.ok ? { ok: true, value: found.value } : { ok: false, refusal: cubeRefusal(found.refusal) }
})

/** Every question with a grammar of its own that the API answers in columns. */
export const openGrids = [openCubeAnswers]

const codeOfCube: Partial<Record<OpenCubeRefusal['code'], ApiCode>> = {
  'unknown-indicator': 'unknown-value',
  'unknown-unit': 'unknown-value',
  'unknown-part': 'unknown-value',
}

function cubeRefusal({ code, field, message }: OpenCubeRefusal): ApiRefusal {
  return { code: codeOfCube[code] ?? 'bad-parameter', message, field }
}

function whenRefused(filters: Parameters<typeof whenConflict>[0]): ApiRefusal | null {
  const conflict = whenConflict(filters)
  return conflict && { code: 'bad-parameter', ...conflict }
}

/** A day before the register begins would be answered by guess. */
async function earlyDay(tx: Tx, days: Record<string, LocalDate | undefined>): Promise<ApiRefusal | null> {
  for (const [field, day] of Object.entries(days)) {
    const message = await dayRefused(tx, day)
    if (message !== null) return { code: 'bad-parameter', message, field, help: 'Hỏi từ ngày đầu của sổ trở đi.' }
  }
  return null
}

/** A code that no unit has would answer an empty list, and nobody would notice the slip. */
async function unknownUnit(tx: Tx, asked: Record<string, readonly string[] | undefined>): Promise<ApiRefusal | null> {
  for (const [field, codes] of Object.entries(asked)) {
    const unknown = await firstUnknownUnit(tx, codes ?? [])
    if (unknown !== null) return noneOf(field, unknown, 'đơn vị nào', 'units')
  }
  return null
}

async function unknownIndicator(
  tx: Tx,
  codes: readonly string[] | undefined,
  field = 'indicator',
): Promise<ApiRefusal | null> {
  const unknown = await firstUnknownIndicator(tx, codes ?? [])
  return unknown === null ? null : noneOf(field, unknown, 'chỉ tiêu nào', 'indicators')
}

function noneOf(field: string, value: string, what: string, list: string): ApiRefusal {
  return {
    code: 'unknown-value',
    message: `Không có ${what} mang mã “${value}”.`,
    field,
    help: `Tìm mã ở /api/v1/${list}.`,
  }
}
