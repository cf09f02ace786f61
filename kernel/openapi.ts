/** The OpenAPI 3.1 document, made from the operations that are served. */
import { z } from 'zod'
import type { Operation } from './operation.ts'
import { Problem, type RefusalMeanings } from './problem.ts'
import type { Policy } from './slice.ts'

const DRAFT = 'draft-2020-12'
const ALWAYS = ['not-understood', 'too-often', 'sign-in-first', 'not-allowed', 'something-broke']

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, {
    target: DRAFT,
    io,
    unrepresentable: 'any',
  })
  return rest
}

function propertiesOf(schema: z.ZodType): { name: string; schema: unknown; required: boolean }[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  })
  return Object.entries(properties).map(([name, property]) => ({
    name,
    schema: property,
    required: required.includes(name),
  }))
}

function problemsOf(op: Operation, meanings: RefusalMeanings): Record<string, unknown> {
  const byStatus = new Map<number, string[]>()
  for (const name of [...op.refusals, ...ALWAYS]) {
    const status = name === 'something-broke' ? 500 : (meanings[name]?.status ?? 500)
    byStatus.set(status, [...(byStatus.get(status) ?? []), name])
  }
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  }
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => [status, { description: names.join(', '), content }]),
  )
}

function pathItem(op: Operation, policies: Record<string, Policy>, meanings: RefusalMeanings) {
  const answer = op.produces
    ? { [op.produces]: { schema: { type: 'string' } } }
    : { 'application/json': { schema: schemaOf(op.output, 'output') } }
  const body = op.consumes
    ? { content: { [op.consumes]: { schema: { type: 'string', format: 'binary' } } } }
    : { content: { 'application/json': { schema: schemaOf(op.body, 'input') } } }
  return {
    summary: op.summary,
    description: `Who may: ${policies[op.who]?.sentence ?? op.who}`,
    operationId: operationId(op),
    'x-who': op.who,
    parameters: [
      ...propertiesOf(op.params).map((property) => ({ ...property, in: 'path', required: true })),
      ...propertiesOf(op.query).map((property) => ({ ...property, in: 'query' })),
    ],
    ...(op.method === 'GET' ? {} : { requestBody: body }),
    responses: { 200: { description: 'Done', content: answer }, ...problemsOf(op, meanings) },
  }
}

/** A stable name for an operation: its method and path in one word. */
export function operationId(op: Operation): string {
  const words = op.path.replaceAll(/[{}]/g, '').split(/[/-]/).filter(Boolean)
  return (
    op.method.toLowerCase() +
    words.map((word) => (word[0] ?? '').toUpperCase() + word.slice(1)).join('')
  )
}

export type Described = {
  operations: readonly Operation[]
  policies: Record<string, Policy>
  meanings: RefusalMeanings
  origin: string
}

/** The whole document. */
export function openApiOf({
  operations,
  policies,
  meanings,
  origin,
}: Described): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const op of operations) {
    const path = (paths[`/api${op.path}`] ??= {})
    path[op.method.toLowerCase()] = pathItem(op, policies, meanings)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Moothall',
      version: '1',
      license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' },
    },
    servers: [{ url: origin }],
    paths,
    components: { schemas: { Problem: schemaOf(Problem, 'output') } },
  }
}
