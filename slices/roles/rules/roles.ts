/** The section of constitutions that holds the roles. */
import type { Section } from '#slices/constitutions/index.ts'
import { presetsIn } from './presets.ts'
import { findingsOf, proseOf } from './prose.ts'
import { RolesPart } from './section.ts'

export const rolesSection: Section<RolesPart> = {
  name: 'roles',
  order: 50,
  title: /*i18n*/ { id: 'roles.section', message: 'Roles' },
  schema: RolesPart,
  empty: { roles: [] },
  presets: presetsIn,
  names: ({ roles }) =>
    roles.map(({ key, name, eligible }) => ({ kind: 'role', key, name, facts: { eligible } })),
  concerns({ roles }, key) {
    const role = roles.find((one) => key.startsWith(`${one.key}.`))
    if (!role) return []
    return role.eligible.length > 0 ? role.eligible : 'all'
  },
  prose: (part, say, _all, named) => proseOf(part, say, named),
  check: (part, say, _all, _situation, named) => findingsOf(part, say, named),
}
