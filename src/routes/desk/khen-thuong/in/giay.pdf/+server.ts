import { error, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import { writeCertificates } from '#platform/office/certificate.ts'
import { certificateLayout } from '#platform/office/certificate-layout.ts'
import { writePdf } from '#platform/office/pdf.ts'
import type { AwardId } from '#modules/commendation/award.ts'
import { openCertificates, type CertificateSet } from '#modules/commendation/certificate-commands.server.ts'
import { proofSheet } from '#modules/commendation/certificate-words.ts'
import { longest } from '#modules/commendation/forms.ts'
import { contextOf } from '../../../context.ts'
import type { RequestHandler } from './$types'

// Names are opened and each opening is recorded, so a link alone prints nothing.
export const POST: RequestHandler = async ({ locals, request }) => {
  const ctx = contextOf(locals)
  const form = await request.formData()
  const ids = form.getAll('chon').map((value): AwardId => {
    const id = parseId<'Award'>(typeof value === 'string' ? value : null)
    if (!id) error(404, 'Không có trang này')
    return id
  })
  const signer = tidy(textIn(form, 'ky')).slice(0, longest.name)
  const outcome = await openCertificates(ctx, locals.vault, ids, signer === '' ? null : signer)
  if (!outcome.ok) {
    if (outcome.kind !== 'refused') error(404, 'Không có trang này')
    const year = /^\d{4}$/.exec(textIn(form, 'nam'))?.[0] ?? ''
    redirect(303, `/desk/khen-thuong/in?${new URLSearchParams({ nam: year, loi: outcome.refusal.code })}`)
  }
  const kind = textIn(form, 'ban')
  const bytes = await printed(outcome.value, kind, textIn(form, 'khung') !== 'khong', ctx.actor.name)
  const name = kind === 'do' ? 'to-do' : kind === 'thu' ? 'ban-xem-thu' : 'giay-khen'
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="${name}.pdf"`,
      'cache-control': 'no-store',
    },
  })
}

async function printed(set: CertificateSet, kind: string, frame: boolean, by: string): Promise<Uint8Array> {
  if (kind === 'do') return writePdf(proofSheet(set.certificates, by))
  const layout = certificateLayout(set.layout)
  if (!layout) error(404, 'Không có trang này')
  const mark = kind === 'that' ? '' : 'BẢN XEM THỬ'
  return writeCertificates(set.certificates, layout, { title: 'Giấy khen, bằng khen', frame, mark })
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
