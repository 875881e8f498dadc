/**
 * Digits from which a number in JSON may not survive as a float: every integer of 15 digits does.
 */
const EXACT_DIGITS = 15

// A string that never ends is taken to the end of the text: were it no match, the search would
// begin again at each of its quotes.
const TOKEN = /"(?:[^"\\]|\\[^])*\\?(?:"|$)|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/**
 * JSON with every integer kept exact: those too long for a float become strings of digits, which
 * the schemas take as well. Undefined when the text is no JSON. A Dusk node writes u64 amounts as
 * plain numbers [hyperstaking 3].
 *
 * @example
 *   parseExact('{"amount": 9007199254740993}') // { amount: '9007199254740993' }
 */
export const parseExactJson = (text: string): unknown => {
  const exact = text.replace(TOKEN, (token) =>
    /^-?\d+$/.test(token) && token.replace('-', '').length > EXACT_DIGITS ? `"${token}"` : token,
  )
  try {
    return JSON.parse(exact) as unknown
  } catch {
    return undefined
  }
}
