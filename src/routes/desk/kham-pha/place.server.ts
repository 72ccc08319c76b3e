import { dayInVietnam } from '#kernel/local-date.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { defaultQuestions } from '#modules/figures/default-questions.ts'
import { nothingAsked } from '#modules/figures/question.ts'
import { questionAddress } from '#modules/figures/question-text.ts'
import type { ExplorePlace } from '../../explore.server.ts'

/** The exploring page of the desk: an officer's own unit, and the first of the questions that are there for everybody. */
export function deskPlace(ctx: Ctx): ExplorePlace {
  return {
    path: '/desk/kham-pha',
    reader: { kind: 'officer', actor: ctx.actor },
    usual: async (asked) => {
      const [first] = suggestionsFor(ctx)
      return questionAddress(asked) === questionAddress(nothingAsked) && first ? first.asked : asked
    },
  }
}

export function suggestionsFor({ actor, now }: Ctx) {
  return defaultQuestions(actor.unit === actor.province ? 'province' : 'commune', dayInVietnam(now))
}
