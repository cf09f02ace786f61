/**
 * Where words go: one sentence that a guest reads before coming in. The entrance page of the server
 * and the web say the same, by this one message. `minutes` is who may read the minutes: `public`,
 * `circle` (then `circle` is its name) or `present`.
 */
export const whereWordsGo = /*i18n*/ {
  id: 'people.where-words-go',
  message:
    'What you say in the chat is seen by everybody in this gathering and stands in its minutes, {minutes, select, public {which anybody can read} circle {which members of {circle} can read} other {which those who were there can read}}; private messages are seen by you and whoever you write to, and stand nowhere else.',
}

export type WordsGo = { minutes: 'public' | 'circle' | 'present'; circle: string }
