/** A schema as the form reads it, and values as they stand in a document. */
import { z } from 'zod'

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export type JsonObject = { [name: string]: Json }

const Words = z.record(z.string(), z.string())

export type FieldSchema = {
  type?: string | undefined
  title?: string | undefined
  description?: string | undefined
  properties?: Record<string, FieldSchema> | undefined
  items?: FieldSchema | undefined
  anyOf?: FieldSchema[] | undefined
  oneOf?: FieldSchema[] | undefined
  enum?: (string | number)[] | undefined
  const?: string | number | boolean | null | undefined
  minimum?: number | undefined
  maximum?: number | undefined
  maxItems?: number | undefined
  'x-as'?: string | undefined
  'x-choices'?: Record<string, string> | undefined
  'x-refers-to'?: string | undefined
  'x-item'?: string | undefined
}

export const FieldSchema: z.ZodType<FieldSchema> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    title: z.string().optional(),
    description: z.string().optional(),
    properties: z.record(z.string(), FieldSchema).optional(),
    items: FieldSchema.optional(),
    anyOf: z.array(FieldSchema).optional(),
    oneOf: z.array(FieldSchema).optional(),
    enum: z.array(z.union([z.string(), z.number()])).optional(),
    const: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    maxItems: z.number().optional(),
    'x-as': z.string().optional(),
    'x-choices': Words.optional(),
    'x-refers-to': z.string().optional(),
    'x-item': z.string().optional(),
  }),
)

export const JsonValue: z.ZodType<Json> = z.json()

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The schema below "or none", with the words of the whole; null when there is no "none". */
export function orNone(schema: FieldSchema): FieldSchema | null {
  const [first, second] = schema.anyOf ?? []
  if (!first || second?.type !== 'null' || schema.anyOf?.length !== 2) return null
  const { anyOf: _, ...words } = schema
  return { ...first, ...words }
}

/** The kinds of a union: the value of `kind` and the schema of each. */
export function kindsOf(schema: FieldSchema): [kind: string, schema: FieldSchema][] {
  const options = schema.oneOf ?? schema.anyOf ?? []
  return options.flatMap((option): [string, FieldSchema][] => {
    const kind = option.properties?.['kind']?.const
    return typeof kind === 'string' ? [[kind, option]] : []
  })
}

/** What a new thing of a schema is at first. */
export function fresh(schema: FieldSchema): Json {
  if (schema.const !== undefined) return schema.const
  if (schema['x-as'] === 'fraction') return { of: 1, in: 2 }
  if (orNone(schema)) return null
  const [kind] = kindsOf(schema)
  if (kind) return fresh(kind[1])
  if (schema.enum) return schema.enum[0] ?? ''
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, inner]) => [
        name,
        name === 'currency' ? 'EUR' : fresh(inner),
      ]),
    )
  if (schema.type === 'array') return []
  if (schema.type === 'boolean') return false
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 0, 0)
  return ''
}

/** A document with the value at a path changed. */
export function putAt(value: Json | undefined, path: readonly string[], to: Json): Json {
  const [step, ...rest] = path
  if (step === undefined) return to
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === step ? putAt(item, rest, to) : item))
  const object = isObject(value) ? value : {}
  return { ...object, [step]: putAt(object[step], rest, to) }
}

/** A key for a name, unlike those that are there: "Board member" is `board-member`. */
export function keyFor(name: string, taken: readonly string[]): string {
  const latin = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 32)
    .replace(/-+$/, '')
  const root = latin || 'item'
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? root : `${root}-${count}`
    if (!taken.includes(key)) return key
  }
}
