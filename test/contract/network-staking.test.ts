import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Cl, makeContractCall, PostConditionMode } from '@stacks/transactions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PoxReader } from '../../src/chain/stacks/bitcoin-staking/pox-reader.ts'
import { readBondOffer } from '../../src/chain/stacks/bitcoin-staking/read-bond-offer.ts'
import { readIncomeHistory } from '../../src/chain/stacks/bitcoin-staking/read-income-history.ts'
import { readManager } from '../../src/chain/stacks/bitcoin-staking/read-manager.ts'
import { refreshHolder } from '../../src/chain/stacks/bitcoin-staking/refresh-holder.ts'
import { stakingDeployment } from '../../src/chain/stacks/bitcoin-staking/staking-deployments.ts'
import { createStacksClient, type StacksClient } from '../../src/chain/stacks/client.ts'
import { userAccounts, type DevnetAccount } from '../../src/dev/network/accounts.ts'
import { demoStakers } from '../../src/dev/network/bitcoin-staking/staking-people.ts'
import {
  nativePoolContract,
  stakingManagers,
} from '../../src/dev/network/bitcoin-staking/staking-setting.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { createStacksSender } from '../../src/dev/network/node/sender.ts'
import {
  registerForBondCall,
  withdrawBondSatsCall,
} from '../../src/wallet/stacks/bitcoin-staking/bond-calls.ts'
import { claimRewardsCall } from '../../src/wallet/stacks/bitcoin-staking/reward-calls.ts'
import {
  stakeCall,
  unstakeCall,
  updateStakeCall,
} from '../../src/wallet/stacks/bitcoin-staking/stake-calls.ts'
import type { StacksCallRequest } from '../../src/wallet/stacks/stacks-call-request.ts'
import { conditionsOf } from '../support/bitcoin-staking/run-request.ts'

const run = promisify(execFile)
const deployment = stakingDeployment('devnet')
const [user1, user2, user3] = userAccounts as [DevnetAccount, DevnetAccount, DevnetAccount]
const STX = 1_000_000n

let network: Network
let client: StacksClient

beforeAll(async () => {
  network = await createNetwork({ demo: true, keeper: false, blockIntervalMs: 0 })
  client = createStacksClient({ bases: [network.url] })
})
afterAll(async () => network?.close())

/** Signs, sends and mines a call; gives how it ended. */
async function send(
  account: DevnetAccount,
  call: StacksCallRequest,
  conditions = call.postConditions,
): Promise<{ status: string; txid: string }> {
  const [contractAddress = '', contractName = ''] = call.contract.split('.')
  const signed = await makeContractCall({
    contractAddress,
    contractName,
    functionName: call.functionName,
    functionArgs: call.args.map((argument) => Cl.deserialize(argument)),
    senderKey: account.key,
    network: 'testnet',
    fee: 3_000,
    nonce: network.node.ledger.nonce(account.address),
    postConditionMode: PostConditionMode.Deny,
    postConditions: conditionsOf({ ...call, postConditions: conditions }),
  })
  const submitted = await network.node.submit(signed.serialize())
  if (!submitted.ok) throw new Error(JSON.stringify(submitted.rejection))
  await network.control.mine()
  const { status, txid } = network.node.ledger.transaction(`0x${submitted.txid}`)!
  return { status, txid }
}

const api = async (path: string): Promise<unknown> =>
  (await fetch(`${network.url}/extended/v3${path}`)).json()

const holder = async (address: string) => {
  let reading = null
  for (let pass = 0; pass < 4; pass++)
    reading = (await refreshHolder(client, deployment, { address, earlier: reading })).reading
  return reading!
}

