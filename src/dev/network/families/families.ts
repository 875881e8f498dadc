import { Cl, type ClarityValue } from '@stacks/transactions'
import { deployer, faucetAccount, type DevnetAccount } from '../accounts.ts'
import { sbtcDeposit } from '../contracts.ts'
import type { Node } from '../node/node.ts'
import { createStacksSender, type StacksSending } from '../node/sender.ts'
import { familyContracts, familySources } from './contracts.ts'

/** Whose addresses take part, and the sats that each has in DeFi protocols. */
export type FamilyMember = { account: DevnetAccount; defiSats?: bigint; rewardAddress?: string }

const perhaps = (address: string | undefined) =>
  address === undefined ? Cl.none() : Cl.some(Cl.principal(address))
const principals = (addresses: readonly string[]) =>
  Cl.list(addresses.map((address) => Cl.principal(address)))

/**
 * Deploys contracts of the second and third family's shape beside a network's own, and runs them by
 * hand. Every method throws a sentence when the chain refuses.
 *
 * @example
 *   const families = await createFamilies(network.node)
 *   await families.v2.open([{ account, defiSats: 50_000n }])
 *   await families.v2.runTo('distribute-rewards')
 */
export const createFamilies = async (node: Node) => {
  const send = createStacksSender(node)
  const settled = async (account: DevnetAccount, sending: StacksSending): Promise<string> => {
    const sent = await send(account, sending)
    if (!sent.ok) throw new Error(sent.reason)
    if (sent.transaction.status !== 'success')
      throw new Error(sent.transaction.reason ?? `refused with ${sent.transaction.result}`)
    return sent.transaction.txid
  }
  const call = (contract: string, method: string, args: ClarityValue[] = [], account = deployer) =>
    settled(account, { kind: 'call', contract, method, args })
  const mine = async (kind: 'burn' | 'stacks', count: number) => {
    const performed = await node.perform({ kind, count })
    if (!performed.ok) throw new Error(performed.reason)
  }
  const fund = (recipient: string, sats: bigint) =>
    call(sbtcDeposit, 'deposit', [Cl.principal(recipient), Cl.uint(sats)], faucetAccount)

  for (const { name, source } of familySources) {
    if ((await node.host.source(`${deployer.address}.${name}`)) === undefined)
      await settled(deployer, { kind: 'deploy', name, source, clarity: 3 })
  }

  const { v2, v3, v3Balances } = familyContracts
  const sizes = { snapshots: 2, blocks: 2, buffer: 2 }
  let members: string[] = []

  /** A Stacks block whose state can be read: the tip, once it is behind us. */
  const settledBlock = async () => {
    await mine('stacks', 1)
    return Cl.uint(node.ledger.blocks.tip().stacks)
  }

  const steps: Record<string, () => Promise<unknown>> = {
    'capture-snapshot-balances': () => call(v2, 'capture-snapshot-balances', [principals(members)]),
    'advance-to-next-snapshot': async () => {
      await mine('burn', sizes.blocks)
      return call(v2, 'advance-to-next-snapshot', [await settledBlock()])
    },
    'start-buffer-period': () => call(v2, 'start-buffer-period'),
    'finalize-snapshots': async () => {
      await mine('burn', sizes.buffer)
      return call(v2, 'finalize-snapshots')
    },
    // One ratio for all: the smallest that counts as such.
    'propose-golden-ratio': () => call(v2, 'propose-golden-ratio', [Cl.uint(1_000_000_000_000n)]),
    'tally-participant-ratios': () => call(v2, 'tally-participant-ratios', [principals(members)]),
    'validate-ratio': () => call(v2, 'validate-ratio'),
    'calculate-participant-weights': () =>
      call(v2, 'calculate-participant-weights', [principals(members)]),
    'finalize-weight-computation': () => call(v2, 'finalize-weight-computation'),
    'set-is-distribution-enabled': () => call(v2, 'set-is-distribution-enabled'),
    'distribute-rewards': () => call(v2, 'distribute-rewards', [principals(members)]),
    'finalize-reward-distribution': () => call(v2, 'finalize-reward-distribution'),
    'advance-to-next-cycle': async () => {
      await mine('burn', sizes.blocks)
      return call(v2, 'advance-to-next-cycle', [await settledBlock()])
    },
  }
  const order = [
    'capture-snapshot-balances',
    'advance-to-next-snapshot',
    'capture-snapshot-balances',
    'start-buffer-period',
    'finalize-snapshots',
    'propose-golden-ratio',
    'tally-participant-ratios',
    'validate-ratio',
    'calculate-participant-weights',
    'finalize-weight-computation',
    'set-is-distribution-enabled',
    'distribute-rewards',
    'finalize-reward-distribution',
    'advance-to-next-cycle',
  ]
  let next = 0

  return {
    contracts: familyContracts,
    v2: {
      /**
       * Funds the pool, enrolls the members and opens the first cycle: two snapshots two Bitcoin
       * blocks apart and a buffer of two.
       */
      open: async (people: readonly FamilyMember[], poolSats = 100_000_000n) => {
        await fund(v2, poolSats)
        await call(v2, 'update-cycle-data', [
          Cl.uint(sizes.snapshots),
          Cl.uint(sizes.blocks),
          Cl.uint(sizes.buffer),
        ])
        await call(v2, 'update-bitcoin-blocks-per-year', [
          Cl.uint(25 * (sizes.snapshots * sizes.blocks + sizes.buffer)),
        ])
        for (const { account, defiSats, rewardAddress } of people) {
          await call(v2, 'enroll', [perhaps(rewardAddress)], account)
          if (defiSats !== undefined)
            await call(v2, 'set-defi-figure', [Cl.principal(account.address), Cl.uint(defiSats)])
        }
        members = people.map(({ account }) => account.address)
        await mine('burn', 1)
        await call(v2, 'update-initialize-block', [Cl.uint(node.ledger.blocks.tip().burn)])
        await call(v2, 'initialize-contract', [await settledBlock()])
        await mine('stacks', 1)
      },
      /**
       * A user who enrolled on their own is captured and paid as well from here on; to be called
       * when their first cycle begins.
       */
      include: async ({ account, defiSats }: FamilyMember) => {
        if (defiSats !== undefined)
          await call(v2, 'set-defi-figure', [Cl.principal(account.address), Cl.uint(defiSats)])
        members = [...members, account.address]
      },
      /** Restarts the cycle's snapshots under another rollback id. */
      rollback: async () => {
        await call(v2, 'trigger-full-cycle-rollback')
        next = 0
      },
      /** Makes the calls of the cycle up to and including this one. */
      runTo: async (method: string) => {
        if (!order.includes(method)) throw new Error(`${method} is not a step of the cycle`)
        for (let made = ''; made !== method; next = (next + 1) % order.length)
          await steps[(made = order[next]!)]!()
      },
    },
    v3: {
      enroll: (account: DevnetAccount, rewardAddress?: string) =>
        call(v3, 'enroll', [perhaps(rewardAddress)], account),
      setDefi: (address: string, sats: bigint) =>
        call(v3Balances, 'set-defi-figure', [Cl.principal(address), Cl.uint(sats)]),
      /** Pays enrolled addresses from a pool that is filled for it. */
      pay: async (payments: readonly { address: string; sats: bigint }[]) => {
        await fund(
          v3,
          payments.reduce((sum, { sats }) => sum + sats, 0n),
        )
        return call(v3, 'pay', [
          Cl.list(
            payments.map(({ address, sats }) =>
              Cl.tuple({ who: Cl.principal(address), amount: Cl.uint(sats) }),
            ),
          ),
        ])
      },
    },
  }
}
export type Families = Awaited<ReturnType<typeof createFamilies>>
