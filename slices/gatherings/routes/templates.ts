/** Running orders to begin from, in the language of whoever asks. */
import { serve } from '#kernel/serve.ts'
import { type Words, wordsIn } from '#kernel/words.ts'
import * as api from '../api.ts'
import { type TemplateItem, templates, TEMPLATES } from '../rules/repeat.ts'
import { names, question, titles } from './template-words.ts'

function itemOf({ kind, title, minutes, questions = 0 }: TemplateItem, words: Words) {
  const named = titles[title]
  const handouts = Array.from({ length: questions }, (_, at) =>
    words.say(question, { number: at + 1 }),
  )
  return {
    kind,
    title: named ? words.say(named) : title,
    minutes,
    owners: [],
    line: '',
    aside: '',
    handouts,
  }
}

const list = serve(api.listTemplates, async ({ caller }) => {
  const words = wordsIn(caller.locale)
  return {
    templates: TEMPLATES.map((name) => {
      const items = templates[name].map((item) => itemOf(item, words))
      const minutes = items.reduce((sum, item) => sum + item.minutes, 0)
      return { name, title: words.say(names[name]), minutes, items }
    }),
  }
})

export const servings = [list]
