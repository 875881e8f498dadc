import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Cl } from '@stacks/transactions'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { beginAudit } from '../../../src/chain/stacks/audit/begin-audit.ts'
import {
  collectEntries,
  type AuditCursor,
} from '../../../src/chain/stacks/audit/collect-entries.ts'
import { readCycleParameters } from '../../../src/chain/stacks/audit/read-cycle-parameters.ts'
import { createStacksClient, type StacksClient } from '../../../src/chain/stacks/client.ts'
import { findDeployment, type Deployment } from '../../../src/chain/stacks/deployments.ts'
import { startFaultProxy } from '../../../src/dev/faults/fault-proxy.ts'
import { deployer, userAccounts } from '../../../src/dev/network/accounts.ts'
import type { ContractKind } from '../../../src/dev/network/contracts.ts'
import { createNetwork, type Network } from '../../../src/dev/network/index.ts'
import { createStacksSender } from '../../../src/dev/network/node/sender.ts'
import {
  CycleRecorder,
  auditCycle,
  verifyReward,
} from '../../../src/protocol/dual-stacking/audit/index.ts'

const run = promisify(execFile)
const user = userAccounts[0]!

describe.each<ContractKind>(['v1', 'live'])('a cycle of %s from public data', (kind) => {
  let network: Network
  let deployment: Deployment
  let client: StacksClient

  beforeAll(async () => {
    network = await createNetwork({
      demo: { snapshots: 2, blocksPerSnapshot: 3 },
      keeper: false,
      contract: kind,
    })
    deployment = {
      ...findDeployment(kind === 'v1' ? 'embedded-v1' : 'embedded-live')!,
      apiBases: [network.url],
    }
    client = createStacksClient({ bases: deployment.apiBases })
    const send = createStacksSender(network.node)
    const call = async (
      method: string,
      args: Parameters<typeof Cl.list>[0],
      account = deployer,
    ) => {
      const sent = await send(account, {
        kind: 'call',
        contract: deployment.contract,
        method,
        args,
      })
      expect(sent.ok && sent.transaction.status).toBe('success')
    }
    await call('enroll', [Cl.none()], user)
    await network.control.runTo('finalize-reward-distribution')
    // What was true in cycle 0 is no longer what the contract says.
    await call('update-APR', [Cl.uint(7_000_000)])
    await network.control.faucetSbtc(deployment.contract, 123_456n)
    await network.control.runTo('finalize-reward-distribution')
    await call('emergency-withdraw-sbtc', [Cl.uint(1_000), Cl.principal(user.address)])
  })
  afterAll(() => network?.close())

  const collect = async (cycle: number, budget: number) => {
    const begun = await beginAudit(client, deployment, cycle)
    if (!begun.ok) throw new Error(begun.failure.code)
    const recorder = new CycleRecorder()
    const left: (number | null)[] = []
    let cursor: AuditCursor = begun.value.cursor
    do {
      const collected = await collectEntries(
        client,
        deployment,
        JSON.parse(JSON.stringify(cursor)) as AuditCursor,
        { budget },
      )
      expect(collected.problem).toBeNull()
      recorder.add(collected.entries)
      cursor = collected.cursor
      left.push(collected.requestsLeft)
    } while (left.at(-1) !== null)
    const parameters = await readCycleParameters(
      client,
      deployment,
      begun.value.capabilities,
      cursor,
    )
    if (!parameters.ok) throw new Error(parameters.failure.code)
    return { data: recorder.data(cycle, parameters.value), left }
  }

  it.each([0, 1])('is recomputed to the sat: cycle %i', async (cycle) => {
    const { data } = await collect(cycle, 100)
    // No call set the first APR, so calls alone cannot say what it was once it has changed.
    expect(data.parameters.apr).toBe(cycle === 1 ? 7_000_000n : null)
    expect(data.parameters.poolSats).not.toBeNull()
    const audit = auditCycle(data)
    expect({
      verdict: audit.verdict,
      participants: audit.participants.length,
      differing: audit.differing,
    }).toEqual({
      verdict: cycle === 1 ? 'exact' : 'consistent',
      participants: cycle === 1 ? 11 : 10,
      differing: [],
    })
    expect(verifyReward(data, user.address).result).toBe(cycle === 1 ? 'verified' : 'not-captured')
  })

  it('is collected in small steps that report how many requests are left', async () => {
    const { data, left } = await collect(1, 2)
    expect(auditCycle(data).verdict).toBe('exact')
    expect(left.length).toBeGreaterThan(3)
    expect(left.at(-2)).toBeLessThan(left[0]!)
  })

  it('that never existed is missing', async () => {
    expect(await beginAudit(client, deployment, 9)).toEqual({
      ok: false,
      failure: { code: 'missing' },
    })
  })

  if (kind === 'v1')
    it('is audited by the command, which resumes where it was interrupted', async () => {
      const proxy = await startFaultProxy(network.url)
      onTestFinished(proxy.close)
      const command = [
        'node_modules/tsx/dist/cli.mjs',
        'src/dev/cli/audit.ts',
        '--api',
        proxy.url,
        '--contract',
        deployment.contract,
        '--cycle',
      ]
      const folder = mkdtempSync(join(tmpdir(), 'audit-'))
      onTestFinished(() => rmSync(folder, { recursive: true }))
      const state = join(folder, 'state.json')
      const first = await run(process.execPath, [...command, '0', '--state', state])
      expect(first.stdout).toContain('verdict          consistent')
      expect(first.stdout).toContain('participants     10, 0 differing')
      const kept = JSON.parse(readFileSync(state, 'utf8')) as {
        entries: unknown[]
        cursor: AuditCursor
      }
      const asked = proxy.seen.length
      await run(process.execPath, [...command, '0', '--state', state])
      expect(kept.entries.length).toBeGreaterThan(30)
      // What was collected is not asked again: only the bounds of the cycle and its parameters
      // are.
      expect(proxy.seen.length - asked).toBeLessThan(30)
      await expect(
        run(process.execPath, [...command, '1', '--state', state]),
      ).rejects.toMatchObject({ code: 2 })
      await expect(run(process.execPath, [...command, '9'])).rejects.toMatchObject({ code: 2 })
    })
})
