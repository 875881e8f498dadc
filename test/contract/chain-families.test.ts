import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildProjectionRequest } from '../../src/app/dual-stacking/projection-request.ts'
import { beginAudit } from '../../src/chain/stacks/audit/begin-audit.ts'
import { collectEntries } from '../../src/chain/stacks/audit/collect-entries.ts'
import { readCycleParameters } from '../../src/chain/stacks/audit/read-cycle-parameters.ts'
import { createStacksClient, type StacksClient } from '../../src/chain/stacks/client.ts'
import { findDeployment, type Deployment } from '../../src/chain/stacks/deployments.ts'
import { decodeEventHex } from '../../src/chain/stacks/events/decode.ts'
import { readAccount } from '../../src/chain/stacks/read-account.ts'
import { readNetwork } from '../../src/chain/stacks/read-network.ts'
import { readPastCycle } from '../../src/chain/stacks/read-past-cycle.ts'
import { collectRewards } from '../../src/chain/stacks/rewards/collect-rewards.ts'
import { emptyRewards } from '../../src/chain/stacks/rewards/reward-cursor.ts'
import { userAccounts, type DevnetAccount } from '../../src/dev/network/accounts.ts'
import { createFamilies, type Families } from '../../src/dev/network/families/families.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { CycleRecorder, auditCycle } from '../../src/protocol/dual-stacking/audit/index.ts'
import { project } from '../../src/protocol/dual-stacking/projection/project.ts'

let network: Network
let families: Families
const [one, two, three] = userAccounts as [DevnetAccount, DevnetAccount, DevnetAccount]

beforeAll(async () => {
  network = await createNetwork({ contract: 'v1', keeper: false })
  for (const { address } of userAccounts) await network.control.faucetSbtc(address, 20_000_000n)
  await network.control.faucetStx(one.address, 100_000_000_000n)
  await network.control.lockStx(one.address, 60_000_000_000n)
  families = await createFamilies(network.node)
})
afterAll(() => network?.close())

const at = (id: string): { deployment: Deployment; client: StacksClient } => ({
  deployment: { ...findDeployment(id)!, apiBases: [network.url] },
  client: createStacksClient({ bases: [network.url] }),
})

const read = async (id: string, address: string) => {
  const { deployment, client } = at(id)
  const { reading: whole, problem } = await readNetwork(client, deployment)
  expect(problem).toBeNull()
  const account = await readAccount(client, deployment, { address, network: whole! })
  expect(account.problem).toBeNull()
  return { network: whole!, account: account.reading! }
}

const rewardsOf = async (id: string, address: string, rewardAddresses: string[] = []) => {
  const { deployment, client } = at(id)
  const tip = await client.tip()
  if (!tip.ok) throw new Error('no tip')
  const all = ['embedded-v1', 'embedded-v2', 'embedded-v3'].map((each) => findDeployment(each)!)
  const collected = await collectRewards(
    client,
    {
      address,
      rewardAddresses,
      deployments: [deployment, ...all.filter((each) => each.id !== id)],
    },
    emptyRewards,
    { tip: tip.value, budget: 30 },
  )
  expect(collected.requestsLeft).toBeNull()
  return collected.found
}

