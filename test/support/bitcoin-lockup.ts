import { lockupOutput } from '../../src/protocol/bitcoin-staking/bitcoin/lockup-script.ts'
import type { ContractTuple } from '../../src/protocol/clarity/contract-value.ts'
import { doubleSha256 } from '../../src/protocol/clarity/hashes.ts'
import { concatBytes, toBytes, toHex, type Hex } from '../../src/protocol/clarity/hex.ts'

/** What a locked output is made of, and how its proof is given. */
export interface LockedOutput {
  readonly staker: string
  readonly sats: bigint
  readonly unlockBurnHeight: bigint
  readonly stakerBytes: Hex
  readonly earlyUnlockBytes: Hex
}

const HEADER_START = new Uint8Array(36)
const HEADER_END = new Uint8Array(12)

/** A transaction with one locked output, alone in a block, as `register-for-bond` takes it. */
export function proofOf(output: LockedOutput, changes: ContractTuple = {}): ContractTuple {
  const tx = transactionWith(output)
  return {
    height: 1n,
    tx: toHex(tx),
    'output-index': 0n,
    header: toHex(headerOf(doubleSha256(tx))),
    'leaf-hashes': [],
    'tx-count': 1n,
    'tx-index': 0n,
    amount: output.sats,
    'unlock-burn-height': output.unlockBurnHeight,
    ...changes,
  }
}

/** A transaction in legacy form that pays to the lock. */
export function transactionWith({ sats, staker, ...lock }: LockedOutput): Uint8Array {
  const script = lockupOutput({
    staker,
    unlockBurnHeight: lock.unlockBurnHeight,
    stakerBytes: toBytes(lock.stakerBytes),
    earlyUnlockBytes: toBytes(lock.earlyUnlockBytes),
  })
  return transaction([{ sats, script }])
}

/** A transaction in legacy form with one empty input. */
export function transaction(outputs: ReadonlyArray<{ sats: bigint; script: Uint8Array }>) {
  const input = concatBytes(new Uint8Array(36), 0, littleEndian(0xffffffffn, 4))
  const written = outputs.map(({ sats, script }) =>
    concatBytes(littleEndian(sats, 8), countOf(script.length), script),
  )
  const lockTime = new Uint8Array(4)
  return concatBytes(littleEndian(2n, 4), 1, input, outputs.length, ...written, lockTime)
}

/** A Bitcoin header with a root of transactions, else zeros. */
export const headerOf = (root: Uint8Array): Uint8Array =>
  concatBytes(HEADER_START, root, HEADER_END)

const countOf = (count: number): Uint8Array =>
  count < 0xfd ? Uint8Array.of(count) : concatBytes(0xfd, littleEndian(BigInt(count), 2))

export function littleEndian(value: bigint, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => Number((value >> BigInt(8 * index)) & 0xffn))
}
