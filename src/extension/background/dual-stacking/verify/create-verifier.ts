import type { CommandResult } from '../../../../app/command-result.ts'
import type { AddressAudit } from '../../../../app/dual-stacking/cycle-record.ts'
import {
  accountsItem,
  cycleRecordsItem,
  verificationItem,
} from '../../../../app/dual-stacking/stored-items.ts'
import type { Verification } from '../../../../app/dual-stacking/verification.ts'
import { beginAudit } from '../../../../chain/stacks/audit/begin-audit.ts'
import { collectEntries } from '../../../../chain/stacks/audit/collect-entries.ts'
import { readCycleParameters } from '../../../../chain/stacks/audit/read-cycle-parameters.ts'
import { refreshProblemOf } from '../../../../chain/stacks/refresh-problem.ts'
import type { StacksReadFailure } from '../../../../chain/stacks/stacks-read.ts'
import {
  CycleRecorder,
  verifyReward,
  type AuditEntry,
} from '../../../../protocol/dual-stacking/audit/index.ts'
import { browser } from '../../../browser.ts'
import type { ItemStore } from '../../../storage/item-store.ts'
import { payingDeployments } from '../deployment-in-use.ts'
import { readCycleRecord } from '../read-cycle-record.ts'
import type { StacksChain } from '../stacks-chain.ts'
import { addStep, clearSteps, readSteps } from './audit-steps.ts'

export const verifyAlarm = 'verify'

/** Requests of one step: what a background that is stopped has to ask again. */
const STEP = 10

const unknownAudit = (): AddressAudit => ({
  result: 'unknown',
  expectedSats: null,
  foundSats: null,
  participants: 0,
  auditedAt: Date.now(),
})

/**
 * Audits one cycle at a time and keeps what it says of one address. It continues where it was,
 * whenever the background starts or its alarm fires, until it is done or stopped; nothing waits for
 * it.
 */
export function createVerifier(store: ItemStore, chain: () => StacksChain) {
  let running: Promise<void> | undefined

  /** The audit that was begun under this id, unless it was stopped or replaced. */
  const wanted = (id: string): Verification | null => {
    const job = store.get(verificationItem)
    return job?.id === id ? job : null
  }
  const note = (id: string, change: Partial<Verification>) =>
    store.update(verificationItem, (job) => (job?.id === id ? { ...job, ...change } : job))

  async function work(job: Verification): Promise<void> {
    const { client, deployment: inUse } = chain()
    // A cycle of an earlier contract is audited by that contract, on the hosts in use.
    const deployment = payingDeployments(store, inUse).find(({ id }) => id === job.deployment)
    if (!deployment) return
    const failed = (failure: StacksReadFailure): Promise<unknown> => {
      const problem = refreshProblemOf(failure)
      return problem ? note(job.id, { problem }) : finish(job, unknownAudit())
    }
    const begun = await beginAudit(client, deployment, job.cycle)
    if (!begun.ok) return void (await failed(begun.failure))
    // What one host has told is not continued with another.
    const stepsId = [job.id, ...client.http.bases].join(' ')
    const kept = await readSteps(stepsId)
    // What was collected while the cycle was still open is not all of it.
    const goesOn = kept.cursor?.to ? kept.cursor : null
    let cursor = goesOn ?? begun.value.cursor
    const recorder = new CycleRecorder()
    recorder.add(goesOn ? kept.entries : [])
    if (!goesOn) await clearSteps()
    for (let left: number | null = 0; left !== null;) {
      const collected = await collectEntries(client, deployment, cursor, { budget: STEP })
      const current = wanted(job.id)
      if (!current) return
      recorder.add(collected.entries satisfies AuditEntry[])
      cursor = collected.cursor
      left = collected.requestsLeft
      await addStep(stepsId, cursor, collected.entries)
      await note(job.id, {
        done: current.done + STEP,
        requestsLeft: left,
        problem: collected.problem,
      })
      if (collected.problem) return
    }
    const parameters = await readCycleParameters(
      client,
      deployment,
      begun.value.capabilities,
      cursor,
    )
    if (!parameters.ok) return void (await failed(parameters.failure))
    const { result, participant, cycle } = verifyReward(
      recorder.data(job.cycle, parameters.value),
      job.address,
    )
    const { expected, found } = participant?.reward ?? { expected: null, found: null }
    await finish(job, {
      result,
      expectedSats: expected,
      foundSats: found,
      participants: cycle.participants.length,
      auditedAt: Date.now(),
    })
  }

  async function finish(job: Verification, audit: AddressAudit): Promise<void> {
    if (!wanted(job.id)) return
    await Promise.all([
      store.update(cycleRecordsItem, (records) =>
        records.map((record) =>
          record.deployment === job.deployment &&
          record.address === job.address &&
          record.cycle === job.cycle
            ? { ...record, audit }
            : record,
        ),
      ),
      store.update(verificationItem, () => null),
    ])
    await clearUp()
  }

  async function clearUp(): Promise<void> {
    await browser.alarms.clear(verifyAlarm)
    await clearSteps()
  }

  function resume(): Promise<void> {
    const job = store.get(verificationItem)
    if (!job) return Promise.resolve()
    running ??= work(job)
      .catch(() => note(job.id, { problem: 'bad-answer' }))
      .then(() => {
        running = undefined
        const next = store.get(verificationItem)
        if (next && next.id !== job.id) void resume()
      })
    return running
  }

  return {
    /** Continues the audit under way, if there is one. */
    resume,
    /**
     * Begins to audit a cycle of a contract for the selected account; accepted means: recorded, and
     * on its way.
     */
    async start(cycle: number, of: string): Promise<CommandResult> {
      const { selected: address } = store.get(accountsItem)
      if (!payingDeployments(store, chain().deployment).some(({ id }) => id === of))
        return { ok: false, code: 'no-answer' }
      const isKept = store
        .get(cycleRecordsItem)
        .some(
          (record) =>
            record.deployment === of && record.address === address && record.cycle === cycle,
        )
      const read = isKept ? { ok: true as const } : await readCycleRecord(store, chain(), cycle)
      if (!read.ok || address === null) return read
      await browser.alarms.create(verifyAlarm, { periodInMinutes: 0.5 })
      await store.update(verificationItem, () => ({
        id: crypto.randomUUID(),
        deployment: of,
        address,
        cycle,
        done: 0,
        requestsLeft: null,
        problem: null,
      }))
      void resume()
      return { ok: true }
    },
    async stop(): Promise<void> {
      await store.update(verificationItem, () => null)
      await clearUp()
    },
  }
}
export type Verifier = ReturnType<typeof createVerifier>
