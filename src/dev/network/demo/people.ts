import { createHash } from 'node:crypto'
import { getAddressFromPrivateKey } from '@stacks/transactions'
import { type DevnetAccount, userAccounts } from '../accounts.ts'

/**
 * A user's holdings on the demo network: sats of sBTC, microStx that are free, stacked natively,
 * and stacked through a liquid token.
 */
export type DemoMeans = {
  sats: bigint
  microStx: bigint
  stackedMicroStx: bigint
  liquidMicroStx: bigint
}

export type DemoPerson = DemoMeans & { account: DevnetAccount }

const stx = (amount: number) => BigInt(amount) * 1_000_000n
const btc = (amount: number) => BigInt(Math.round(amount * 1e8))
const means = (sats: bigint, stacked: number, liquid = 0, free = 1_000): DemoMeans => ({
  sats,
  microStx: stx(free),
  stackedMicroStx: stx(stacked),
  liquidMicroStx: stx(liquid),
})

const participantMeans: readonly DemoMeans[] = [
  means(btc(2.5), 900_000),
  means(btc(1.2), 0),
  means(btc(0.8), 2_000_000),
  means(btc(0.3), 150_000),
  means(btc(0.15), 40_000),
  means(btc(3.1), 300_000),
  means(btc(0.02), 60_000),
  means(btc(0.5), 0, 120_000),
  means(btc(5), 1_100_000),
  means(btc(0.07), 5_000),
]

const participantAccount = (index: number): DevnetAccount => {
  const seed = createHash('sha256').update(`twinstack demo participant ${index}`)
  const key = `${seed.digest('hex')}01`
  return { name: `participant ${index}`, key, address: getAddressFromPrivateKey(key, 'testnet') }
}

/** The participants of the demo cycle from its beginning. */
export const demoParticipants = (): DemoPerson[] =>
  participantMeans.map((each, index) => ({ ...each, account: participantAccount(index + 1) }))

/**
 * The users of the demo wallet: one with everything, one without stacked STX, one without sBTC.
 * None is enrolled.
 */
export const demoUsers = (): DemoPerson[] => [
  { account: userAccounts[0]!, ...means(btc(0.25), 60_000, 0, 500_000) },
  { account: userAccounts[1]!, ...means(btc(0.05), 0, 0, 100_000) },
  { account: userAccounts[2]!, ...means(0n, 0, 0, 10_000) },
]
