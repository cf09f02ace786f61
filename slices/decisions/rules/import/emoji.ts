/** Reactions as exports write them: an emoji, or its short name between colons. */
const NAMED: Readonly<Record<string, string>> = {
  '+1': '👍',
  thumbsup: '👍',
  thumbs_up: '👍',
  like: '👍',
  '-1': '👎',
  thumbsdown: '👎',
  thumbs_down: '👎',
  heart: '❤️',
  green_heart: '💚',
  smile: '😄',
  smiley: '😃',
  slight_smile: '🙂',
  slightly_smiling_face: '🙂',
  grin: '😁',
  laughing: '😆',
  joy: '😂',
  wink: '😉',
  tada: '🎉',
  clap: '👏',
  pray: '🙏',
  raised_hands: '🙌',
  ok_hand: '👌',
  muscle: '💪',
  fire: '🔥',
  rocket: '🚀',
  eyes: '👀',
  thinking: '🤔',
  thinking_face: '🤔',
  cry: '😢',
  confused: '😕',
  open_mouth: '😮',
  rage: '😡',
  bulb: '💡',
  white_check_mark: '✅',
}

const EMOJI = /^\p{RGI_Emoji}$/v

/** The emoji; null where the name is not known here. */
export function emojiOf(reaction: string): string | null {
  const said = reaction.trim()
  if (EMOJI.test(said)) return said
  return NAMED[said.replaceAll(':', '').toLowerCase()] ?? null
}
