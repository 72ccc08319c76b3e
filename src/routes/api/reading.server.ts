import { apiCodes } from '#platform/api/refusal.ts'
import type { OpenApiDocument, Operation, Parameter } from '#platform/api/openapi.ts'

/** The OpenAPI document as people read it: the same words, in the order in which one needs them. */
export function readingOf(document: OpenApiDocument) {
  const base = document.servers[0]?.url ?? ''
  const [lead = '', ...chapters] = document.info.description.split('\n\n')
  return {
    title: document.info.title,
    lead: plain(lead),
    chapters: chapters.map((text) => {
      const [, title = '', rest = text] = /^\*\*(.+?)\.\*\* (.*)$/s.exec(text) ?? []
      // Between back ticks stand the words that are typed as they are.
      return { title, parts: rest.split('`').map((part, index) => ({ index, text: part, isCode: index % 2 === 1 })) }
    }),
    endpoints: Object.entries(document.paths).map(([path, { get }]) => ({
      anchor: get.operationId,
      address: base + path,
      summary: get.summary,
      description: get.description,
      example: base + get['x-example'],
      exampleCsv: asCsv(base + get['x-example']),
      parameters: get.parameters.map(parameterWords),
      fields: fieldsOf(document, get),
    })),
    codes: Object.entries(apiCodes).map(([code, { status, means }]) => ({ code, status, means })),
  }
}

function plain(text: string): string {
  return text.replaceAll('`', '')
}

function asCsv(address: string): string {
  const [path = '', query] = address.split('?')
  return `${path}.csv${query ? `?${query}` : ''}`
}

function parameterWords({ name, description, example, schema }: Parameter) {
  const one = schema.type === 'array' ? (schema.items as Record<string, unknown>) : schema
  const values = Array.isArray(one.enum) ? one.enum.map(String) : []
  return {
    name,
    description,
    many: schema.type === 'array',
    // The names of all fields stand once, below.
    values: name === 'fields' ? [] : values,
    usual: schema.default === undefined ? null : String(schema.default),
    example: example === undefined ? null : String(example),
  }
}

type Properties = Record<string, { description?: string; properties?: Properties; items?: { properties?: Properties } }>

function fieldsOf(document: OpenApiDocument, operation: Operation): { name: string; description: string }[] {
  const name = operation.operationId.replace(/s(-one)?$/, '$1')
  const properties = (document.components.schemas[name]?.properties ?? {}) as Properties
  return Object.entries(properties).map(([field, { description = '' }]) => ({ name: field, description }))
}
