import { Cl, type ClarityValue } from '@stacks/transactions'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgeKeeper } from '../../src/app/dual-stacking/programme/judge-keeper.ts'
import { parseProgrammeAnswer } from '../../src/app/dual-stacking/programme/programme-answer.ts'
import { judgeProgramme } from '../../src/app/dual-stacking/programme/programme-verdict.ts'
import { toJson } from '../../src/chain/json.ts'
import { estimateFees } from '../../src/chain/stacks/api/estimate-fee.ts'
import { createStacksClient } from '../../src/chain/stacks/client.ts'
import { readContractSettings } from '../../src/chain/stacks/console/read-contract-settings.ts'
import {
  embeddedDeployment,
  findDeployment,
  type Deployment,
} from '../../src/chain/stacks/deployments.ts'
import {
  programmeProfile,
  type ProgrammeProfile,
} from '../../src/chain/stacks/programme/programme-profile.ts'
import { readProgrammeCode } from '../../src/chain/stacks/programme/read-programme-code.ts'
import { readProgrammeProfile } from '../../src/chain/stacks/programme/read-programme-profile.ts'
import { startFaultProxy } from '../../src/dev/faults/fault-proxy.ts'
import { deployer, userAccounts } from '../../src/dev/network/accounts.ts'
import { contractSource } from '../../src/dev/network/contracts.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { createStacksSender, type StacksSending } from '../../src/dev/network/node/sender.ts'
import { readProgrammeOf } from '../../src/extension/background/dual-stacking/read-programme-of.ts'
import { deployCall } from '../../src/wallet/stacks/console-calls.ts'
import { feePayload } from '../../src/wallet/stacks/fee-payload.ts'
import { setupCalls, setupRequest } from '../../src/wallet/stacks/setup-requests.ts'

let network: Network
let deployment: Deployment

beforeAll(async () => {
  network = await createNetwork({ demo: { snapshots: 2, blocksPerSnapshot: 4 }, keeper: false })
  deployment = { ...findDeployment(embeddedDeployment)!, apiBases: [network.url] }
})
afterAll(() => network?.close())

const newClient = (base = network.url) => createStacksClient({ bases: [base] })
const valueOf = <T>(of: { known: true; value: T } | { known: false; reason: string }): T => {
  if (!of.known) throw new Error(`unknown: ${of.reason}`)
  return of.value
}

async function read(of = deployment): Promise<ProgrammeProfile> {
  const { reading, problem } = await readProgrammeProfile(newClient(), of)
  expect(problem).toBeNull()
  // Views get it as JSON.
  expect(v.parse(programmeProfile, toJson(reading))).toEqual(reading)
  return reading!
}

async function send(sending: StacksSending, account = deployer): Promise<void> {
  const sent = await createStacksSender(network.node)(account, sending)
  if (!sent.ok || sent.transaction.status !== 'success') throw new Error(JSON.stringify(sent.ok))
}
const call = (method: string, args: ClarityValue[]) =>
  send({ kind: 'call', contract: deployment.contract, method, args })

/** Deploys a text under another name of the deployer. */
async function deploy(name: string, source: string): Promise<Deployment> {
  await send({ kind: 'deploy', name, source, clarity: 3 })
  return { ...deployment, contract: `${deployer.address}.${name}` }
}

describe('what an operator is told while setting a programme up', () => {
  it('has the settings that the admin can change, and a fee for every transaction', async () => {
    const client = newClient()
    expect(await readContractSettings(client, deployment.contract)).toEqual({
      ok: true,
      value: { apr: 5_000_000n, countsLiquid: expect.any(Boolean) },
    })
    const source = contractSource('dual-stacking-live')
    const requests = [
      deployCall(deployment, deployer.address, 'our-program', source),
      ...setupCalls.map((each) => setupRequest(deployment, deployer.address, each)),
    ]
    const fees = await Promise.all(
      requests.map((request) => estimateFees(client.askCached, feePayload(request))),
    )
    const lowest = fees.map((fee) => (fee.ok ? fee.value[0]! : 0n))
    expect(lowest.every((fee) => fee > 0n)).toBe(true)
    // A node takes nothing below one microSTX for each byte.
    expect(lowest[0]).toBeGreaterThan(BigInt(source.length))
  })
})