describe('an embedded network as mainnet is today', () => {
  test('has run for a cycle, with income, calculations and claims of managers', async () => {
    const { programme, claims, position } = await holder(demoStakers()[1]!.account.address)
    expect(programme).toMatchObject({
      cycle: { value: { id: 12n, isPreparing: false } },
      isPaused: { value: false },
      lastComputeHeight: { value: 2_499n },
      bonds: { value: [{ index: 0n }, { index: 1n }] },
    })
    expect(position.stake).toMatchObject({ value: { microStx: 60_000n * STX, cycles: 12n } })
    const [running, last] = claims!.cycles
    expect([running!.cycle, last!.cycle]).toEqual([12n, 11n])
    for (const each of [running!, last!])
      expect(each.legs).toMatchObject([{ bond: null, shares: 60_000n * STX }])
    expect(last!.legs[0]!.grossSats).toBeGreaterThan(1_000n)
    const history = await readIncomeHistory(client, deployment)
    expect(history).toMatchObject({
      known: true,
      value: { hasOlder: false, calculations: [12n, 11n, 11n, 10n].map((cycle) => ({ cycle })) },
    })
  })

  test('shows its managers and bonds to the client', async () => {
    await client.tip()
    const reader = new PoxReader(client, deployment)
    const families = await Promise.all(
      Object.values(stakingManagers).map(async (id) => {
        const { shape, fee, takesStakes } = await readManager(reader, id, { cycle: 12n })
        return [shape.known && shape.value.family, fee.known && fee.value.bips, takesStakes]
      }),
    )
    const takes = { known: true, value: true }
    expect(families).toEqual([
      ['reference', 0n, takes],
      ['max500', 450n, takes],
      ['reference', 495n, takes],
      ['native', 0n, takes],
    ])
    expect(await readBondOffer(reader, { bond: 1n, address: user2.address })).toMatchObject({
      allowanceSats: { value: 2_100_000_000n },
      capacitySats: { value: 11n * 2_100_000_000n },
      registeredSats: { value: 0n },
    })
  })

  test('answers the API’s staking paths in their shapes', async () => {
    const member = demoStakers()[6]!.account.address
    expect(await api(`/principals/${member}/staking`)).toMatchObject({
      stx: { locked: '0' },
      bonds: { count: 1, locked: { btc: '500000000', stx: '5000000000' } },
    })
    expect(await api(`/principals/${member}/staking/bonds`)).toMatchObject({
      total: 1,
      results: [{ bond_index: 0, status: 'running', active: true, locked: { btc: '500000000' } }],
    })
    expect(await api('/staking/bonds')).toMatchObject({
      total: 2,
      results: [
        { index: 1, status: 'upcoming', registrations: { allowed_count: 11 } },
        { index: 0, status: 'active', balances: { locked: { btc: '620000000' } } },
      ],
    })
    expect(await api(`/staking/bonds/0/registrations/${member}`)).toMatchObject({
      staker: member,
      type: 'l2',
      l2_lockup: { tx_id: expect.stringMatching(/^0x/) },
    })
    expect(await api('/staking/signers')).toMatchObject({ total: 4 })
    expect(await api('/staking/cycles/previous')).toMatchObject({
      number: 11,
      status: 'finished',
      bonds: { total: 1, indexes: [0] },
      locked: { stx: { stx_only: '4210000000000', total: '4217000000000' } },
      rewards: { btc: { waterfall: { bonds: '744000' } } },
    })
    // All four managers sign with the deployer's key.
    expect(await api('/staking/cycles/11/signers')).toMatchObject({
      total: 1,
      results: [{ staked_stx: '4217000000000', weight: 4_000 }],
    })
    const account = await api(`/principals/${user1.address}/balances/stx`)
    expect(account).toMatchObject({ locked: { pox_version: 5 } })
    const pox = (await (await fetch(`${network.url}/v2/pox`)).json()) as object
    expect(pox).toMatchObject({ reward_cycle_id: 12, current_epoch: 'Epoch40' })
  })
})

