import { z } from 'zod'
import type { OpenList, OpenSingle } from './endpoint.ts'
import type { Grid } from './grid.ts'
import { pageParameters, singleParameters } from './listing.ts'
import { parameterSchema } from './question.ts'
import { apiCodes, type ApiCode } from './refusal.ts'

type Json = Record<string, unknown>
export type Parameter = {
  name: string
  in: 'query' | 'path'
  required?: true
  description: string
  example?: unknown
  schema: Json
  style?: 'form'
  explode?: false
}
export type Operation = {
  operationId: string
  summary: string
  description: string
  parameters: Parameter[]
  responses: Record<string, Json>
  'x-example': string
}
export type OpenApiDocument = {
  openapi: '3.1.0'
  info: { title: string; version: string; summary: string; description: string; termsOfService: string }
  servers: { url: string }[]
  paths: Record<string, { get: Operation }>
  components: { schemas: Record<string, Json>; responses: Record<string, Json> }
}

/** The OpenAPI 3.1 document, printed from the same schemas that parse the requests. */
export function openApiDocument(
  info: OpenApiDocument['info'],
  base: string,
  lists: readonly OpenList[],
  singles: readonly OpenSingle[],
  grids: readonly { grid: Grid }[],
): OpenApiDocument {
  const listed = lists.map((list) => [`/${list.listing.name}`, { get: listOperation(list) }] as const)
  const single = singles.map((one) => [`/${one.single.name}/{code}`, { get: singleOperation(one) }] as const)
  const gridded = grids.map(({ grid }) => [`/${grid.name}`, { get: gridOperation(grid) }] as const)
  return {
    openapi: '3.1.0',
    info,
    servers: [{ url: base }],
    paths: Object.fromEntries([...listed, ...gridded, ...single]),
    components: {
      schemas: {
        ...Object.fromEntries(lists.map(({ listing }) => [schemaName(listing.name), schemaOf(listing.item)])),
        ...Object.fromEntries(grids.map(({ grid }) => [schemaName(grid.name), schemaOf(grid.item)])),
        ...Object.fromEntries(singles.map(({ single: one }) => [`${schemaName(one.name)}-one`, schemaOf(one.item)])),
        refusal: refusalSchema(),
      },
      responses: refusals(),
    },
  }
}

function listOperation({ listing }: OpenList): Operation {
  const page = pageParameters(listing)
  return {
    operationId: listing.name,
    summary: listing.summary,
    description: listing.description,
    parameters: [...parametersOf(listing.filters), ...parametersOf(page)],
    responses: responsesOf(listAnswerSchema(listing.name, listing.countable), [400, 404]),
    'x-example': `/${listing.name}?${listing.example}`,
  }
}

function gridOperation(grid: Grid): Operation {
  return {
    operationId: grid.name,
    summary: grid.summary,
    description: grid.description,
    parameters: [...parametersOf(grid.parameters), ...parametersOf(singleParameters)],
    responses: responsesOf(thingSchema(schemaName(grid.name)), [400, 404]),
    'x-example': `/${grid.name}?${grid.example}`,
  }
}

function thingSchema(name: string): Json {
  return {
    type: 'object',
    properties: { data: { $ref: `#/components/schemas/${name}` } },
    required: ['data'],
    additionalProperties: false,
  }
}

function singleOperation({ single }: OpenSingle): Operation {
  const { description, example, ...schema } = parameterSchema(single.key)
  return {
    operationId: `${single.name}-one`,
    summary: single.summary,
    description: single.description,
    parameters: [
      { name: 'code', in: 'path', required: true, description: String(description ?? ''), example, schema },
      ...parametersOf(singleParameters),
    ],
    responses: responsesOf(thingSchema(`${schemaName(single.name)}-one`), [400, 404]),
    'x-example': `/${single.name}/${single.example}`,
  }
}

function parametersOf(schema: z.ZodObject): Parameter[] {
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, one]) => {
    const { description, example, ...rest } = parameterSchema(one)
    return {
      name,
      in: 'query',
      ...(one.safeParse(undefined).success ? {} : ({ required: true } as const)),
      description: String(description ?? ''),
      ...(example === undefined ? {} : { example }),
      schema: rest,
      // Values of one filter stand in one parameter: level=commune,province.
      ...(rest.type === 'array' ? ({ style: 'form', explode: false } as const) : {}),
    }
  })
}

function listAnswerSchema(name: string, countable: boolean): Json {
  return {
    type: 'object',
    properties: {
      data: { type: 'array', items: { $ref: `#/components/schemas/${schemaName(name)}` } },
      next: {
        type: ['string', 'null'],
        description: 'Đường dẫn của trang sau; không còn thì null. Cũng có trong “Link”, rel="next".',
      },
      ...(countable ? { total: { type: 'integer', description: 'Chỉ khi hỏi count=true.' } } : {}),
    },
    required: ['data', 'next'],
    additionalProperties: false,
  }
}

function responsesOf(schema: Json, own: readonly number[]): Record<string, Json> {
  const shared = [...new Set([...own, 405, 406, 414, 429])]
  return {
    '200': {
      description: 'Có câu trả lời.',
      headers: {
        ETag: { description: 'Dấu của nội dung; gửi lại bằng “If-None-Match”.', schema: { type: 'string' } },
        Link: { description: 'Trang sau, rel="next".', schema: { type: 'string' } },
      },
      content: {
        'application/json': { schema },
        'text/csv': { schema: { type: 'string', description: 'Dòng đầu là tên trường; mỗi mục một dòng.' } },
      },
    },
    '304': { description: 'Nội dung vẫn như lần trước.' },
    ...Object.fromEntries(shared.map((status) => [String(status), { $ref: `#/components/responses/${status}` }])),
  }
}

function schemaName(name: string): string {
  return name.replace(/s$/, '')
}

function schemaOf(item: z.ZodObject): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(item, { io: 'output' })
  return rest
}

const codes = Object.keys(apiCodes) as ApiCode[]

function refusalSchema(): Json {
  return {
    type: 'object',
    properties: {
      error: {
        type: 'object',
        properties: {
          code: { type: 'string', enum: codes, description: 'Không đổi giữa các phiên bản.' },
          message: { type: 'string', description: 'Một câu cho người đọc; lời có thể đổi.' },
          field: { type: 'string', description: 'Tham số cần sửa.' },
          help: { type: 'string', description: 'Làm gì tiếp.' },
        },
        required: ['code', 'message'],
        additionalProperties: false,
      },
    },
    required: ['error'],
    additionalProperties: false,
  }
}

function refusals(): Record<string, Json> {
  const byStatus = Map.groupBy(codes, (code) => apiCodes[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      String(status),
      {
        description: ofStatus.map((code) => `${code}: ${apiCodes[code].means}`).join('\n'),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/refusal' } } },
      },
    ]),
  )
}
