/** The words of the public page. */
export const say = {
  title: /*i18n*/ { id: 'membrane.page.title', message: 'The membrane of {name}' },
  lede: /*i18n*/ {
    id: 'membrane.page.lede',
    message:
      'Who is inside, what it means, and how one comes in. Today {name} has {count, plural, one {# member} other {# members}}.',
  },
  version: /*i18n*/ {
    id: 'membrane.page.version',
    message: 'This is version {version} of its rules.',
  },
  coming: /*i18n*/ {
    id: 'membrane.page.coming',
    message: 'From {day}: version {number} is coming.',
  },
  noRules: /*i18n*/ {
    id: 'membrane.page.no-rules',
    message: 'It has no rules yet that say more. Its stewards invite.',
  },
  persons: /*i18n*/ {
    id: 'membrane.page.persons',
    message: '{count, plural, one {# person} other {# persons}}',
  },
  coops: /*i18n*/ {
    id: 'membrane.page.coops',
    message: '{count, plural, one {# co-op} other {# co-ops}}',
  },
  give: /*i18n*/ { id: 'membrane.page.give', message: 'Give' },
  get: /*i18n*/ { id: 'membrane.page.get', message: 'Get' },
  comeIn: /*i18n*/ { id: 'membrane.page.come-in', message: 'Come in' },
  apply: /*i18n*/ { id: 'membrane.page.apply', message: 'Apply: {name}' },
  enter: /*i18n*/ { id: 'membrane.page.enter', message: 'Come in: {name}' },
  names: /*i18n*/ { id: 'membrane.page.names', message: 'Who wishes to be named' },
  nobody: /*i18n*/ {
    id: 'membrane.page.nobody',
    message: 'Nobody has said so yet; members are only counted.',
  },
  directory: /*i18n*/ { id: 'membrane.page.directory', message: 'Member co-ops' },
  coop: /*i18n*/ { id: 'membrane.page.coop', message: 'Co-op' },
  where: /*i18n*/ { id: 'membrane.page.where', message: 'Where' },
  does: /*i18n*/ { id: 'membrane.page.does', message: 'What they do' },
  tools: /*i18n*/ { id: 'membrane.page.keep', message: 'Tools they keep' },
  contacts: /*i18n*/ { id: 'membrane.page.contacts', message: 'Contacts' },
  find: /*i18n*/ { id: 'membrane.page.find', message: 'Find a co-op' },
  country: /*i18n*/ { id: 'membrane.page.country', message: 'Country' },
  anywhere: /*i18n*/ { id: 'membrane.page.anywhere', message: 'Everywhere' },
  search: /*i18n*/ { id: 'membrane.page.search', message: 'Search' },
  none: /*i18n*/ { id: 'membrane.page.none', message: 'None is found with these words.' },
  leaving: /*i18n*/ { id: 'membrane.page.leaving', message: 'How one leaves' },
} as const
