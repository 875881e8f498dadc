import { deserializeCV } from '@stacks/transactions'
import * as v from 'valibot'
import type { UnknownReason } from '../../../chain/known.ts'
import { askDeployedAt } from '../../../chain/stacks/api/deployed-at.ts'
import { estimateFees } from '../../../chain/stacks/api/estimate-fee.ts'
import { capabilitiesOf } from '../../../chain/stacks/capabilities.ts'
import { cPrincipal, decodeClarity, type PlainClarity } from '../../../chain/stacks/clarity.ts'
import { createStacksClient } from '../../../chain/stacks/client.ts'
import type { MemberRow } from '../../../chain/stacks/console/member-rows.ts'
import { readAtOneMoment } from '../../../chain/stacks/console/read-at-one-moment.ts'
import {
  readContractSettings,
  type ContractSettings,
} from '../../../chain/stacks/console/read-contract-settings.ts'
import { encodeArguments, signaturesOf } from '../../../chain/stacks/console/signatures.ts'
import { indexUpToNow } from '../../../chain/stacks/contract-index/index-up-to-now.ts'
import type { Deployment } from '../../../chain/stacks/deployments.ts'
import type { NetworkAnswer } from '../../messages.ts'
import { openIndexStore, type ContractIndex } from '../../storage/index-store.ts'
import { createAudit } from './audit-cycle.ts'
import { makePlan } from './make-plan.ts'
import type { Indexing, CyclePlan, ConsoleQuestion, ToConsolePage } from './protocol.ts'
import { createRelayedHttp } from './relayed-http.ts'
import { createRowTable } from './row-table.ts'
import { UnreadValue, requireReached } from './unread-value.ts'

interface Outside {
  ask: (request: Extract<ToConsolePage, { type: 'ask' }>['request']) => Promise<NetworkAnswer>
  progress: (of: 'index' | 'audit', progress: Indexing | null) => void
}

interface RewardRow {
  address: string
  weight: bigint | null
  expectedSats: bigint | null
  paidSats: bigint | null
  state: 'waiting' | 'paid' | 'zero' | 'shared' | 'failed'
}

function rewardRow(
  { address, weight, expectedSats, paidSats, shared }: MemberRow,
  finalized: boolean,
): RewardRow {
  const stateOf = (): RewardRow['state'] => {
    if (paidSats === null) return finalized ? 'failed' : 'waiting'
    if (paidSats > 0n) return 'paid'
    return shared && (expectedSats ?? 0n) > 0n ? 'shared' : 'zero'
  }
  return { address, weight, expectedSats, paidSats, state: stateOf() }
}

