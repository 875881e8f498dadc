import { createHash } from 'node:crypto'
import { stripHexPrefix } from '../../../chain/hex.ts'
import type { ContractValue } from '../../../protocol/clarity/contract-value.ts'

const sha256 = (...parts: readonly Buffer[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest()
const doubleSha256 = (...parts: readonly Buffer[]): Buffer => sha256(sha256(...parts))
const hex = (bytes: Buffer): string => `0x${bytes.toString('hex')}`
const bytesOf = (text: string): Buffer => Buffer.from(stripHexPrefix(text), 'hex')

const littleEndian = (value: bigint, length: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(value)
  return bytes.subarray(0, length)
}

/** One output of a Bitcoin transaction; amount in sats. */
export interface BitcoinOutput {
  readonly script: string
  readonly sats: bigint
}

/** A Bitcoin transaction with one input, in the legacy serialization or with witness data. */
export function bitcoinTransaction(outputs: readonly BitcoinOutput[], witness = false): string {
  const input = Buffer.concat([Buffer.alloc(36, 7), bytesOf('00ffffffff')])
  const body = [
    Buffer.from([1]),
    input,
    Buffer.from([outputs.length]),
    ...outputs.flatMap(({ script, sats }) => {
      const bytes = bytesOf(script)
      const length =
        bytes.length < 0xfd
          ? Buffer.from([bytes.length])
          : Buffer.concat([Buffer.from([0xfd]), littleEndian(BigInt(bytes.length), 2)])
      return [littleEndian(sats, 8), length, bytes]
    }),
  ]
  return hex(
    Buffer.concat([
      littleEndian(2n, 4),
      ...(witness ? [Buffer.from([0, 1])] : []),
      ...body,
      ...(witness ? [bytesOf('01020304').subarray(0, 1), bytesOf('0101')] : []),
      littleEndian(0n, 4),
    ]),
  )
}

/** The id of a transaction in the legacy serialization, in internal byte order. */
export const txidOf = (transaction: string): string => hex(doubleSha256(bytesOf(transaction)))

/** Where a transaction is in a block of these ids: what a proof of it consists of. */
export function blockOf(txids: readonly string[], index: number) {
  const siblings: Buffer[] = []
  let row = txids.map(bytesOf)
  for (let at = index; row.length > 1; at >>= 1) {
    siblings.push(row[at ^ 1] ?? row[at]!)
    const above: Buffer[] = []
    for (let i = 0; i < row.length; i += 2) above.push(doubleSha256(row[i]!, row[i + 1] ?? row[i]!))
    row = above
  }
  return {
    header: hex(Buffer.concat([Buffer.alloc(36, 1), row[0]!, Buffer.alloc(12, 2)])),
    'leaf-hashes': siblings.map(hex),
    'tx-count': BigInt(txids.length),
    'tx-index': BigInt(index),
  }
}

/** What `register-for-bond` takes as proof of one output, of a transaction alone in its block. */
export function proofOf(
  transaction: string,
  { sats, unlock, index = 0 }: { sats: bigint; unlock: bigint; index?: number },
): { [key: string]: ContractValue } {
  return {
    height: 1n,
    tx: transaction,
    'output-index': BigInt(index),
    ...blockOf([txidOf(transaction)], 0),
    amount: sats,
    'unlock-burn-height': unlock,
  }
}
