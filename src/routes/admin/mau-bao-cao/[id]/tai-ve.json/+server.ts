import { error } from '@sveltejs/kit'
import { fold } from '#kernel/text.ts'
import { templateFile } from '#modules/reporting/template-file.ts'
import { templatePage } from '#modules/reporting/template-page-queries.server.ts'
import { ctxOf } from '../../../context.server.ts'
import { versionIn } from '../../template-answer.server.ts'
import type { RequestHandler } from './$types'

/** A version or a draft as a file that another province reads. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const outcome = await templatePage({ ...ctxOf(locals), db: locals.db }, versionIn(params.id))
  if (!outcome.ok) error(404, 'Không có trang này.')
  const { version, catalogue } = outcome.value
  const names = new Map(catalogue.map(({ code, name }) => [code, name]))
  const name = `Mẫu báo cáo ${version.shape.name}, phiên bản ${version.version}${version.isDraft ? ' (bản nháp)' : ''}`
  return new Response(
    templateFile(version.shape, (code) => names.get(code) ?? ''),
    {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="${plain(name)}.json"; filename*=UTF-8''${encoded(`${saved(name)}.json`)}`,
      },
    },
  )
}

// Signs that a disk does not take in a name.
function saved(name: string): string {
  return name.replace(/[/\\<>:"|?*]/g, ' ').replace(/\s+/g, ' ')
}

function plain(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

// encodeURIComponent leaves four signs that RFC 5987 does not allow.
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