describe('the code of a programme, from its node', () => {
  const codeOf = async (of: Deployment) => valueOf(await readProgrammeCode(newClient(), of))

  it('is the live build, and so are the contracts that it calls', async () => {
    const build = { kind: 'build', exact: true }
    const { main, helpers } = await codeOf(deployment)
    expect(main).toMatchObject(build)
    expect(main.kind === 'build' && main.version === main.newest).toBe(true)
    expect(helpers).toMatchObject({ 'bitcoin-block-buffer': build, 'liquid-stacking': build })
  })

  it('is the same build with other comments, and unknown with another number', async () => {
    const source = contractSource('dual-stacking-live')
    const commented = await deploy('commented', `;; Ours, honestly.\n${source}`)
    expect((await codeOf(commented)).main).toMatchObject({ kind: 'build', exact: false })

    const altered = source.replace('MAX_APR_SCALED u20000000', 'MAX_APR_SCALED u90000000')
    expect(altered).not.toBe(source)
    expect(await codeOf(await deploy('altered', altered))).toEqual({
      main: { kind: 'unknown' },
      helpers: null,
    })
  })

  it('is not verified where it calls a contract of another text', async () => {
    const [, other] = userAccounts
    for (const name of [
      'bitcoin-block-buffer-live',
      'liquid-stacking-live',
      'dual-stacking-live',
    ]) {
      const source = contractSource(name)
      const generous = source.replace('RATIO_PRECISION u1000000', 'RATIO_PRECISION u1000')
      await send({ kind: 'deploy', name, source: generous, clarity: 3 }, other!)
    }
    const { main, helpers } = await codeOf({
      ...deployment,
      contract: `${other!.address}.dual-stacking-live`,
    })
    expect(main.kind).toBe('build')
    expect(helpers).toMatchObject({
      'bitcoin-block-buffer': { kind: 'build' },
      'liquid-stacking': { kind: 'unknown' },
    })
  })

  it('is unknown while the node does not tell it', async () => {
    const proxy = await startFaultProxy(network.url)
    proxy.play((exchange) =>
      exchange.path.startsWith('/v2/contracts/source/')
        ? { ...exchange, status: 400, text: 'no' }
        : exchange,
    )
    try {
      expect(await readProgrammeCode(newClient(proxy.url), deployment)).toMatchObject({
        known: false,
      })
    } finally {
      await proxy.close()
    }
  })
})

