import { error, redirect } from '@sveltejs/kit'
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { randomBytes } from 'node:crypto'
import { dropKeptPost, keepPost, sweepSignIns } from '#modules/access/guard.server.ts'
import { guardFromEnvironment, openAccess, type Access } from '#modules/access/access.server.ts'
import { mayReadAudit, readsOnly } from '#modules/access/policy.ts'
import { actorOf, currentSession, type SessionNow } from '#modules/access/session.server.ts'
import { cubeFromEnvironment, type Cube } from '#modules/figures/cube.server.ts'
import { newId } from '#kernel/ids.ts'
import { openDatabase } from '#platform/database.ts'
import { parseTextSize, textSizeCookie } from '#ui/text-size.ts'
import { parseTheme, themeCookie } from '#ui/theme.ts'
import { formTokenFor, isOwnForm } from '#platform/door/form-check.ts'
import { forEverybody } from '#platform/door/page-cache.ts'
import { plainPage } from '#platform/door/plain-page.ts'
import { openFileStore } from '#platform/files/open-store.ts'
import type { FileStore } from '#platform/files/store.ts'
import { faultOf, logTarget, openLog } from '#platform/log.ts'
import { mailFromEnvironment, type MailSettings } from '#platform/notify/mail-settings.ts'
import { ringPlace } from '#platform/vault/ring.ts'
import { openVault, type Vault } from '#platform/vault/vault.ts'
import { sweepKeptFiles } from './kept-files.ts'
import { anonymousCookie, keptCookie, keptParameter, visitOf, type DoorEvent } from './routes/visit.server.ts'

type Runtime = {
  access: Access
  cube: Cube
  vault: Vault
  mail: MailSettings | null
  files: FileStore
  log: ReturnType<typeof openLog>
}
let runtime: Runtime | undefined

/** Opened by the first request, not at import: the build imports this file without a database. */
function openRuntime(): Runtime {
  const { KHEO_DATABASE_URL: url, KHEO_SECRET: secret } = process.env
  if (!url || !secret)
    throw new Error('KHEO_DATABASE_URL and KHEO_SECRET are set by src/server.ts before this file runs.')
  const db = openDatabase(url)
  const access = openAccess({
    db,
    url,
    secret,
    guard: guardFromEnvironment(process.env),
    refuseExamples: process.env.KHEO_EXAMPLE === '0',
  })
  const dataDir = process.env.KHEO_DATA ?? 'data'
  const log = openLog(logTarget(process.env, dataDir))
  const vault = openVault(ringPlace(dataDir, process.env.KHEO_VAULT_KEY))
  const files = openFileStore(process.env)
  const hourly = (): void => {
    const sweeps = [sweepSignIns(access.identity.authDb, new Date()), sweepKeptFiles(db, files, new Date())]
    for (const sweep of sweeps) sweep.catch((error: unknown) => log.error({ fault: faultOf(error) }, 'sweep'))
  }
  hourly()
  setInterval(hourly, 3_600_000).unref()
  const cube = cubeFromEnvironment(url, process.env)
  return { access, cube, vault, mail: mailFromEnvironment(process.env), files, log }
}

const largestKeptBody = 512 * 1024

export const handle: Handle = async ({ event, resolve }) => {
  runtime ??= openRuntime()
  const { access } = runtime
  event.locals.now = new Date()
  refuseBrokenForm(event.request)
  event.locals.requestId = event.request.headers.get('x-request-id') ?? newId()
  event.locals.access = access
  event.locals.db = access.db
  event.locals.cube = runtime.cube
  event.locals.vault = runtime.vault
  event.locals.mail = runtime.mail
  event.locals.files = runtime.files
  const now = await currentSession(access, visitOf(event))
  event.locals.session = now.state === 'awake' ? now.session : null
  event.locals.actor = actorOf(event.locals.session)
  event.locals.formToken = () => formTokenFor(access.secret, holderOf(event))
  // The API takes no form from anybody: it says so itself (405), in its own way of saying no.
  if (event.route.id !== apiRoute && !isOwnForm(originOf(event, access, now))) return refusal()
  const gate = await gateOf(event, now)
  if (gate) return gate
  const text = String(parseTextSize(event.cookies.get(textSizeCookie)))
  const theme = parseTheme(event.cookies.get(themeCookie))
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%kheo.text%', text).replace('%kheo.theme%', theme),
  })
  await dropWhatArrived(event, response)
  if (isForEverybody(event, response)) response.headers.set('cache-control', forEverybody)
  return response.status === 405 ? withSentence(response) : response
}

