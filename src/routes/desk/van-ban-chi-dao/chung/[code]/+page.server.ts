import { error } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { countryDirective } from '#modules/directives/directive-page-queries.server.ts'
import { reviewsOfDirective } from '#modules/directives/review-queries.server.ts'
import { reviewTitle } from '#modules/directives/review-title.ts'
import { countryDirectiveShown } from '../../../../country-directive.server.ts'
import { contextOf } from '../../../context.ts'
import { mustBe } from '../../../registers/sheet-page.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const ctx = contextOf(locals)
  const directive = await countryDirective(ctx.db, params.code.slice(0, 80))
  if (!directive) error(404, 'Không có trang này')
  const reviews = mustBe(await reviewsOfDirective(ctx, directive.code))
  return {
    ...(await countryDirectiveShown(ctx.db, directive, ctx.now)),
    reviews: reviews.map(({ sheet, unitName }) => ({
      ...{ id: sheet.id, title: reviewTitle(sheet), day: formatDay(sheet.heldOn), unitName },
    })),
  }
}
