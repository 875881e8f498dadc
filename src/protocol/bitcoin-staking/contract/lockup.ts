import { mapKey } from '../../clarity/contract-map.ts'
import { refuseUnless, ContractRefusal } from '../../clarity/contract-refusal.ts'
import { some } from '../../clarity/contract-value.ts'
import { doubleSha256 } from '../../clarity/hashes.ts'
import { toBytes, toHex, type Hex } from '../../clarity/hex.ts'
import type { ParameterType, ParameterValue } from '../../clarity/parameter-types.ts'
import { add } from '../../clarity/u128.ts'
import { merkleRoot } from '../bitcoin/header.ts'
import { lockupOutput } from '../bitcoin/lockup-script.ts'
import { holdsMerkleProof } from '../bitcoin/merkle.ts'
import { readOutput, type TransactionOutput } from '../bitcoin/transaction-output.ts'
import { LARGEST_PUSHED_NUMBER, LOCK_TIME_THRESHOLD } from '../constants.ts'
import { bondUnlock } from '../cycle-clock.ts'
import { scriptBytes } from './parameters.ts'
import { poxErrors } from './pox-errors.ts'
import type { PoxFrame } from './pox-frame.ts'
import type { Bond } from './pox-state.ts'

const outputType = {
  tuple: {
    height: 'uint',
    tx: { buffer: 100_000 },
    'output-index': 'uint',
    header: { buffer: 80 },
    'leaf-hashes': { list: { buffer: 32 }, max: 14 },
    'tx-count': 'uint',
    'tx-index': 'uint',
    amount: 'uint',
    'unlock-burn-height': 'uint',
  },
} as const satisfies ParameterType

/** `(err sats)` for an sBTC leg, `(ok …)` with proven Bitcoin outputs for an L1 leg. */
export const btcLockup = {
  ok: {
    tuple: { outputs: { list: outputType, max: 10 }, 'staker-unlock-bytes': scriptBytes },
  },
  err: 'uint',
} as const satisfies ParameterType

type Output = ParameterValue<typeof outputType>

/** The sats of a registration and how pox-5 prints where they are. */
export interface ProvenLockup {
  readonly sats: bigint
  readonly isL1Lock: boolean
  readonly printed: {
    readonly type: 'l1' | 'l2'
    readonly txs: { readonly some: readonly Outpoint[] } | null
  }
}

type Outpoint = { readonly txid: Hex; readonly 'output-index': bigint }

/**
 * The sats that a registration brings, where each Bitcoin output is proven to be locked for the
 * signer of the transaction. Errors: 7, 39, 52, 1, 2, 3, 42, 45, 46, 40, 41 [bitcoin-staking 4.8].
 */
export function proveLockup(
  frame: PoxFrame,
  bond: bigint,
  lockup: ParameterValue<typeof btcLockup>,
): ProvenLockup {
  if ('err' in lockup)
    return { sats: lockup.err, isL1Lock: false, printed: { type: 'l2', txs: null } }
  const { outputs, 'staker-unlock-bytes': stakerBytes } = lockup.ok
  const terms = frame.state.bonds.get(mapKey(bond))
  if (terms === undefined) throw new ContractRefusal(poxErrors.BOND_NOT_FOUND)
  const seen: Outpoint[] = []
  let sats = 0n
  for (const output of outputs) {
    const outpoint = proveOutput(frame, { bond, terms, output, stakerBytes, seen })
    seen.push(outpoint)
    sats = add(sats, output.amount)
  }
  return { sats, isL1Lock: true, printed: { type: 'l1', txs: some(seen) } }
}

interface Claim {
  readonly bond: bigint
  readonly terms: Bond
  readonly output: Output
  readonly stakerBytes: Hex
  readonly seen: readonly Outpoint[]
}

function proveOutput(frame: PoxFrame, claim: Claim): Outpoint {
  const { bond, terms, output, stakerBytes, seen } = claim
  const { clock } = frame.state
  const header = toBytes(output.header)
  const root = merkleRoot(header)
  const unlock = output['unlock-burn-height']
  if (root === undefined) throw new ContractRefusal(poxErrors.READ_TX_OUT_OF_BOUNDS)
  refuseUnless(unlock < LARGEST_PUSHED_NUMBER, poxErrors.INVALID_UNLOCK_HEIGHT)
  const found = readOutput(toBytes(output.tx), output['output-index'])
  if ('error' in found) throw new ContractRefusal(found.error)
  const isLongEnough = bondUnlock(clock, bond) <= unlock && unlock < LOCK_TIME_THRESHOLD
  refuseUnless(isLongEnough, poxErrors.INVALID_UNLOCK_HEIGHT)
  const script = expectedOutput(frame, { terms, unlock, stakerBytes })
  refuseUnless(toHex(found.script) === script, poxErrors.INVALID_LOCKUP_SCRIPT)
  refuseUnless(found.sats === output.amount, poxErrors.INVALID_LOCKUP_AMOUNT)
  const outpoint = {
    txid: toHex(doubleSha256(toBytes(output.tx))),
    'output-index': output['output-index'],
  }
  const isRepeated = seen.some(
    (other) => other.txid === outpoint.txid && other['output-index'] === outpoint['output-index'],
  )
  refuseUnless(!isRepeated, poxErrors.DUPLICATE_LOCKUP_OUTPOINT)
  refuseUnless(frame.chain.isBitcoinHeader(header, output.height), poxErrors.INVALID_BTC_HEADER)
  refuseUnless(isMined(output, found, root), poxErrors.INVALID_MERKLE_PROOF)
  return outpoint
}

function expectedOutput(
  frame: PoxFrame,
  { terms, unlock, stakerBytes }: { terms: Bond; unlock: bigint; stakerBytes: Hex },
): Hex {
  const script = lockupOutput({
    staker: frame.txSender,
    unlockBurnHeight: unlock,
    stakerBytes: toBytes(stakerBytes),
    earlyUnlockBytes: toBytes(terms.earlyUnlockBytes),
  })
  return toHex(script)
}

/** Whether the output's transaction is the only one of its block, or proven to be in it. */
const isMined = (output: Output, { txid }: TransactionOutput, root: Uint8Array): boolean =>
  toHex(txid) === toHex(root) ||
  holdsMerkleProof({
    txid,
    root,
    index: output['tx-index'],
    count: output['tx-count'],
    siblings: output['leaf-hashes'].map(toBytes),
  })
