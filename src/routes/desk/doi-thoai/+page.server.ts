import { error } from '@sveltejs/kit'
import { dayInVietnam, formatDay, partsOf } from '#kernel/local-date.ts'
import { formatQuantity, quantity } from '#kernel/quantity.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { yearlyDialogues } from '#modules/activities/dialogue-duty.ts'
import type { DialogueState } from '#modules/activities/dialogue-life.ts'
import { dialogueStateName } from '#modules/activities/dialogue-words.ts'
import { mayReadRegisters } from '#modules/activities/policy.ts'
import { registerPage, unitOfCode } from '#modules/activities/queries.server.ts'
import { ownRegisterCode, registersPage } from '#modules/activities/registers-queries.server.ts'
import type { StateKind } from '#ui/state.ts'
import { contextOf } from '../context.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const code = url.searchParams.get('don-vi')
  const thisYear = partsOf(dayInVietnam(ctx.now)).year
  const year = yearOf(url.searchParams.get('nam'))
  if (code === null && mayReadRegisters(ctx.actor)) return { from: await fromAbove(ctx, year ?? thisYear, thisYear) }
  const unit = code === null ? ctx.actor.unit : await unitOfCode(ctx, code.slice(0, 80))
  if (!unit) error(404, 'Không có trang này')
  const wantedPage = Number(/^\d{1,5}$/.exec(url.searchParams.get('trang') ?? '')?.[0] ?? 1)
  const outcome = await registerPage(ctx, unit, { year, page: wantedPage })
  if (!outcome.ok) error(404, 'Không có trang này')
  const { dialogues, standing, unit: whose, heldThisYear, ...page } = outcome.value
  const isOfProvince = whose.level === 'province'
  return {
    ...page,
    from: null,
    unitName: whose.name,
    code,
    isOfProvince,
    duty: isOfProvince ? null : dutyOf(heldThisYear, thisYear),
    sums: [
      { label: 'Cuộc đối thoại', amount: said(standing.meetings), note: null },
      { label: 'Trong đó chuyên đề', amount: said(standing.thematic), note: null },
      {
        label: 'Lượt người dự',
        amount: said(standing.attendances),
        note: standing.uncounted > 0 ? `${said(standing.uncounted)} cuộc không đếm người dự` : null,
      },
      { label: 'Ý kiến', amount: said(standing.opinions), note: null },
    ],
    dialogues: dialogues.map((one) => ({
      id: one.id,
      heldOn: one.heldOn,
      day: formatDay(one.heldOn),
      subject: one.subject,
      place: one.place,
      isThematic: one.isThematic,
      attendances: one.attendances === null ? null : said(one.attendances),
      opinions: one.opinions === null ? null : said(one.opinions),
      voidReason: one.voidReason,
      standing: one.state === 'held' ? null : { kind: kindOf(one.state), word: dialogueStateName[one.state] },
    })),
    saved: url.searchParams.get('da'),
  }
}

/** What Điều 32 asks of a commune, and how far this year is. */
function dutyOf(held: number, year: number) {
  const { least, basis, certaintySaid } = yearlyDialogues
  const isMet = held >= least
  return {
    isMet,
    text: isMet
      ? `Năm ${year} đã có ${said(held)} cuộc, tính vào ô D04`
      : `Năm ${year} chưa tổ chức cuộc nào; luật yêu cầu ít nhất mỗi năm ${least} cuộc`,
    basis: `${basis} (${certaintySaid})`,
  }
}

function kindOf(state: DialogueState): StateKind {
  if (state === 'planned') return 'new'
  if (state === 'announced') return 'soon'
  if (state === 'cancelled') return 'none'
  return state === 'published' ? 'ok' : 'hold'
}

/** The registers of the whole province, for those who read them from above. */
async function fromAbove(ctx: Ctx, year: number, thisYear: number) {
  const outcome = await registersPage(ctx, year)
  if (!outcome.ok) error(404, 'Không có trang này')
  // Those who keep a register first: among a hundred communes they would not be found.
  const lines = outcome.value.toSorted((one, other) => Number(other.meetings > 0) - Number(one.meetings > 0))
  return {
    ownHref: `/desk/doi-thoai?${new URLSearchParams({ 'don-vi': await ownRegisterCode(ctx) })}`,
    year,
    years: [thisYear, thisYear - 1, thisYear - 2],
    kept: lines.filter((line) => line.meetings > 0).length,
    lines: lines.map((line) => ({
      code: line.unit.code,
      name: line.unit.name,
      meetings: said(line.meetings),
      attendances: said(line.attendances),
      newest: line.newest ? formatDay(line.newest) : null,
      hasAny: line.meetings > 0,
    })),
  }
}

function said(amount: number): string {
  return formatQuantity(quantity(amount))
}

function yearOf(text: string | null): number | null {
  return text !== null && /^20\d\d$/.test(text) ? Number(text) : null
}