describe('a contract of the second family', () => {
  beforeAll(() =>
    families.v2.open([
      { account: one, defiSats: 5_000_000n },
      { account: two, rewardAddress: three.address },
    ]),
  )

  it('is recognised and read through its own shapes', async () => {
    await families.v2.runTo('capture-snapshot-balances')
    const { network: whole, account } = await read('embedded-v2', one.address)
    expect(whole).toMatchObject({
      family: 'v2',
      writable: { ok: true },
      apr: { value: 5_000_000n },
      multiplier: { value: 9n },
      poolSats: { value: 100_000_000n },
    })
    expect(whole.cycle).toMatchObject({
      known: true,
      value: {
        id: 0,
        snapshotsPerCycle: 2,
        blocksPerSnapshot: 2,
        bufferBlocks: 2,
        capturedCount: 2,
        participantsCount: 2,
        phase: 'snapshots',
        rollbackId: 0,
      },
    })
    expect(account).toMatchObject({
      sats: { value: 20_000_000n },
      defiSats: { value: 5_000_000n },
      lockedMicroStx: { value: 60_000_000_000n },
      liquidMicroStx: { value: 0n },
      enrolledThisCycle: { value: true },
      enrolledNextCycle: { value: true },
      blacklisted: { value: false },
      rewardAddress: { value: one.address },
      holding: {
        value: {
          sats: 20_000_000n,
          defiSats: 5_000_000n,
          microStx: 60_000_000_000n,
          lastSnapshot: 0,
          rewarded: false,
        },
      },
    })
  })

  it('restarts a cycle under another rollback id, which readings follow', async () => {
    await families.v2.rollback()
    await network.control.mineBurn(1)
    const { network: whole, account } = await read('embedded-v2', one.address)
    expect(whole.cycle).toMatchObject({
      value: { rollbackId: 1, snapshotIndex: 0, capturedCount: 0 },
    })
    expect(account.holding).toEqual({ known: true, value: null })
    await families.v2.runTo('capture-snapshot-balances')
  })

  it('shows its buffer period and pays wallet and DeFi parts', async () => {
    await families.v2.runTo('start-buffer-period')
    await network.control.mineBurn(1)
    expect((await read('embedded-v2', one.address)).network.cycle).toMatchObject({
      value: { phase: 'buffer' },
    })
    await families.v2.runTo('set-is-distribution-enabled')
    await network.control.mineBurn(1)
    const before = await read('embedded-v2', one.address)
    const { thisCycle, assumptions, cyclesPerYear } = project(
      buildProjectionRequest(before.network, before.account)!,
    )
    expect(thisCycle).toMatchObject({
      defiSats: 5_000_000n,
      walletWeight: expect.any(BigInt),
      defiWeight: 50_000_000n,
    })
    expect(cyclesPerYear).toBe(2_500_000_000n)
    expect(assumptions).toContainEqual({ code: 'rules', family: 'v2' })
    await families.v2.runTo('finalize-reward-distribution')
    await network.control.mineBurn(1)
    const { network: whole, account } = await read('embedded-v2', one.address)
    expect(whole).toMatchObject({
      cycle: { value: { phase: 'finalized' } },
      goldenRatios: { value: [{ cycle: 0, ratio: 1_000_000_000_000n }] },
      totalWeights: { known: true },
    })
    const [payment] = await rewardsOf('embedded-v2', one.address)
    expect(payment).toMatchObject({
      deployment: 'embedded-v2',
      cycle: { value: 0 },
      enrolledAddress: one.address,
      sats: thisCycle!.rewardSats,
    })
    expect(account.holding).toMatchObject({ value: { rewarded: true, rewardSats: payment!.sats } })
    expect(await rewardsOf('embedded-v2', two.address, [three.address])).toMatchObject([
      { enrolledAddress: two.address, rewardAddress: three.address },
    ])
    expect(await rewardsOf('embedded-v1', three.address)).toMatchObject([
      { deployment: 'embedded-v2', enrolledAddress: two.address },
    ])
  })

  it('has on record what its last go captured and paid, also once the cycle is past', async () => {
    const { deployment, client } = at('embedded-v2')
    const { reading } = await readPastCycle(client, deployment, { address: one.address, cycle: 0 })
    expect(reading).toMatchObject({
      finalized: { value: true },
      // The sum over the two snapshots of the last go.
      holding: { value: { sats: 40_000_000n, lastSnapshot: 1, rewarded: true } },
    })
  })

  it('prints nothing that is not understood', () => {
    const kinds = new Set(
      network.node.ledger
        .logs(families.contracts.v2)
        .map(({ event }) => (event.kind === 'log' ? decodeEventHex(event.hex)?.kind : undefined)),
    )
    expect(kinds.has('unknown')).toBe(false)
    expect(kinds).toEqual(
      new Set([
        'update-cycle-data',
        'enroll',
        'capture',
        'rollback',
        'conclude-snapshots',
        'propose',
        'tally',
        'tally-detail',
        'validate',
        'weight',
        'finalize-weights',
        'reward',
        'finalize-distribution',
      ]),
    )
  })

  it('is audited by its own rules', async () => {
    const { deployment, client } = at('embedded-v2')
    const begun = await beginAudit(client, deployment, 0)
    if (!begun.ok) throw new Error(begun.failure.code)
    const collected = await collectEntries(client, deployment, begun.value.cursor, { budget: 100 })
    expect(collected.requestsLeft).toBeNull()
    const parameters = await readCycleParameters(
      client,
      deployment,
      begun.value.capabilities,
      collected.cursor,
    )
    if (!parameters.ok) throw new Error(parameters.failure.code)
    expect(parameters.value).toMatchObject({
      family: 'v2',
      bufferBlocks: 2n,
      poolSats: 100_000_000n,
      goldenRatio: 1_000_000_000_000n,
    })
    const recorder = new CycleRecorder()
    recorder.add(collected.entries)
    const audit = auditCycle(recorder.data(0, parameters.value))
    expect(audit.totals.weights.difference).toBe(0n)
    expect(audit.differing).toEqual([])
    expect(audit.payout.limit).toBe('cap')
  })
})

