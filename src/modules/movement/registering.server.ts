import type { Id } from '#kernel/ids.ts'
import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { fold, holdsPersonalNumber } from '#kernel/text.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { dropSealed, seal, type Vault } from '#platform/vault/vault.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { unitOn } from '#modules/territory/queries.server.ts'
import type { CampaignId } from './campaign.ts'
import type { Initiative, InitiativeEntry, InitiativeId, RegistrationScope } from './initiative.ts'
import { mayKeepInitiatives } from './policy.ts'
import type { InitiativeRefusal } from './refusals.ts'
import { insertInitiative } from './register-initiative.server.ts'
import { scopesOpenTo } from './registration.ts'
import { campaignRefusal } from './registration-campaign.server.ts'
import { lockInitiative, readInitiative, saveInitiative } from './store.server.ts'
import { movementWords } from './word-store.server.ts'
import { offeredOn } from './words.ts'
import { countYear, endOf, recordOn } from './year-frame.server.ts'
import { saveYear, yearsOf } from './year-store.server.ts'
import type { InitiativeYear } from './year.ts'

export type Done<Value = undefined> = Promise<Outcome<Value, InitiativeRefusal>>

/** With what a year is registered. */
export type YearEntry = {
  year: number
  scope: RegistrationScope
  isNew: boolean
  theme: string
  campaign?: CampaignId | null
}

/** An individual's name, for the vault, and whether they agreed to be named in public. */
export type NamedHolder = { name: string; consents: boolean }

/** The kind under which the vault keeps the names of individuals. */
export const holderVaultKind = 'initiative-holder'

/**
 * Opens the registration of an initiative as a draft of the actor's own unit. The form brings the id: sent twice it is one.
 * One of the same name in the same year is asked about; `isAnother` is the answer that it is not the same.
 */
export async function openRegistration(
  ctx: Ctx,
  vault: Vault,
  id: InitiativeId,
  given: { entry: InitiativeEntry; year: YearEntry; person: NamedHolder | null; isAnother: boolean },
  parent: Initiative['parent'] = null,
): Done<InitiativeId> {
  const owner = { province: ctx.actor.province, unit: ctx.actor.unit }
  if (!mayKeepInitiatives(ctx.actor, owner)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const standing = await readInitiative(tx, owner.province, id)
    if (standing) return standing.unit === owner.unit ? done(id) : notFound()
    const no =
      (await entryRefusal(tx, ctx, given.entry, given.year)) ??
      (await campaignRefusal(tx, ctx, given.year.campaign, null)) ??
      (given.isAnother ? null : await sameName(tx, owner, given.entry.name, given.year.year, id))
    if (no) return refused(no)
    await insertInitiative(tx, ctx, id, given.entry, given.year, parent)
    if (given.person) await keepPerson(tx, ctx, vault, id, given.person)
    return done(id)
  })
}

/** What changes in a registration: items of the form, the year, the individual. */
export type RegistrationChange = {
  entry?: Partial<InitiativeEntry>
  year?: YearEntry
  person?: NamedHolder | null
  isAnother?: boolean
}

/** Writes what was typed on one page of the form; nothing else of it changes. */
export async function writeInitiative(
  ctx: Ctx,
  vault: Vault,
  id: InitiativeId,
  version: number,
  change: RegistrationChange,
): Done {
  const owner = { province: ctx.actor.province, unit: ctx.actor.unit }
  if (!mayKeepInitiatives(ctx.actor, owner)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const before = await lockInitiative(tx, owner.province, id)
    if (before?.unit !== owner.unit) return notFound()
    const years = await yearsOf(tx, owner.province, [id])
    const no = await writeRefusal(tx, ctx, before, years, version, change)
    if (no) return refused(no)
    const entry = { ...entryIn(before), ...change.entry }
    await saveInitiative(tx, before, { entry }, ctx.now)
    if (change.person !== undefined)
      await keepPerson(tx, ctx, vault, id, entry.holderKind === 'individual' ? change.person : null)
    await saveYears(tx, ctx, id, years, change.year)
    const fields = Object.keys(change.entry ?? {})
    await recordOn(tx, ctx, before, 'initiative-written', { fields })
    return done()
  })
}

async function writeRefusal(
  tx: Tx,
  ctx: Ctx,
  before: Initiative,
  years: readonly InitiativeYear[],
  version: number,
  change: RegistrationChange,
): Promise<InitiativeRefusal | null> {
  const newest = years[0]
  if (before.ended) return { code: 'already-ended' }
  const ended = await endOf(tx, before, dayInVietnam(ctx.now))
  if (ended) return { code: 'unit-ended', ...ended }
  if (before.version !== version) return { code: 'changed-meanwhile' }
  // Who receives must decide on what they read: while it waits its content stands still.
  if (newest?.state === 'registered') return { code: 'waiting', state: newest.state }
  const entry = { ...entryIn(before), ...change.entry }
  const isNamed = change.entry?.name !== undefined && fold(entry.name) !== fold(before.name) && !change.isAnother
  return (
    (await entryRefusal(tx, ctx, entry, change.year ?? null, change.entry)) ??
    (await campaignRefusal(tx, ctx, change.year?.campaign, newest?.campaign ?? null)) ??
    (isNamed && newest ? await sameName(tx, before, entry.name, newest.year, before.id) : null)
  )
}