const apiRoute = '/api/[...address]'

/** A page of the portal or an answer of the API as anybody gets it: kept by the page cache until something public changes. */
function isForEverybody({ route, request, locals }: DoorEvent, response: Response): boolean {
  const isPublic = (route.id?.startsWith('/(portal)') === true || route.id === apiRoute) && !locals.session
  return isPublic && request.method === 'GET' && response.status === 200 && !response.headers.has('set-cookie')
}

export const handleError: HandleServerError = ({ event, ...caught }) => {
  const { requestId } = event.locals
  if (caught.kind === 'unknown') {
    runtime?.log.error({ id: requestId, route: event.route.id, fault: faultOf(caught.error) }, 'fault')
    return { message: 'Có lỗi ở máy chủ. Nội dung đã lưu trước đó vẫn còn. Thử lại sau ít phút.', requestId }
  }
  const sentence = caught.kind === 'framework' ? frameworkSentence(caught.error.status) : null
  return { ...(sentence ? { message: sentence } : {}), requestId }
}

// The framework gives its reasons in English and in its own words.
const frameworkSentences: Record<number, string> = {
  404: 'Không có trang này.',
  405: 'Trang này không nhận cách gửi vừa rồi. Mở lại trang rồi làm bằng nút trên trang.',
  413: 'Nội dung gửi lên quá lớn. Bớt nội dung rồi gửi lại.',
  415: 'Nội dung gửi lên không phải của một biểu mẫu. Mở lại trang rồi gửi bằng nút trên trang.',
}

function frameworkSentence(status: number): string {
  return frameworkSentences[status] ?? 'Không đọc được yêu cầu vừa rồi. Tải lại trang rồi thử lại.'
}

/** A form that breaks off or is not what it says it is (a cut multipart body) is somebody's slip, not a fault of ours. */
function refuseBrokenForm(request: Request): void {
  const read = request.formData.bind(request)
  request.formData = async () => {
    try {
      return await read()
    } catch (caught) {
      if (!(caught instanceof TypeError)) throw caught
      error(400, 'Nội dung gửi lên bị đứt hoặc không đúng dạng. Tải lại trang, nhập lại rồi gửi lần nữa.')
    }
  }
}

function originOf(event: DoorEvent, access: Access, now: SessionNow): Parameters<typeof isOwnForm>[0] {
  const holders = [
    event.locals.session?.id,
    now.state === 'ended' ? now.session : null,
    event.cookies.get(anonymousCookie),
  ]
  return {
    method: event.request.method,
    origin: event.request.headers.get('origin'),
    fetchSite: event.request.headers.get('sec-fetch-site'),
    token: event.url.searchParams.get('k'),
    ownOrigin: event.url.origin,
    expectedTokens: holders.filter((holder) => !!holder).map((holder) => formTokenFor(access.secret, holder ?? '')),
  }
}

function holderOf(event: DoorEvent): string {
  if (event.locals.session) return event.locals.session.id
  const known = event.cookies.get(anonymousCookie)
  if (known) return known
  const made = randomBytes(18).toString('base64url')
  const secure = event.url.protocol === 'https:'
  event.cookies.set(anonymousCookie, made, { path: '/', httpOnly: true, sameSite: 'lax', secure })
  return made
}

/** Desk and administration: who is not there yet is shown the way; for the others these pages do not exist. */
async function gateOf(event: DoorEvent, now: SessionNow): Promise<Response | null> {
  const place = placeOf(event)
  const admin = isUnder(place, '/admin')
  const { session, actor } = event.locals
  if (actor && readsOnly(actor) && isChange(event, place)) return missing()
  if (!admin && !isUnder(place, '/desk')) return null
  if (!session) {
    await keepWhatWasTyped(event, now)
    redirect(303, `/dang-nhap?tiep=${encodeURIComponent(nextPath(event))}${now.state === 'ended' ? '&het=1' : ''}`)
  }
  if (!session.enrolled) redirect(303, '/dang-nhap/kich-hoat')
  if (!actor && !isUnder(place, '/desk/tai-khoan')) redirect(303, '/desk/tai-khoan')
  // Not 403: an address must not tell who else works here.
  return admin && !(actor && mayReadAudit(actor, actor.province)) ? missing() : null
}