describe('a contract of the third family', () => {
  it('shows what its reads and the holder’s own calls say, the rest as unknown', async () => {
    await families.v3.enroll(one, three.address)
    await families.v3.setDefi(one.address, 7_000n)
    const { network: whole, account } = await read('embedded-v3', one.address)
    expect(whole).toMatchObject({
      family: 'v3',
      writable: { ok: true },
      cycle: { known: false, reason: 'not-offered' },
      totalWeights: { known: false, reason: 'not-offered' },
    })
    expect(account).toMatchObject({
      sats: { known: true },
      defiSats: { value: 7_000n },
      lockedMicroStx: { value: 60_000_000_000n },
      liquidMicroStx: { value: 0n },
      enrolledThisCycle: { known: false, reason: 'not-offered' },
      enrolledNextCycle: { value: true },
      rewardAddress: { value: three.address },
      blacklisted: { known: false, reason: 'not-offered' },
      meetsMinimum: { value: true },
    })
    const stranger = (await read('embedded-v3', two.address)).account
    expect(stranger).toMatchObject({
      enrolledNextCycle: { known: false, reason: 'not-offered' },
      rewardAddress: { known: false, reason: 'not-offered' },
    })
    expect(
      (await read('embedded-v3', 'ST000000000000000000002AMW42H')).account.meetsMinimum,
    ).toEqual({ known: true, value: false })
  })

  it('is estimated by the second family’s rules, and the projection says so', async () => {
    const { network: whole, account } = await read('embedded-v3', one.address)
    expect(whole).toMatchObject({
      figuresOf: families.contracts.v2,
      apr: { value: 5_000_000n },
      multiplier: { value: 9n },
      blocksPerYear: { known: true },
      goldenRatios: { value: [{ cycle: 0, ratio: 1_000_000_000_000n }] },
    })
    const { cycle, assumptions } = project(buildProjectionRequest(whole, account)!)
    expect(cycle).toMatchObject({
      defiSats: 7_000n,
      rewardSats: null,
      fullPool: { rewardSats: expect.any(BigInt) },
    })
    expect(assumptions).toContainEqual({ code: 'estimate-by-v2-rules' })
  })

  it('whose payments are known as such by their transfer alone', async () => {
    await families.v3.pay([{ address: one.address, sats: 4_321n }])
    await network.control.mineBurn(1)
    const found = await rewardsOf('embedded-v3', three.address)
    expect(found.find(({ deployment }) => deployment === 'embedded-v3')).toMatchObject({
      sats: 4_321n,
      cycle: { known: false },
      enrolledAddress: three.address,
      rewardAddress: three.address,
      evidence: 'transfer',
    })
  })
})

describe('past epoch 3.4', () => {
  it('the second family loses what needs at-block, and takes no more enrollments', async () => {
    await network.node.perform({ kind: 'epoch', epoch: '3.4' })
    await network.control.mineBurn(1)
    const { account } = await read('embedded-v2', three.address)
    expect(account.enrolledThisCycle).toEqual({ known: false, reason: 'at-block-unavailable' })
    expect(account.liquidMicroStx).toEqual({ known: false, reason: 'at-block-unavailable' })
    const { deployment, client } = at('embedded-v2')
    const first = await readNetwork(client, deployment)
    await readAccount(client, deployment, { address: three.address, network: first.reading! })
    expect((await readNetwork(client, deployment)).reading?.writable).toEqual({
      ok: false,
      reason: 'inactive-network',
    })
  })
})