/** A level or year is chosen as long as the registration is still written; later it is what it was registered as. */
async function saveYears(
  tx: Tx,
  ctx: Ctx,
  id: InitiativeId,
  years: readonly InitiativeYear[],
  given: YearEntry | undefined,
): Promise<void> {
  const initiative = await readInitiative(tx, ctx.actor.province, id)
  if (!initiative) throw new Error(`Initiative ${id} was locked and is gone`)
  for (const year of years) {
    const isOpen = given && year.year === given.year && (year.state === 'draft' || year.state === 'returned')
    const now = isOpen ? await saveYear(tx, year, given, ctx.now) : year
    await countYear(tx, initiative, now)
  }
}

/** Throws a draft away that was never registered; its row stays and stands in no list. */
export async function discardDraft(ctx: Ctx, id: InitiativeId, version: number): Done {
  const owner = { province: ctx.actor.province, unit: ctx.actor.unit }
  if (!mayKeepInitiatives(ctx.actor, owner)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const before = await lockInitiative(tx, owner.province, id)
    if (before?.unit !== owner.unit) return notFound()
    if (before.version !== version) return refused({ code: 'changed-meanwhile' })
    const years = await yearsOf(tx, owner.province, [id])
    if (years.some(({ state }) => state !== 'draft')) return refused({ code: 'was-registered' })
    if (before.holderItem) await dropSealed(tx, { province: owner.province, id: before.holderItem })
    await saveInitiative(tx, before, { isDiscarded: true, holder: { item: null, consents: false } }, ctx.now)
    await recordOn(tx, ctx, before, 'initiative-discarded', {})
    return done()
  })
}

/** What is wrong with an entry by itself and against the words of the province on this day. */
export async function entryRefusal(
  tx: Tx,
  ctx: Ctx,
  entry: InitiativeEntry,
  year: YearEntry | null,
  changed: Partial<InitiativeEntry> = entry,
): Promise<InitiativeRefusal | null> {
  const today = dayInVietnam(ctx.now)
  const { province, unit } = ctx.actor
  const texts = Object.values(changed).filter((text) => typeof text === 'string')
  if (texts.some(holdsPersonalNumber)) return { code: 'personal-number' }
  const words = await movementWords(tx, province)
  const isOffered = (list: 'field' | 'tag' | 'theme', code: string): boolean =>
    offeredOn(words, list, today).some((word) => word.code === code)
  if (changed.mainField && !isOffered('field', changed.mainField))
    return { code: 'unknown-word', list: 'field', typed: changed.mainField }
  const tag = changed.tags?.find((code) => !isOffered('tag', code))
  if (tag !== undefined) return { code: 'unknown-word', list: 'tag', typed: tag }
  if (!year) return null
  const thisYear = partsOf(today).year
  if (year.year < 2009 || year.year > thisYear + 1) return { code: 'year-not-plausible', from: 2009, to: thisYear + 1 }
  if (!scopesOpenTo(unit === province, today).includes(year.scope)) return { code: 'scope-not-open', scope: year.scope }
  if (year.theme && !isOffered('theme', year.theme)) return { code: 'unknown-word', list: 'theme', typed: year.theme }
  const stands = await unitOn(tx, unit, today)
  const ended = stands ? null : await endOf(tx, { province, unit }, today)
  return ended ? { code: 'unit-ended', ...ended } : null
}

/** Another one of this unit with this name in this year: perhaps the same, written twice. */
export async function sameName(
  tx: Tx,
  owner: { province: Id<'Unit'>; unit: Id<'Unit'> },
  name: string,
  year: number,
  except: InitiativeId | null,
): Promise<Extract<InitiativeRefusal, { code: 'same-name' }> | null> {
  const row = await tx
    .selectFrom('initiative')
    .innerJoin('initiative_year', (join) =>
      join
        .onRef('initiative_year.province_id', '=', 'initiative.province_id')
        .onRef('initiative_year.initiative_id', '=', 'initiative.id'),
    )
    .select(['initiative.id', 'initiative.name'])
    .where('initiative.province_id', '=', owner.province)
    .where('initiative.unit_id', '=', owner.unit)
    .where('initiative.name_folded', '=', fold(name))
    .where('initiative.discarded_at', 'is', null)
    .where('initiative_year.year', '=', year)
    .$if(except !== null, (rows) => rows.where('initiative.id', '<>', except))
    .limit(1)
    .executeTakeFirst()
  return row ? { code: 'same-name', other: row.id as InitiativeId, name: row.name, year } : null
}

async function keepPerson(tx: Tx, ctx: Ctx, vault: Vault, id: InitiativeId, person: NamedHolder | null): Promise<void> {
  const { province, unit } = ctx.actor
  const before = await lockInitiative(tx, province, id)
  if (!before) throw new Error(`Initiative ${id} was written and is gone`)
  const name = person?.name ?? ''
  const isKept = person !== null && name === '' && before.holderItem !== null
  if (!isKept && before.holderItem) await dropSealed(tx, { province, id: before.holderItem })
  const item = isKept
    ? before.holderItem
    : name === ''
      ? null
      : await seal(tx, vault, { province, unit, kind: holderVaultKind, text: name, at: ctx.now })
  await saveInitiative(
    tx,
    before,
    { holder: { item, consents: (item !== null && person?.consents) ?? false } },
    ctx.now,
  )
}

function entryIn(initiative: Initiative): InitiativeEntry {
  const { name, holderKind, holder, mainField, tags, situation, goals, content, area, lead } = initiative
  const { coordinating, participating, resources, timePlan, outputs, sustainability, beganOn } = initiative
  return {
    ...{ name, holderKind, holder, mainField, tags, situation, goals, content, area, lead },
    ...{ coordinating, participating, resources, timePlan, outputs, sustainability, beganOn },
  }
}
