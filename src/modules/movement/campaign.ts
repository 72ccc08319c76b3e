import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Participant } from './participants.ts'

export type CampaignId = Id<'Sheet'>

export const campaignKinds = ['theme', 'drive', 'surprise'] as const
/** A year's theme (“Năm Dân vận khéo”), a drive with its days (90-year drive), or one called at short notice. */
export type CampaignKind = (typeof campaignKinds)[number]

export const campaignKindLabel: Record<CampaignKind, string> = {
  theme: 'Chủ đề năm',
  drive: 'Đợt thi đua',
  surprise: 'Đợt thi đua đột xuất',
}

export type CampaignEntry = {
  kind: CampaignKind
  title: string
  from: LocalDate
  until: LocalDate
  subject: string
  participants: readonly Participant[]
  /** What came of it, once it has ended. */
  result: string
}

/** Where a drive stands on a day: it ends by its day, nobody has to close it. */
export type CampaignStanding = 'ahead' | 'running' | 'ended'

export function standingOn(campaign: Pick<CampaignEntry, 'from' | 'until'>, day: LocalDate): CampaignStanding {
  if (day < campaign.from) return 'ahead'
  return day <= campaign.until ? 'running' : 'ended'
}

export const standingLabel: Record<CampaignStanding, string> = {
  ahead: 'chưa bắt đầu',
  running: 'đang diễn ra',
  ended: 'đã kết thúc',
}