describe('what a holder should know of a programme', () => {
  it('is read before the first cycle has ended', async () => {
    const reading = await read()
    expect(valueOf(reading.admin)).toEqual({ address: deployer.address, kind: 'account' })
    expect(valueOf(reading.cycles)).toEqual([])
    expect(reading.host).toBe(new URL(network.url).host)
  })

  it('says what was paid, what was changed and when, and how the windows went', async () => {
    await network.control.runTo('finalize-reward-distribution')
    await call('update-APR', [Cl.uint(7_000_000)])
    await call('emergency-withdraw-sbtc', [Cl.uint(1000), Cl.principal(deployer.address)])
    await network.control.runTo('advance-to-next-cycle')
    const reading = await read()
    const [cycle] = valueOf(reading.cycles)
    const { sats, meanSats, apr } = valueOf(cycle!.paid)
    expect(cycle).toMatchObject({ cycle: 0, blocks: 8 })
    expect(sats).toBeGreaterThan(0n)
    expect(apr).toBe((sats * 100_000_000n * 52_560n) / (meanSats * 8n))
    expect(valueOf(reading.network.poolSats)).toBe(5_000_000_000n - sats - 1000n)

    const { list, complete } = valueOf(reading.changes)
    expect(complete).toBe(true)
    expect(list.slice(0, 2)).toMatchObject([
      { call: 'emergency-withdraw-sbtc', value: { unit: 'sats', value: 1000n } },
      { call: 'update-APR', value: { unit: 'rate', value: 7_000_000n } },
    ])
    expect(list[0]!.time).toBeGreaterThan(0)
    const [running, first] = valueOf(reading.windows)
    expect(first).toMatchObject({ cycle: 0, closed: 2 })
    expect(running).toMatchObject({ cycle: 1, missed: 0 })
    expect(valueOf(reading.lastStep)).toMatchObject({ call: 'advance-to-next-cycle' })
  })

  it('says that a window passed without a capture', async () => {
    const before = valueOf((await read()).windows)[0]!
    await network.control.mineBurn(3)
    expect(valueOf((await read()).windows)[0]).toMatchObject({
      closed: before.closed + 1,
      missed: before.missed + 1,
    })
  })

  it('is in the extension what the chain has, also of one that is not in use', async () => {
    await call('update-APR', [Cl.uint(9_000_000)])
    await call('update-yield-boost-multiplier', [Cl.uint(4)])
    await call('update-min-sbtc-hold-required-for-enrollment', [Cl.uint(12_345)])
    const client = newClient()
    const here = { network: 'devnet', apiBases: [network.url] } as const
    const used = { deployment, client }
    const other = {
      deployment: findDeployment('mainnet-v3_0_0')!,
      client: newClient('http://[::1]'),
    }
    const answers = await Promise.all(
      [used, other].map((chain) =>
        readProgrammeOf(chain, { ...here, contract: deployment.contract }),
      ),
    )
    // What is a message between background and view is JSON.
    expect(JSON.parse(JSON.stringify(answers))).toEqual(answers)
    const onChain = async (fn: string) => {
      const said = await client.callRead(deployment.contract, fn, [])
      return said.ok ? said.value : said
    }
    for (const answer of answers.map(parseProgrammeAnswer)) {
      if (!answer.ok) throw new Error(answer.problem)
      const { admin, changes, network: figures } = answer.reading
      expect(valueOf(admin).address).toBe(await onChain('get-admin'))
      expect(valueOf(figures.apr)).toBe(9_000_000n)
      expect(await onChain('get-apr-data')).toMatchObject({
        MAX_APR: valueOf(figures.apr),
        MULTIPLIER: valueOf(figures.multiplier) + 1n,
      })
      expect(valueOf(figures.minimumSats)).toBe(await onChain('get-minimum-enrollment-amount'))
      expect(valueOf(changes).list.slice(0, 3)).toMatchObject([
        { value: { value: 12_345n } },
        { value: { value: 4n } },
        { value: { value: 9_000_000n } },
      ])
      expect(judgeProgramme(answer.reading.code).kind).toBe('verified')
      // Its window has passed, and nobody has captured.
      expect(judgeKeeper(answer.reading).kind).toBe('asleep')
    }
    const contract = `${deployer.address}.nothing`
    expect(await readProgrammeOf(used, { ...here, contract })).toEqual({
      ok: false,
      problem: 'contract-missing',
    })
    expect(await readProgrammeOf(used, { ...here, apiBases: ['nowhere'], contract })).toMatchObject(
      {
        ok: false,
      },
    )
  })

  it('tells nobody, a contract and an account as administrator apart', async () => {
    const vault = `${deployer.address}.anything`
    await call('update-admin', [Cl.principal(vault)])
    const given = await read()
    expect(valueOf(given.admin)).toEqual({ address: vault, kind: 'contract' })
    // What a contract changes is called by others than accounts, so the calls are not everything.
    expect(valueOf(given.changes)).toMatchObject({
      complete: false,
      list: expect.arrayContaining([
        expect.objectContaining({ call: 'update-admin', value: { unit: 'address', value: vault } }),
      ]) as unknown,
    })
  })

  it('is unknown, with the reason, of a contract that is not there', async () => {
    const missing = { ...deployment, contract: `${deployer.address}.nothing` }
    expect(await readProgrammeProfile(newClient(), missing)).toEqual({
      reading: null,
      problem: 'contract-missing',
    })
  })
})
