import { createHash } from 'node:crypto'
import { addressFromVersionHash, addressToString } from '@stacks/transactions'

const testnetSingleSig = 26

/** A distinct testnet address for every name. */
export const testAddress = (name: string): string =>
  addressToString(
    addressFromVersionHash(testnetSingleSig, createHash('ripemd160').update(name).digest('hex')),
  )

export const alice = testAddress('alice')
export const bob = testAddress('bob')
export const carol = testAddress('carol')
export const dave = testAddress('dave')
export const stranger = testAddress('stranger')
