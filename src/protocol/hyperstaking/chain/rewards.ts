import { emission } from '../core/emission.ts'
import type { Account } from '../core/ids.ts'
import { splitReward } from '../core/split.ts'
import type { Reward } from '../stake/types.ts'

/** Voters of a certificate with the credits each of them cast. */
export type Voters = ReadonlyArray<readonly [Account, bigint]>

/** Credits that a certificate's voters cast together. */
export const creditsOf = (voters: Voters): bigint =>
  voters.reduce((sum, [, cast]) => sum + cast, 0n)

/**
 * The rewards of the block at `height` in the order of its one event [hyperstaking 3]: its
 * generator, the development fund, what the generator earns for credits beyond the quorum, and the
 * voters of the previous block's certificate, zeros included. `fees` in LUX. What no one is
 * assigned is not minted.
 */
export const blockRewards = (input: {
  height: bigint
  fees: bigint
  generator: Account
  voters: Voters
  devFund: Account
}): Reward[] => {
  const { generator, voters, devFund } = input
  const split = splitReward(emission(input.height) + input.fees, creditsOf(voters))
  const rewards: Reward[] = [
    { account: generator, value: split.generatorFixed, reason: 'GeneratorFixed' },
    { account: devFund, value: split.devFund, reason: 'Other' },
  ]
  if (split.generatorExtra > 0n)
    rewards.push({ account: generator, value: split.generatorExtra, reason: 'GeneratorExtra' })
  for (const [account, cast] of voters)
    rewards.push({ account, value: cast * split.perCredit, reason: 'Voter' })
  return rewards
}
