/**
 * Gives an editor's extension the shape that the one schema states (rules/schema.ts): what it may
 * hold, its attributes, how it is read and written. The extension keeps its commands and keys.
 */
import { type Attributes, Mark, Node } from '@tiptap/core'
import type { AttributeSpec, MarkSpec, NodeSpec } from '@tiptap/pm/model'
import { schema } from '../../rules/schema.ts'

/** What the second half of a split block does not inherit. */
const NOT_INHERITED = new Set(['item', 'checked', 'owner', 'ownerName', 'day', 'next'])

function attributesOf(attrs: Record<string, AttributeSpec> = {}): Attributes {
  return Object.fromEntries(
    Object.entries(attrs).map(([name, { default: usual }]) => [
      name,
      {
        ...(usual === undefined ? { isRequired: true, default: undefined } : { default: usual }),
        keepOnSplit: !NOT_INHERITED.has(name),
        // The schema's own rules read and write it.
        parseHTML: () => null,
        rendered: false,
      },
    ]),
  )
}

/** What a node of the schema says of itself; throws for a name that it does not have. */
function nodeSpec(name: string): NodeSpec {
  const spec = schema.nodes[name]?.spec
  if (!spec) throw new Error(`the schema has no node ${name}`)
  return spec
}

function markSpec(name: string): MarkSpec {
  const spec = schema.marks[name]?.spec
  if (!spec) throw new Error(`the schema has no mark ${name}`)
  return spec
}

const placeOf = (name: string): number =>
  [...Object.keys(schema.nodes), ...Object.keys(schema.marks)].indexOf(name)

/** The earlier in the schema, the earlier in the editor: the order of marks is how they nest. */
const priorityOf = (name: string): number => 500 - placeOf(name)

/** The extension of a node, with the shape of the schema. */
export function asNode(name: string, base: Node = Node.create({ name })): Node {
  const spec = nodeSpec(name)
  const { content, marks, group, inline, atom, selectable, draggable, code } = spec
  const { defining, isolating, tableRole, leafText, parseDOM, toDOM } = spec
  return base.extend({
    name,
    priority: priorityOf(name),
    ...(content === undefined ? {} : { content }),
    ...(marks === undefined ? {} : { marks }),
    ...(group === undefined ? {} : { group }),
    inline: inline ?? false,
    atom: atom ?? false,
    selectable: selectable ?? true,
    draggable: draggable ?? false,
    code: code ?? false,
    defining: defining ?? false,
    isolating: isolating ?? false,
    addAttributes: () => attributesOf(spec.attrs),
    parseHTML: () => parseDOM ?? [],
    // Text has no way of its own to be drawn, and needs none.
    ...(toDOM ? { renderHTML: ({ node }) => toDOM(node) } : {}),
    extendNodeSchema: (extension) =>
      extension.name === name
        ? { ...(tableRole ? { tableRole } : {}), ...(leafText ? { leafText } : {}) }
        : {},
  })
}

/** The extension of a mark, with the shape of the schema. */
export function asMark(name: string, base: Mark): Mark {
  const { attrs, inclusive, excludes, parseDOM, toDOM } = markSpec(name)
  return base.extend({
    name,
    priority: priorityOf(name),
    inclusive: inclusive ?? true,
    ...(excludes === undefined ? {} : { excludes }),
    exitable: name === 'code' || name === 'link',
    code: name === 'code',
    addAttributes: () => attributesOf(attrs),
    parseHTML: () => parseDOM ?? [],
    renderHTML: ({ mark }) => toDOM?.(schema.mark(name, mark.attrs), true) ?? ['span', 0],
  })
}