/** What an auditor may send: their own sign-in, password and size of letters. Nothing else, whatever page it is on. */
function isChange(event: DoorEvent, place: string): boolean {
  const own = ['/(auth)', '/dang-nhap', '/dang-xuat', '/desk/tai-khoan', '/co-chu'].some((root) => isUnder(place, root))
  return !own && !['GET', 'HEAD', 'OPTIONS'].includes(event.request.method)
}

/** The route that answers, because `/%64esk` is the desk as well; for an address without a route, the address. */
function placeOf(event: DoorEvent): string {
  return event.route.id ?? event.url.pathname
}

function isUnder(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`)
}

/** After a form the page it stood on, not the form's own action. */
function nextPath(event: DoorEvent): string {
  const { pathname, search } = event.url
  // It is carried in a header, and no header holds more than some kilobytes.
  return event.request.method === 'GET' && search.length <= longestQuestion ? pathname + search : pathname
}
const longestQuestion = 2000

/** A form that met an ended session waits ten minutes for its person to sign in again. */
async function keepWhatWasTyped(event: DoorEvent, now: SessionNow): Promise<void> {
  const type = event.request.headers.get('content-type') ?? ''
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)
  const size = Number(event.request.headers.get('content-length') ?? Number.NaN)
  // Passwords are typed on the page of one's own account: nothing of it is ever kept.
  const holdsPassword = isUnder(placeOf(event), '/desk/tai-khoan')
  if (
    now.state !== 'ended' ||
    event.request.method !== 'POST' ||
    !isForm ||
    holdsPassword ||
    !(size <= largestKeptBody)
  ) {
    return
  }
  const fields = [...(await event.request.formData())].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  const post = { action: event.url.pathname + withoutToken(event.url.search), fields }
  const token = await keepPost(event.locals.access.identity.authDb, now.userId, post, event.locals.now)
  const secure = event.url.protocol === 'https:'
  event.cookies.set(keptCookie, token, { path: '/dang-nhap', httpOnly: true, sameSite: 'lax', secure, maxAge: 600 })
}

/** A kept form that was sent again is not offered a second time; after a fault of ours it still is. */
async function dropWhatArrived(event: DoorEvent, response: Response): Promise<void> {
  const id = event.url.searchParams.get(keptParameter)
  const { session, access } = event.locals
  if (event.request.method !== 'POST' || !id || !session || response.status >= 500) return
  await dropKeptPost(access.identity.authDb, id, session.userId)
  response.headers.append('set-cookie', `${keptCookie}=; Path=/dang-nhap; Max-Age=0; HttpOnly; SameSite=Lax`)
}

// By text: URLSearchParams would write `?/save` as `?%2Fsave=`.
function withoutToken(search: string): string {
  const parts = search.slice(1).split('&')
  const kept = parts.filter((part) => part !== '' && !part.startsWith('k=') && !part.startsWith(`${keptParameter}=`))
  return kept.length ? `?${kept.join('&')}` : ''
}

function refusal(): Response {
  return page(403, 'Chưa nhận nội dung này', [
    'Trình duyệt cho biết nội dung vừa gửi không đến từ một trang của hệ thống này, nên hệ thống chưa nhận.',
    'Việc cần làm: bấm nút quay lại của trình duyệt, tải lại trang rồi gửi lần nữa. Nếu vẫn gặp trang này, mở hệ thống bằng đúng địa chỉ thường dùng, không qua đường dẫn của trang khác.',
  ])
}

/** The framework says in one English line that an address takes no such method. */
function withSentence(response: Response): Response {
  const allow = response.headers.get('allow')
  if (!allow || response.headers.get('content-type')?.startsWith('application/json')) return response
  const said = page(405, 'Địa chỉ này không mở được theo cách vừa rồi', [
    'Đi từ trang đầu, hoặc bấm nút quay lại của trình duyệt rồi làm bằng nút trên trang.',
  ])
  said.headers.set('allow', allow)
  return said
}

function missing(): Response {
  return page(404, 'Không có trang này', [
    'Địa chỉ có thể đã gõ sai, hoặc trang này không dành cho tài khoản đang dùng.',
  ])
}

function page(status: number, title: string, sentences: string[]): Response {
  return new Response(plainPage(title, sentences), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}
