import { error } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { fileKinds, inMegabytes } from '#kernel/file-kind.ts'
import type { Db } from '#platform/database.ts'
import { forceLabel, forceOn } from '#modules/directives/directive.ts'
import { countryDirective, publicDirective } from '#modules/directives/directive-page-queries.server.ts'
import { directiveKindLabel } from '#modules/directives/number-words.ts'
import { countryDirectiveShown } from '../../../country-directive.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const code = params.code.slice(0, 80)
  const ofCountry = /^[a-z0-9-]+$/.test(code) ? await countryDirective(locals.db, code) : null
  if (ofCountry) {
    const { facts, ...shown } = await countryDirectiveShown(locals.db, ofCountry, locals.now)
    return {
      ...shown,
      ...none,
      facts: facts.map((fact) => ({
        ...fact,
        href: 'code' in fact && fact.code ? `/van-ban/${fact.code}` : undefined,
      })),
    }
  }
  const shown = await ofUnit(locals.db, code, locals.now)
  if (!shown) error(404, 'Không có trang này')
  return shown
}

const none = { withdrawn: null as string | null, files: [] as { href: string; name: string; note: string }[] }

async function ofUnit(db: Db, code: string, now: Date) {
  const one = await publicDirective(db, code)
  if (!one) return null
  const common = { reviewedBy: [], ...none }
  if (one.state === 'withdrawn') {
    const withdrawn = `Văn bản này đã được rút khỏi trang công khai ngày ${formatDay(one.on)}. Lý do: ${one.reason}`
    return { ...common, title: one.number, sub: '', facts: [], withdrawn }
  }
  return {
    ...common,
    title: `${directiveKindLabel[one.kind]} ${one.number}`,
    sub: `${one.issuer}, ngày ${one.issuedOn ? formatDay(one.issuedOn) : 'chưa rõ'} · do ${one.unitName ?? ''} công khai ngày ${formatDay(one.publishedOn)}`,
    facts: [
      { term: 'Trích yếu', value: one.subject, href: undefined },
      { term: 'Hiệu lực', value: forceLabel[forceOn(one, dayInVietnam(now))], href: undefined },
      { term: 'Được thay bằng', value: one.replacedBy || 'không ghi', href: undefined },
      { term: 'Sửa đổi, thay thế', value: one.amends || 'không ghi', href: undefined },
    ],
    files: one.files.map(({ id, name, kind, bytes }) => ({
      ...{ href: `/van-ban/${code}/tep/${id}`, name, note: `${fileKinds[kind].says}, ${inMegabytes(bytes)}` },
    })),
  }
}
