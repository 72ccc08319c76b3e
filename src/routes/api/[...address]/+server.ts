import { truncatedAddress } from '#modules/access/address.ts'
import { otherMethodAnswer, refusalAnswer } from '#platform/api/answer.ts'
import { apiRateFrom, rateLimit } from '#platform/door/rate-limit.ts'
import { answerTo } from '../answer.server.ts'
import type { RequestHandler } from './$types'

const limit = rateLimit(apiRateFrom(process.env))

export const GET: RequestHandler = async ({ locals, params, request, url, getClientAddress }) => {
  const seconds = limit.waitFor(truncatedAddress(getClientAddress()), locals.now)
  if (seconds !== null) {
    const message = `Mạng này vừa hỏi quá nhiều. Chờ ${seconds} giây rồi hỏi tiếp.`
    return refusalAnswer({ code: 'too-many-requests', message }, { 'retry-after': String(seconds) })
  }
  return answerTo(params.address, { db: locals.db, cube: locals.cube, now: locals.now, request, search: url.search })
}

export const fallback: RequestHandler = ({ request }) => otherMethodAnswer(request.method)
