/** FNV-1a with 32 bits, of a text's UTF-16 units as bytes: origins are ASCII. */
const fnv1a = (text: string): number => {
  let state = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193)
  return state >>> 0
}

/**
 * How a Dusk wallet names the network of a node that is not one of its presets, even when that node
 * serves mainnet [hyperstaking 4.1]; null for an address that is none.
 *
 * @example
 *   ownNodeCaip2('https://node.example') // 'dusk:…'
 */
export function ownNodeCaip2(base: string): string | null {
  return URL.canParse(base) ? `dusk:${fnv1a(new URL(base).origin)}` : null
}

/** The names under which a wallet shows the network of these nodes as a person's own. */
export const ownNodesOf = (bases: readonly string[]): string[] =>
  bases.flatMap((base) => ownNodeCaip2(base) ?? [])
