import { createHash } from 'node:crypto'
import { addressFromVersionHash, addressToString } from '@stacks/transactions'

const testnetSingleSig = 26

/** A testnet address of its own for every name. */
export const account = (name: string): string =>
  addressToString(
    addressFromVersionHash(testnetSingleSig, createHash('ripemd160').update(name).digest('hex')),
  )

export const alice = account('alice')
export const bob = account('bob')
export const carol = account('carol')
export const dave = account('dave')
export const stranger = account('stranger')
