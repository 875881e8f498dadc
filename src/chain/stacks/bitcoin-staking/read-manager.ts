import { Cl } from '@stacks/transactions'
import * as v from 'valibot'
import { known, unknown, type Known } from '../../known.ts'
import { cOk, cOptional, cUint, cBool, clPrincipal, clUint } from '../clarity.ts'
import { hashSource } from '../hash-source.ts'
import { managerCodeOf, type ManagerCode } from './known-manager-code.ts'
import type { ManagerShape } from './manager-shape.ts'
import type { PoxReader } from './pox-reader.ts'
import { cBips } from './pox-values.ts'
import { readManagerShape } from './read-manager-shape.ts'

/** A fee in basis points: what holds now, and what will from a cycle on; null: nothing else. */
export interface ManagerFee {
  bips: bigint
  pending: { bips: bigint; fromCycle: bigint } | null
}

/** A signer manager as anyone can read it: microSTX, basis points. */
export interface ManagerReading {
  manager: string
  shape: Known<ManagerShape>
  /** Which known source it has; null: none of them. */
  code: Known<ManagerCode | null>
  /** What its next claim would fix for a cycle; known 0 where its contract takes none. */
  fee: Known<ManagerFee>
  /** Whether new stakes are taken: its key is registered, and the key's grant holds. */
  takesStakes: Known<boolean>
  /** MicroSTX in that cycle, stakes and bonds; from 50,000 STX up its stakes earn. */
  delegatedMicroStx: Known<bigint>
  /** MicroSTX of stakes alone. */
  pendingMicroStx: Known<bigint>
}

/** Fees from here up are unusual: open managers with 99.99 % exist [bitcoin-staking 10.3]. */
export const UNUSUAL_FEE_BIPS = 1_000n

// A contract cannot change.
const CODE_BLOCKS = 4032
const TERMS_BLOCKS = 6

const sourceAnswer = v.object({ source: v.string() })
const pendingFees = v.object({
  'active-bips': cBips,
  'pending-bips': cBips,
  'activation-cycle': cUint,
})

/**
 * Reads a manager in a cycle: seven requests the first time, five in the sixth block after
 * [bitcoin-staking 7.7]. `withCode`: its source, the largest answer of all, is looked at.
 */
export async function readManager(
  reader: PoxReader,
  manager: string,
  { cycle, withCode = true }: { cycle: bigint; withCode?: boolean },
): Promise<ManagerReading> {
  const [shape, takesStakes, delegatedMicroStx, pendingMicroStx, code] = await Promise.all([
    readManagerShape(reader, manager),
    readTakesStakes(reader, manager),
    reader.call('get-amount-delegated-for-signer', {
      args: [clPrincipal(manager), clUint(cycle)],
      schema: cUint,
      blocks: TERMS_BLOCKS,
    }),
    reader.call('get-signer-pending-staked-ustx-per-cycle', {
      args: [clPrincipal(manager), clUint(cycle)],
      schema: cUint,
      blocks: TERMS_BLOCKS,
    }),
    withCode ? readCode(reader, manager) : unknown('not-read'),
  ])
  const fee = shape.known ? await readFee(reader, manager, shape.value) : shape
  return { manager, shape, code, fee, takesStakes, delegatedMicroStx, pendingMicroStx }
}

async function readCode(reader: PoxReader, manager: string): Promise<ManagerReading['code']> {
  const path = `/v2/contracts/source/${manager.replace('.', '/')}?proof=0`
  const found = await reader.ask(
    (options) => reader.client.askCached(sourceAnswer, { path }, options),
    CODE_BLOCKS,
  )
  return found.known ? known(managerCodeOf(hashSource(found.value.source)) ?? null) : found
}

async function readFee(
  reader: PoxReader,
  manager: string,
  shape: ManagerShape,
): Promise<Known<ManagerFee>> {
  // Juice and StackingDAO's own keep theirs where no holder is shown it.
  if (shape.fee === null)
    return shape.family === 'native' ? known({ bips: 0n, pending: null }) : unknown('not-offered')
  const read = { contract: manager, blocks: TERMS_BLOCKS }
  if (shape.fee === 'variable') {
    const bips = await reader.variable('fees-bips', { ...read, schema: cBips })
    return bips.known ? known({ bips: bips.value, pending: null }) : bips
  }
  const fees = await reader.call('get-pending-fees', { ...read, schema: pendingFees })
  if (!fees.known) return fees
  const { 'active-bips': bips, 'pending-bips': later, 'activation-cycle': fromCycle } = fees.value
  return known({
    bips,
    // Once it holds it is the active one.
    pending: later === bips ? null : { bips: later, fromCycle },
  })
}

async function readTakesStakes(reader: PoxReader, manager: string): Promise<Known<boolean>> {
  const args = [clPrincipal(manager)]
  const key = await reader.call('get-signer-info', {
    args,
    schema: cOptional(v.pipe(v.string(), v.regex(/^0x(?:[0-9a-f]{2}){1,33}$/))),
    blocks: TERMS_BLOCKS,
  })
  if (!key.known) return key
  if (key.value === null) return known(false)
  const granted = v.union([
    cOk(cBool),
    v.pipe(
      v.object({ err: cUint }),
      v.transform(() => false),
    ),
  ])
  return reader.call('verify-signer-key-grant', {
    args: [...args, Cl.bufferFromHex(key.value.slice(2))],
    schema: granted,
    blocks: TERMS_BLOCKS,
  })
}
