import type { PostCondition } from '@stacks/transactions'
import type { StakingDeployment } from '../../../chain/stacks/bitcoin-staking/staking-deployments.ts'

/** The account locks exactly this many microSTX, those locked before included. */
export const locksExactly = (account: string, microStx: bigint): PostCondition => ({
  type: 'staking-postcondition',
  address: account,
  condition: 'eq',
  amount: microStx,
})

/** The account leaves, or changes a bond: what no amount tells. */
export const performsPox = (account: string): PostCondition => ({
  type: 'pox-postcondition',
  address: account,
  condition: 'will-perform',
})

/** A principal sends exactly these sats of sBTC; none: there is nothing to allow. */
export const sendsExactly = (
  { sbtcToken }: StakingDeployment,
  from: string,
  sats: bigint,
): PostCondition[] =>
  sats === 0n
    ? []
    : [
        {
          type: 'ft-postcondition',
          address: from,
          condition: 'eq',
          amount: sats,
          asset: `${sbtcToken as `${string}.${string}`}::sbtc-token`,
        },
      ]
