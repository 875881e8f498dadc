import { type Account, namedAccount } from '../../../protocol/hyperstaking/core/ids.ts'
import keys from './known-keys.json' with { type: 'json' }

const known: Readonly<Record<string, Account>> = keys

/**
 * The account of a name on the embedded network: a point of the curve, as contracts demand, for the
 * names that it knows (known-keys.json: the curve's generator times the SHA-256 of the name). No
 * one uses its secret: the model's stand-in signs for it. Other names have an account of the right
 * size that no contract's bytes can hold.
 */
export const networkAccount = (name: string): Account =>
  Object.hasOwn(known, name) ? known[name]! : namedAccount(name)
