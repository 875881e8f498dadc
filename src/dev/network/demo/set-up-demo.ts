import { Cl, type ClarityValue } from '@stacks/transactions'
import { deployer, faucetAccount, type DevnetAccount } from '../accounts.ts'
import { type NetworkContracts, sbtcDeposit } from '../contracts.ts'
import { lockNatively } from '../control/lock-natively.ts'
import type { Node } from '../node/node.ts'
import type { StacksSender } from '../node/sender.ts'
import { demoParticipants, demoUsers, type DemoPerson } from './people.ts'

/** The rhythm of the demo cycle, in Bitcoin blocks. */
export type DemoCycle = { snapshots: number; blocksPerSnapshot: number }

/** A short cycle that pays as much as a real one of two weeks: a year has as many cycles. */
const cyclesPerYear = 25
const poolSats = 5_000_000_000n

type Setup = { node: Node; send: StacksSender; contracts: NetworkContracts; cycle: DemoCycle }

/**
 * Funds users and the reward pool, enrolls the participants and opens the first cycle. Throws when
 * the contract refuses.
 */
export const setUpDemo = async ({ node, send, contracts, cycle }: Setup): Promise<void> => {
  const call = async (
    account: DevnetAccount,
    contract: string,
    method: string,
    args: ClarityValue[],
  ) => {
    const sent = await send(account, { kind: 'call', contract, method, args })
    if (!sent.ok) throw new Error(`The demo cannot call ${method}: ${sent.reason}`)
    if (sent.transaction.status !== 'success')
      throw new Error(
        `The demo's ${method} was refused: ${sent.transaction.reason ?? sent.transaction.result}`,
      )
  }
  const ours = (account: DevnetAccount, method: string, args: ClarityValue[]) =>
    call(account, contracts.dualStacking, method, args)
  const deposit = (recipient: string, sats: bigint) =>
    call(faucetAccount, sbtcDeposit, 'deposit', [Cl.principal(recipient), Cl.uint(sats)])

  const give = async ({ account, sats, stackedMicroStx, liquidMicroStx }: DemoPerson) => {
    if (sats > 0n) await deposit(account.address, sats)
    if (liquidMicroStx > 0n)
      await call(deployer, contracts.liquidStacking, 'set-stacked-ustx', [
        Cl.principal(account.address),
        Cl.uint(liquidMicroStx),
      ])
    if (stackedMicroStx === 0n) return
    const locked = await lockNatively(contracts)(node, account.address, stackedMicroStx)
    if (!locked.ok) throw new Error(`The demo cannot lock STX: ${locked.reason}`)
  }

  const start = node.ledger.blocks.tip().burn + 1
  const people = demoParticipants()
  await node.performAll(
    [...people, ...demoUsers()].map(({ account, microStx, stackedMicroStx }) => ({
      kind: 'mint',
      recipient: account.address,
      microStx: String(microStx + stackedMicroStx),
    })),
  )
  await ours(deployer, 'update-cycle-data-before-initialized', [
    Cl.uint(cycle.snapshots),
    Cl.uint(cycle.blocksPerSnapshot),
  ])
  await ours(deployer, 'update-bitcoin-blocks-per-year', [
    Cl.uint(cyclesPerYear * cycle.snapshots * cycle.blocksPerSnapshot),
  ])
  await ours(deployer, 'update-initialize-block', [Cl.uint(start)])
  for (const person of [...people, ...demoUsers()]) await give(person)
  await deposit(contracts.dualStacking, poolSats)
  for (const { account } of people) await ours(account, 'enroll', [Cl.none()])
  await node.performAll([
    { kind: 'burn', count: 1 },
    { kind: 'stacks', count: 1 },
  ])
  await ours(deployer, 'initialize-contract', [Cl.uint(node.ledger.blocks.firstOf(start)!)])
}
