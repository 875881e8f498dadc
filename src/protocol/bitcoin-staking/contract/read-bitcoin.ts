import { refuseUnless, ContractRefusal } from '../../clarity/contract-refusal.ts'
import { doubleSha256 } from '../../clarity/hashes.ts'
import { toBytes, toHex } from '../../clarity/hex.ts'
import { Abort, add } from '../../clarity/u128.ts'
import { ByteReader } from '../bitcoin/byte-reader.ts'
import {
  lockupOutput,
  lockupScript,
  pushBytes,
  pushNumber,
  scriptNumber,
} from '../bitcoin/lockup-script.ts'
import { LARGEST_PUSHED_NUMBER } from '../constants.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { scriptBytes } from './parameters.ts'
import { poxErrors } from './pox-errors.ts'
import type { PoxFrame } from './pox-frame.ts'

const lockupParameters = {
  staker: 'principal',
  'unlock-burn-height': 'uint',
  'unlock-bytes': scriptBytes,
  'early-unlock-bytes': scriptBytes,
} as const
const context = { tuple: { txbuff: { buffer: 4096 }, index: 'uint' } } as const
const HASH_BYTES = 32

const constructed = (name: string, construct: typeof lockupScript) =>
  contractFunction(name, lockupParameters, (_: PoxFrame, args) => {
    requireShort(args['unlock-burn-height'])
    const bytes = construct({
      staker: args.staker,
      unlockBurnHeight: args['unlock-burn-height'],
      stakerBytes: toBytes(args['unlock-bytes']),
      earlyUnlockBytes: toBytes(args['early-unlock-bytes']),
    })
    return { ok: toHex(bytes) }
  })

const numbered = (name: string, write: (value: bigint) => Uint8Array) =>
  contractFunction(name, { n: 'uint' }, (_: PoxFrame, { n }) => {
    requireShort(n)
    return { ok: toHex(write(n)) }
  })

/** What pox-5 answers about Bitcoin's scripts and headers [bitcoin-staking 4.8, 5]. */
export const bitcoinReads = [
  constructed('construct-lockup-script', lockupScript),
  constructed('construct-lockup-output-script', lockupOutput),
  numbered('push-c-script-num', pushNumber),
  numbered('serialize-c-script-num', scriptNumber),
  contractFunction('push-script-bytes', { bytes: { buffer: 1024 } }, (_: PoxFrame, { bytes }) =>
    toHex(pushBytes(toBytes(bytes))),
  ),
  contractFunction('uint-to-buff-le', { n: 'uint' }, (_: PoxFrame, { n }) => {
    if (n > 0xffffn) throw new Abort('UnwrapFailure')
    const low = Number(n & 0xffn)
    return toHex(n <= 0xffn ? Uint8Array.of(low) : Uint8Array.of(low, Number(n >> 8n)))
  }),
  contractFunction(
    'parse-block-header',
    { headerbuff: { buffer: 80 } },
    (_: PoxFrame, { headerbuff }) => {
      const header = toBytes(headerbuff)
      refuseUnless(header.length === 80, poxErrors.READ_TX_OUT_OF_BOUNDS)
      const reader = new ByteReader(header)
      return {
        ok: {
          version: reader.number(4),
          parent: reversed(reader.take(HASH_BYTES)),
          'merkle-root': reversed(reader.take(HASH_BYTES)),
          timestamp: reader.number(4),
          nbits: reader.number(4),
          nonce: reader.number(4),
        },
      }
    },
  ),
  contractFunction('read-uint32', { ctx: context }, (_: PoxFrame, { ctx }) => ({
    ok: { uint32: new ByteReader(slice(ctx, 4)).number(4), ctx: moved(ctx, 4) },
  })),
  contractFunction('read-hashslice', { 'old-ctx': context }, (_: PoxFrame, args) => {
    const ctx = args['old-ctx']
    return { ok: { hashslice: reversed(slice(ctx, HASH_BYTES)), ctx: moved(ctx, HASH_BYTES) } }
  }),
  contractFunction(
    'reverse-buff32',
    { input: { buffer: HASH_BYTES } },
    (_: PoxFrame, { input }) => {
      const bytes = toBytes(input)
      if (bytes.length !== HASH_BYTES) throw new Abort('UnwrapFailure')
      return reversed(bytes)
    },
  ),
  // A simulated chain's hashes are its own: a model has none.
  contractFunction('get-bc-h-hash', { bh: 'uint' }, (): null => null),
  contractFunction(
    'verify-block-header',
    { headerbuff: { buffer: 80 }, 'expected-block-height': 'uint' },
    ({ chain }: PoxFrame, args) =>
      chain.isBitcoinHeader(toBytes(args.headerbuff), args['expected-block-height']),
  ),
  contractFunction('get-reversed-txid', { tx: { buffer: 100_000 } }, (_: PoxFrame, { tx }) =>
    toHex(doubleSha256(toBytes(tx))),
  ),
]

interface Context {
  readonly txbuff: string
  readonly index: bigint
}

function slice({ txbuff, index }: Context, length: number): Uint8Array {
  const bytes = toBytes(txbuff)
  if (add(index, BigInt(length)) > BigInt(bytes.length))
    throw new ContractRefusal(poxErrors.READ_TX_OUT_OF_BOUNDS)
  return bytes.subarray(Number(index), Number(index) + length)
}

const moved = (context: Context, length: number) => ({
  txbuff: context.txbuff,
  index: context.index + BigInt(length),
})

const reversed = (bytes: Uint8Array): string => toHex(Uint8Array.from(bytes).reverse())

function requireShort(value: bigint): void {
  refuseUnless(value < LARGEST_PUSHED_NUMBER, poxErrors.INVALID_UNLOCK_HEIGHT)
}
