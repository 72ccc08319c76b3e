import { parseId } from '#kernel/ids.ts'
import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { campaignKindLabel, type CampaignId } from '#modules/movement/campaign.ts'
import { campaignChoices } from '#modules/movement/campaign-queries.server.ts'
import { whoForm, yearForm } from '#modules/movement/forms.ts'
import { scopeLabel } from '#modules/movement/labels.ts'
import type { NamedHolder, YearEntry } from '#modules/movement/registering.server.ts'
import { scopesOpenTo } from '#modules/movement/registration.ts'
import type { HolderKind } from '#modules/movement/initiative.ts'

export const whoFields = [
  'name',
  'holder',
  'holderKind',
  'personName',
  'consents',
  'isAnother',
  'year',
  'scope',
  'isNew',
  'campaign',
]

/** What may be chosen on the first page of the registration. */
export async function whoChoices(ctx: Ctx) {
  const today = dayInVietnam(ctx.now)
  const { year } = partsOf(today)
  const running = await campaignChoices(ctx)
  return {
    campaigns: running.map(({ id, title, kind }) => ({
      value: id as string,
      label: `${campaignKindLabel[kind]}: ${title}`,
    })),
    scopes: scopesOpenTo(ctx.actor.unit === ctx.actor.province, today).map((value) => ({
      value,
      label: scopeLabel[value],
    })),
    years: [year + 1, year, year - 1, year - 2],
  }
}

type Who = {
  entry: { name: string; holderKind: HolderKind; holder: string }
  year: YearEntry
  person: NamedHolder | null
  isAnother: boolean
}

/** Reads the first page; both of its parts are read, so that every error is said at once. */
export function readWho(
  form: FormData,
  theme: string,
): { ok: true; value: Who } | { ok: false; errors: Record<string, string> } {
  const who = readForm(whoForm, form)
  const year = readForm(yearForm, form)
  const campaign = campaignIn(form)
  if (!who.ok || !year.ok || campaign === 'unreadable')
    return {
      ok: false,
      errors: {
        ...(!who.ok && who.errors),
        ...(!year.ok && year.errors),
        ...(campaign === 'unreadable' && {
          campaign: 'Chọn một đợt thi đua trong danh sách, hoặc không chọn đợt nào.',
        }),
      },
    }
  const { name, holderKind, holder, personName, consents, isAnother } = who.value
  return {
    ok: true,
    value: {
      entry: { name, holderKind, holder },
      year: { ...year.value, theme, campaign },
      person: holderKind === 'individual' ? { name: personName, consents } : null,
      isAnother,
    },
  }
}

function campaignIn(form: FormData): CampaignId | null | 'unreadable' {
  const text = form.get('campaign')
  if (typeof text !== 'string' || text === '') return null
  return parseId<'Sheet'>(text) ?? 'unreadable'
}
