import type { Certificate } from '#kernel/certificate.ts'
import { formatDay } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import type { Vault } from '#platform/vault/vault.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import { lastVersionIn } from '#modules/territory/queries.server.ts'
import type { Award, AwardId } from './award.ts'
import { readBook } from './book-store.server.ts'
import { issuerIn, placeOf } from './certificate-words.ts'
import type { Refusal } from './labels.ts'
import { competenceFor, type CommendationBook } from './law.ts'
import { nameOf } from './name-commands.server.ts'
import { mayOpenName, standingsOf } from './policy.ts'
import { mostPrinted } from './printing.ts'
import { findAward } from './store.server.ts'

type Done<Value> = Promise<Outcome<Value, Refusal>>

/** Certificates of one layout, ready for the writer, with what the list for proofreading says of each. */
export type CertificateSet = { layout: string; certificates: Certificate[] }

/**
 * The words of granted awards for printing. Every name is opened, and each opening recorded, so this is a command and not a
 * reading. Only the body that decided prints; all of one printing share a layout.
 */
export async function openCertificates(
  ctx: Ctx,
  vault: Vault,
  ids: readonly AwardId[],
  signer: string | null,
): Done<CertificateSet> {
  if (readsOnly(ctx.actor) || !mayOpenName(ctx.actor, ctx.actor)) return forbidden()
  if (ids.length === 0) return refused({ code: 'nothing-chosen' })
  if (ids.length > mostPrinted) return refused({ code: 'too-many-chosen', most: mostPrinted })
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const book = await readBook(tx, ctx.actor.province)
    const awards: Award[] = []
    for (const id of ids) {
      const award = await findAward(tx, ctx.actor.province, id)
      if (!award) return notFound()
      if (!standingsOf(ctx.actor, award).includes('decider')) return forbidden()
      if (award.state !== 'decided') return refused({ code: 'not-granted' })
      awards.push(award)
    }
    const layouts = new Set(awards.map((award) => competenceOf(book, award)?.layout ?? null))
    const [layout] = layouts
    if (layouts.size !== 1 || !layout) return refused({ code: 'no-layout' })
    const certificates: Certificate[] = []
    for (const award of awards) certificates.push(await certificateOf(tx, ctx, vault, award, book, signer))
    return done({ layout, certificates })
  })
}

function competenceOf(book: CommendationBook, award: Award) {
  return award.decision && competenceFor(book, award.form, award.level, award.decision.on)
}

async function certificateOf(
  tx: Tx,
  ctx: Ctx,
  vault: Vault,
  award: Award,
  book: CommendationBook,
  signer: string | null,
): Promise<Certificate> {
  const { decision } = award
  const competence = competenceOf(book, award)
  if (!decision || !competence) throw new Error(`Award ${award.id} is decided without a decision`)
  const body = award.level === 'commune' ? award.unit : award.province
  // Under the name that the unit had on the day of the decision.
  const unit = await lastVersionIn(tx, body, award.province, decision.on)
  const name = await nameOf(tx, ctx, vault, award, 'print-certificate')
  const form = book.forms.find((one) => one.code === award.form)
  return {
    issuer: issuerIn(competence.issuer, unit?.name ?? ''),
    title: form?.title ?? '',
    recipient: name ?? award.recipient,
    about: name === null ? '' : award.recipient,
    achievement: award.achievement,
    place: placeOf(unit?.name ?? ''),
    day: decision.on,
    decision: `Quyết định số ${decision.number} ngày ${formatDay(decision.on)}`,
    book: `Số vào sổ: ${decision.bookNumber}/${decision.on.slice(0, 4)}`,
    signerTitle: competence.signerTitle.toLocaleUpperCase('vi'),
    signer,
  }
}
