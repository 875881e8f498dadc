/** Characters of a name that is not ours; longer ones are cut. */
const LONGEST_NAME = 30

/**
 * Controls, direction marks, joiners, surrogates, private and unassigned characters, separators of
 * lines, and letters that look like nothing.
 */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu
const STACKED = /(\p{M}{2})\p{M}+/gu

/**
 * A name that a page, a wallet or a host has chosen, as it may be shown: of one line, bounded,
 * nothing in it that hides, turns round or covers what is beside it. Null when nothing is left.
 *
 * @example
 *   foreignName('Le\u202eather') // 'Leather'
 */
export const foreignName = (said: unknown, longest = LONGEST_NAME): string | null => {
  if (typeof said !== 'string') return null
  // Whoever writes more than this does not write a name.
  const text = said
    .slice(0, 20 * longest)
    .replace(/[\t-\r\p{Z}]/gu, ' ')
    .replace(UNSEEN, '')
    // Only now is what stood on both sides of something unseen together.
    .replace(/ +/g, ' ')
    .normalize('NFC')
    .replace(STACKED, '$1')
    .trim()
  const letters = [...text]
  if (letters.length === 0) return null
  return letters.length > longest
    ? `${letters
        .slice(0, longest - 1)
        .join('')
        .trim()}…`
    : text
}
