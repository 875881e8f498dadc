import { emission } from '../core/emission.ts'
import type { Account } from '../core/ids.ts'
import { splitReward } from '../core/split.ts'
import type { Reward } from '../stake/types.ts'

/** Voters of a certificate with the credits each of them cast. */
export type Voters = ReadonlyArray<readonly [Account, bigint]>

/**
 * The rewards of the block at `height` [hyperstaking 3]: its generator, the voters of the previous
 * block's certificate, and the development fund. `fees` in LUX. What nobody is assigned is not
 * minted.
 */
export const blockRewards = (input: {
  height: bigint
  fees: bigint
  generator: Account
  voters: Voters
  devFund: Account | null
}): Reward[] => {
  const credits = input.voters.reduce((sum, [, cast]) => sum + cast, 0n)
  const split = splitReward(emission(input.height) + input.fees, credits)
  const rewards: Reward[] = [
    { account: input.generator, value: split.generatorFixed, reason: 'GeneratorFixed' },
    { account: input.generator, value: split.generatorExtra, reason: 'GeneratorExtra' },
    ...input.voters.map(([account, cast]) => ({
      account,
      value: cast * split.perCredit,
      reason: 'Voter' as const,
    })),
  ]
  if (input.devFund) rewards.push({ account: input.devFund, value: split.devFund, reason: 'Other' })
  return rewards.filter(({ value }) => value > 0n)
}
