import { Cl } from '@stacks/transactions'
import { faucetAccount } from '../accounts.ts'
import { extendStake } from '../bitcoin-staking/extend-stake.ts'
import { demoStakers } from '../bitcoin-staking/staking-people.ts'
import { type NetworkContracts, sbtcDeposit, sbtcToken } from '../contracts.ts'
import { extendLock } from '../control/lock-stx.ts'
import type { Node } from '../node/node.ts'
import type { StacksSender } from '../node/sender.ts'
import { demoParticipants, demoUsers } from './people.ts'

const every = 100
const extendWithin = 3_000
const topUpBelowSats = 1_000_000_000n

/**
 * Keeps a demo that runs for days alive: every 100 Bitcoin blocks it extends locks that end soon
 * and fills the reward pool.
 */
export const createCaretaker = (node: Node, send: StacksSender, contracts: NetworkContracts) => {
  let lastLook = 0

  const extendLocks = async (burn: number) => {
    for (const { account } of [...demoParticipants(), ...demoUsers()]) {
      const { locked, unlockHeight } = await node.host.account(account.address)
      if (locked > 0n && unlockHeight - burn < extendWithin)
        await extendLock(node, account.address, 6)
    }
  }

  /** Not those of users: what they stake is theirs to extend or to let end. */
  const extendStakes = async () => {
    for (const { account } of [...demoParticipants(), ...demoStakers()])
      await extendStake(node, account.address)
  }

  const look = async (burn: number) => {
    if (contracts.staking) await extendStakes()
    else await extendLocks(burn)
    const pool =
      node.ledger.balances(contracts.dualStacking).fungible.get(`${sbtcToken}::sbtc-token`)
        ?.balance ?? 0n
    if (pool >= topUpBelowSats) return
    const args = [Cl.principal(contracts.dualStacking), Cl.uint(5n * topUpBelowSats)]
    await send(faucetAccount, { kind: 'call', contract: sbtcDeposit, method: 'deposit', args })
  }

  /** Maintains the demo when it is time. */
  return async () => {
    const { burn } = node.ledger.blocks.tip()
    if (burn - lastLook < every) return
    lastLook = burn
    await look(burn)
  }
}