describe('Staking and PoX post-conditions', () => {
  const stake = () =>
    stakeCall(
      { deployment, account: user3.address },
      {
        manager: stakingManagers.reference,
        microStx: 5_000n * STX,
        cycles: 3n,
        burnHeight: BigInt(network.node.ledger.blocks.tip().burn),
        payout: null,
        heldSats: 0n,
      },
    )

  test('undo a stake that they do not cover, or of another amount', async () => {
    const call = stake()
    expect(await send(user3, call, [])).toMatchObject({ status: 'abort_by_post_condition' })
    const other = stakeCall(
      { deployment, account: user3.address },
      {
        manager: stakingManagers.reference,
        microStx: 4_999n * STX,
        cycles: 3n,
        burnHeight: 0n,
        payout: null,
        heldSats: 0n,
      },
    )
    expect(await send(user3, call, other.postConditions)).toMatchObject({
      status: 'abort_by_post_condition',
    })
    expect((await network.node.host.account(user3.address)).locked).toBe(0n)
  })

  test('let a stake, its growth and its end through', async () => {
    const signer = { deployment, account: user3.address }
    expect(await send(user3, stake())).toMatchObject({ status: 'success' })
    const manager = stakingManagers.reference
    const update = updateStakeCall(signer, {
      manager: stakingManagers.max500,
      oldManager: manager,
      microStx: 5_000n * STX,
      addedMicroStx: 7n * STX,
      addedCycles: 1n,
      payout: null,
    })
    expect(await send(user3, update)).toMatchObject({ status: 'success' })
    expect((await network.node.host.account(user3.address)).locked).toBe(5_007n * STX)
    const end = unstakeCall(signer, stakingManagers.max500)
    expect(await send(user3, end, [])).toMatchObject({ status: 'abort_by_post_condition' })
    expect(await send(user3, end)).toMatchObject({ status: 'success' })
  })

  test('let a bond be entered and left with exactly its sats', async () => {
    const signer = { deployment, account: user2.address }
    const enter = registerForBondCall(signer, {
      bond: 1n,
      manager: stakingManagers.xverse,
      sats: 2_000_000n,
      microStx: 100n * STX,
      heldSats: 0n,
      payout: null,
    })
    expect(await send(user2, enter)).toMatchObject({ status: 'success' })
    const leave = withdrawBondSatsCall(signer, {
      manager: stakingManagers.xverse,
      sats: 2_000_000n,
    })
    const [pox] = leave.postConditions
    expect(await send(user2, leave, [pox!])).toMatchObject({ status: 'abort_by_post_condition' })
    expect(await send(user2, leave)).toMatchObject({ status: 'success' })
  })

  test('see a call of pox-5 that failed inside one that did not', async () => {
    const source = `(define-public (try-to-leave)
      (match (contract-call? '${deployment.pox} unstake '${stakingManagers.reference})
        left (ok true)
        failed (ok false)))`
    const deployed = await createStacksSender(network.node)(user3, {
      kind: 'deploy',
      name: 'quiet',
      source,
      clarity: 3,
    })
    expect(deployed).toMatchObject({ ok: true, transaction: { status: 'success' } })
    const end = unstakeCall({ deployment, account: user3.address }, stakingManagers.reference)
    const call: StacksCallRequest = {
      ...end,
      contract: `${user3.address}.quiet`,
      functionName: 'try-to-leave',
      args: [],
    }
    expect(await send(user3, call, [])).toMatchObject({ status: 'abort_by_post_condition' })
    const { status, txid } = await send(user3, call)
    expect(status).toBe('success')
    expect(network.node.ledger.transaction(txid)).toMatchObject({ result: '0x0704', events: [] })
  })

  test('let each family’s claim through, and an audit finds it exact', async () => {
    const people = demoStakers()
    for (const at of [0, 2, 4, 5, 6, 7]) {
      const { account, manager, sats } = people[at]!
      const { claims } = await holder(account.address)
      const last = claims!.cycles.find(({ cycle }) => cycle === 11n)!
      const [leg] = last.legs
      if (!leg?.netSats.known) throw new Error(`nothing known of ${account.name}`)
      const family = manager === 'native' || manager === 'max500' ? manager : 'reference'
      const call = claimRewardsCall(
        { deployment, account: account.address },
        {
          family,
          manager: stakingManagers[manager],
          staker: account.address,
          cycle: 11n,
          bond: sats > 0n ? 0n : null,
          paidSats: leg.netSats.value,
        },
      )!
      expect([account.name, await send(account, call)]).toMatchObject([
        account.name,
        { status: 'success' },
      ])
    }
    const args = [
      '--programme',
      'bitcoin-staking',
      '--api',
      network.url,
      '--cycle',
      '11',
      '--income',
    ]
    const { stdout } = await run('npx', ['tsx', 'src/dev/cli/audit.ts', ...args])
    expect(stdout).toContain('verdict          exact')
    expect(stdout).not.toContain('as printed')
    expect(stdout).toContain("holders' claims  6, of which the fee is unknown of 0")
    const { findWrongFigures } = await import('../../docs/examples/bitcoin-staking-audit.ts')
    expect(await findWrongFigures(network.url, 11n)).toEqual([])
  })
})

test('the example of the client lists what can be claimed', async () => {
  const { readClaimable } = await import('../../docs/examples/bitcoin-staking-client.ts')
  const claimable = await readClaimable(network.url, demoStakers()[3]!.account.address)
  expect(claimable![0]).toMatchObject({ cycle: 12n, bond: null, netSats: { known: true } })
})

test('stakes with the native manager go through its pool alone', async () => {
  const { address } = demoStakers()[5]!.account
  const membership = await network.node.host.callRead(
    deployment.pox,
    'get-staker-info',
    [`0x${Cl.serialize(Cl.principal(address))}`],
    address,
  )
  expect(membership).toMatchObject({ okay: true })
  expect(network.node.ledger.calls(nativePoolContract, 'delegate')).toHaveLength(1)
})

test('Dual Stacking runs a cycle on the same chain', async () => {
  const called = await network.control.runTo('finalize-reward-distribution')
  expect(called).toContain('distribute-rewards')
  expect((await network.node.host.account(user1.address)).locked).toBe(60_000n * STX)
})
