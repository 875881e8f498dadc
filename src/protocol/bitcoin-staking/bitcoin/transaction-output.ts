import { doubleSha256 } from '../../clarity/hashes.ts'
import { concatBytes } from '../../clarity/hex.ts'
import { ByteReader, Malformed } from './byte-reader.ts'

const LONGEST_SCRIPT_BYTES = 1024

/** An output of a Bitcoin transaction. */
export interface TransactionOutput {
  readonly sats: bigint
  readonly script: Uint8Array
  /** The transaction's id in internal byte order, without witnesses. */
  readonly txid: Uint8Array
}

/** Why an output cannot be read, with the number that Clarity answers [bitcoin-staking 4.8]. */
export type OutputError = { readonly error: 1 | 2 | 3 }

/**
 * Reads one output of a serialized transaction as Clarity does. Errors: 1 it does not parse, 2
 * there is no such output, 3 its script is longer than 1,024 bytes [bitcoin-staking 4.8].
 */
export function readOutput(bytes: Uint8Array, index: bigint): TransactionOutput | OutputError {
  const transaction = parseTransaction(bytes)
  if (transaction === undefined) return { error: 1 }
  if (index >= BigInt(transaction.outputs.length)) return { error: 2 }
  const output = transaction.outputs[Number(index)]!
  if (output.script.length > LONGEST_SCRIPT_BYTES) return { error: 3 }
  return { ...output, txid: transaction.txid }
}

interface ParsedTransaction {
  readonly outputs: ReadonlyArray<Omit<TransactionOutput, 'txid'>>
  readonly txid: Uint8Array
}

function parseTransaction(bytes: Uint8Array): ParsedTransaction | undefined {
  try {
    const reader = new ByteReader(bytes)
    const parsed = readTransaction(reader, bytes)
    return reader.isAtEnd() ? parsed : undefined
  } catch (error) {
    if (error instanceof Malformed) return undefined
    throw error
  }
}

function readTransaction(reader: ByteReader, bytes: Uint8Array): ParsedTransaction {
  const version = reader.take(4)
  let start = reader.offset
  let inputs = readInputs(reader)
  let hasWitnesses = false
  // No inputs mark the form with witnesses, or, with a zero after them, an empty transaction.
  if (inputs === 0) {
    const flag = reader.byte()
    if (flag > 1) throw new Malformed()
    if (flag === 0) {
      const empty = concatBytes(version, 0, 0, reader.take(4))
      return { outputs: [], txid: doubleSha256(empty) }
    }
    hasWitnesses = true
    start = reader.offset
    inputs = readInputs(reader)
  }
  const outputs = Array.from({ length: reader.count() }, () => ({
    sats: reader.number(8),
    script: reader.sized(),
  }))
  const body = bytes.subarray(start, reader.offset)
  if (hasWitnesses) skipWitnesses(reader, inputs)
  const lockTime = reader.take(4)
  return { outputs, txid: doubleSha256(concatBytes(version, body, lockTime)) }
}

function readInputs(reader: ByteReader): number {
  const count = reader.count()
  for (let left = count; left > 0; left--) {
    reader.take(36)
    reader.sized()
    reader.take(4)
  }
  return count
}

/** The form with witnesses must have one. */
function skipWitnesses(reader: ByteReader, inputs: number): void {
  let items = 0
  for (let input = 0; input < inputs; input++) {
    const count = reader.count()
    for (let left = count; left > 0; left--) reader.sized()
    items += count
  }
  if (inputs > 0 && items === 0) throw new Malformed()
}