/** What the worker knows of one contract for one operator. */
export function createConsoleSession(
  deployment: Deployment,
  operator: string | null,
  { ask, progress }: Outside,
) {
  const http = createRelayedHttp(deployment.id, deployment.apiBases, ask)
  const client = createStacksClient({ http })
  const tables = { participants: createRowTable<MemberRow>(), rewards: createRowTable<RewardRow>() }
  let opened: Promise<ContractIndex> | undefined
  let described: Promise<Awaited<ReturnType<typeof describe>>> | undefined
  let audit: ReturnType<typeof createAudit> | undefined
  const closed = new AbortController()

  async function describe() {
    const contract = requireReached(await client.contractInterface(deployment.contract))
    const admin = await client.callRead(deployment.contract, 'get-admin')
    const principal = v.safeParse(cPrincipal, admin.ok ? admin.value : null)
    return {
      capabilities: capabilitiesOf(contract, deployment.family),
      calls: signaturesOf(contract, 'public'),
      reads: signaturesOf(contract, 'read_only'),
      admin: principal.success ? principal.output : null,
    }
  }
  const contract = () =>
    (described ??= describe().catch((failure: unknown) => {
      described = undefined
      throw failure
    }))

  /**
   * The index belongs to one deployment of the contract, as a restarted local network has another,
   * and to the hosts that told of it: what one left out, or made up, ends with it.
   */
  async function index(): Promise<ContractIndex> {
    const { tx_id: txid, block_height: height } = requireReached(
      await askDeployedAt(client, deployment.contract),
    )
    if ((await opened)?.isClosed()) opened = undefined
    return (opened ??= openIndexStore(
      [deployment.network, deployment.contract, txid || height, ...client.http.bases].join(' '),
    ))
  }

  async function upToNow(store: ContractIndex): Promise<void> {
    const problem = await indexUpToNow(client, deployment, store, {
      signal: closed.signal,
      report: (report) => progress('index', report),
    })
    if (problem === 'stopped') throw new UnreadValue('not-read')
    if (problem)
      throw new UnreadValue(
        problem === 'rate-limited' || problem === 'bad-answer' ? problem : 'offline',
      )
    progress('index', null)
  }

  return {
    async plan(): Promise<CyclePlan> {
      const { capabilities } = await contract()
      if (capabilities.family !== 'v1') throw new UnreadValue('not-offered')
      const store = await index()
      return store.exclusively(async () => {
        const { plan, rows } = requireReached(
          await readAtOneMoment(client, deployment.contract, async () => {
            await upToNow(store)
            const value = await makePlan({
              client,
              deployment,
              capabilities,
              operator,
              index: store,
            })
            return { ok: true, value }
          }),
        )
        tables.participants.set(rows)
        tables.rewards.set(rows.map((row) => rewardRow(row, plan.cycle.phase === 'finalized')))
        return plan
      })
    },

    rows({ table, search, sort, from, to }: Extract<ConsoleQuestion, { kind: 'rows' }>) {
      return tables[table].part({ search, sort: sort as never }, from, to)
    },

    async capabilities() {
      const { capabilities, calls, reads, admin } = await contract()
      return {
        family: capabilities.family,
        live: capabilities.reads.includes('get-capture-window'),
        admin,
        calls,
        reads,
      }
    },

    async read(
      functionName: string,
      args: readonly unknown[],
    ): Promise<{ ok: true; value: PlainClarity } | { ok: false; reason: UnknownReason }> {
      const signature = (await contract()).reads[functionName]
      if (!signature) throw new UnreadValue('not-offered')
      const values = encodeArguments(signature, args as PlainClarity[]).map((hex) =>
        deserializeCV(hex),
      )
      return {
        ok: true,
        value: requireReached(
          await client.callRead(deployment.contract, functionName, values, { urgency: 'person' }),
        ),
      }
    },

    async encode(functionName: string, args: readonly unknown[]): Promise<string[]> {
      const signature = (await contract()).calls[functionName]
      if (!signature) throw new UnreadValue('not-offered')
      return encodeArguments(signature, args as PlainClarity[])
    },

    async settings(): Promise<ContractSettings> {
      return requireReached(await readContractSettings(client, deployment.contract))
    },

    async exists(contractId: string): Promise<boolean> {
      const answer = await client.contractInterface(contractId)
      return (
        answer.ok || (answer.failure.code === 'not-found' ? false : requireReached<boolean>(answer))
      )
    },

    /** The network's middle estimate for a transaction, microSTX. */
    async fee(payload: string): Promise<bigint> {
      const fees = requireReached(await estimateFees(client.askCached, payload))
      return fees[Math.floor((fees.length - 1) / 2)]!
    },

    /** What the contract answered to a transaction, decoded. */
    async answerOf(txid: string): Promise<PlainClarity> {
      const transaction = requireReached(await client.transaction(txid))
      return decodeClarity(transaction.tx_result?.hex ?? '') ?? null
    },

    async audit(cycle: number) {
      if (audit?.cycle !== cycle || audit.stopped())
        audit = createAudit(client, deployment, cycle, (state) => progress('audit', state))
      return audit.run()
    },
    stopAudit(): void {
      audit?.stop()
    },
    close(): void {
      audit?.stop()
      closed.abort()
    },
  }
}
export type ConsoleSession = ReturnType<typeof createConsoleSession>
