import { createHash } from 'node:crypto'
import { getAddressFromPrivateKey } from '@stacks/transactions'
import type { DevnetAccount } from '../accounts.ts'

/** Someone with a position from the first cycle of pox-5 on; sats, whole STX. */
export interface DemoStaker {
  account: DevnetAccount
  manager: 'reference' | 'max500' | 'xverse' | 'native'
  stx: bigint
  /** In bond 0; 0: a stake of STX only. */
  sats: bigint
}

const staker = (
  index: number,
  manager: DemoStaker['manager'],
  stx: bigint,
  sats = 0n,
): DemoStaker => {
  const seed = createHash('sha256').update(`twinstack demo staker ${index}`)
  const key = `${seed.digest('hex')}01`
  const address = getAddressFromPrivateKey(key, 'testnet')
  return { account: { name: `staker ${index}`, key, address }, manager, stx, sats }
}

/** Holders of the demo: stakes with each manager, two parts of a bond. */
export const demoStakers = (): DemoStaker[] => [
  staker(1, 'reference', 900_000n),
  staker(2, 'reference', 60_000n),
  staker(3, 'max500', 2_000_000n),
  staker(4, 'max500', 150_000n),
  staker(5, 'xverse', 400_000n),
  staker(6, 'native', 700_000n),
  staker(7, 'reference', 5_000n, 500_000_000n),
  staker(8, 'max500', 2_000n, 120_000_000n),
]
