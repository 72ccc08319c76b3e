import { newId } from '#kernel/ids.ts'
import { addDays, dayInVietnam, localDate, partsOf, type LocalDate } from '#kernel/local-date.ts'
import { quantity } from '#kernel/quantity.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { recordExample, type SheetPlace } from '#modules/access/sheet-commands.server.ts'
import { communesInForce, lastKnownUnit } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { campaignKeeping, pledgeKeeping, workItemKeeping } from './campaign-commands.server.ts'
import { contestKeeping } from './contest-commands.server.ts'
import type { ContestTeam } from './contest.ts'
import type { Participant } from './participants.ts'
import { signersKept } from './pledge.ts'
import type { WorkPurpose } from './work-item.ts'

/** An invented theme of the year, a drive, a pledge signed under it, a contest, and work items of one commune. */
export async function loadExampleCampaigns(db: Db, province: UnitId, communeCode: string, now: Date): Promise<void> {
  await inScope(db, { reach: 'province', province }, async (tx) => {
    const today = dayInVietnam(now)
    const { year } = partsOf(today)
    const commune = (await lastKnownUnit(tx, communeCode))?.unit
    if (!commune) throw new Error(`db/example does not contain ${communeCode}`)
    const communes = (await communesInForce(tx, province, today)).slice(0, 12)
    const names = communes.map(({ unit, name }): Participant => ({ unit, name }))
    const of = (unit: UnitId): SheetPlace => ({ province, unit, id: newId<'Sheet'>(now) })
    const theme = of(province)
    await recordExample(tx, campaignKeeping, 'campaign-recorded', theme, themeOf(year, names), now)
    await recordExample(tx, campaignKeeping, 'campaign-recorded', of(province), driveOf(year), now)
    const signed = inRunningQuarter(today, 9)
    await recordExample(tx, pledgeKeeping, 'pledge-recorded', of(province), pledgeOf(year, signed, theme, names), now)
    await recordExample(tx, contestKeeping, 'contest-recorded', of(province), contestOf(signed, names.slice(0, 4)), now)
    await workItems(tx, () => of(commune), theme, signed, now)
  })
}

function themeOf(year: number, participants: readonly Participant[]) {
  const [from, until] = [localDate(`${year}-01-01`), localDate(`${year}-12-31`)]
  const subject = 'Mỗi thôn, tổ chọn một việc cụ thể của dân và làm cho xong trong năm.'
  return { kind: 'theme', title: `Năm Dân vận khéo ${year}`, from, until, subject, participants, result: '' } as const
}

function driveOf(year: number) {
  const [from, until] = [localDate(`${year}-07-01`), localDate(`${year}-10-15`)]
  const title = `Thi đua chào mừng ngày truyền thống 15/10/${year}`
  return { kind: 'drive', title, from, until, subject: '', participants: [], result: '' } as const
}

function pledgeOf(year: number, signedOn: LocalDate, theme: SheetPlace, names: readonly Participant[]) {
  const bodies = [{ unit: null, name: 'Ủy ban Mặt trận Tổ quốc Tỉnh Ví Dụ' }]
  return {
    ...{ title: `Cam kết thi đua năm ${year}`, year, signedOn, campaign: theme.id },
    wording: 'Mỗi đơn vị xây dựng ít nhất một mô hình mới, tổ chức đối thoại đủ số cuộc và trả lời hết ý kiến của dân.',
    signers: signersKept([...names, ...bodies], []),
  }
}

function contestOf(heldOn: LocalDate, names: readonly Participant[]) {
  const rounds = [
    { name: 'Chào hỏi', most: quantity('20') },
    { name: 'Xử lý tình huống', most: quantity('50') },
    { name: 'Tiểu phẩm', most: quantity('30') },
  ]
  const scores = [
    ['18', '44', '27'],
    ['17.5', '46', '25.5'],
    ['19', '40', '26'],
    ['16', '38.5', '24'],
  ]
  const teams = names.map((one, at): ContestTeam => ({
    ...{ ...one, prize: ['Nhất', 'Nhất', 'Ba', ''][at] ?? '' },
    scores: (scores[at] ?? []).map((score) => quantity(score)),
  }))
  return {
    title: 'Hội thi Dân vận khéo Tỉnh Ví Dụ',
    heldOn,
    place: 'Nhà văn hóa tỉnh',
    rounds,
    teams,
    resultsOn: heldOn,
  }
}

async function workItems(tx: Tx, place: () => SheetPlace, theme: SheetPlace, day: LocalDate, at: Date): Promise<void> {
  const items: [string, WorkPurpose, boolean, string | null, string | null][] = [
    ['Lắp đèn chiếu sáng hai thôn Cầu Tre, Gò Sim', 'theme', true, '46.5', '38'],
    ['Nạo vét mương nội đồng, bê tông hóa 300 m', 'new-rural', true, '120', '210'],
    ['Sửa nhà văn hóa thôn Đồi Ngang', 'theme', false, null, null],
  ]
  for (const [title, purpose, isDone, cost, labour] of items) {
    const entry = {
      ...{ title, purpose, campaign: purpose === 'theme' ? theme.id : null, plannedFrom: day, place: '', result: '' },
      ...{ doneOn: isDone ? day : null, costMillion: cost === null ? null : quantity(cost) },
      labourDays: labour === null ? null : quantity(labour),
    }
    await recordExample(tx, workItemKeeping, 'work-item-recorded', place(), entry, at)
  }
}

/** Some days ago, but in the quarter that still runs: what was handed in before counts nothing of the example. */
function inRunningQuarter(today: LocalDate, daysAgo: number): LocalDate {
  const { year, month } = partsOf(today)
  const first = localDate(`${year}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`)
  const day = addDays(today, -daysAgo)
  return day < first ? first : day
}
