import { Cl, ClarityType, deserializeCV } from '@stacks/transactions'
import type { ToldCall } from '../keeper-event.ts'
import type { KeptCall } from '../state/keeper-state.ts'

const rowsOf = (args: readonly string[]): number | null => {
  const [first] = args
  const value = first === undefined ? Cl.none() : deserializeCV(first)
  return value.type === ClarityType.List ? value.value.length : null
}

/** A kept call as it is told. */
export const toldCall = ({ contract, functionName, nonce, attempts, args }: KeptCall): ToldCall => {
  const { txid, feeMicroStx } = attempts.at(-1)!
  return { contract, functionName, nonce, txid: `0x${txid}`, feeMicroStx, rows: rowsOf(args) }
}
