import { askWaitingOf } from '../chain/stacks/api/waiting-of.ts'
import type { StacksClient } from '../chain/stacks/client.ts'
import type { CycleStepPlan } from '../chain/stacks/console/read-cycle-plan.ts'
import { fewestCalls, stepDeadline } from '../protocol/dual-stacking/planner/index.ts'
import { broadcastCall } from './calls/broadcast-call.ts'
import { findReturned, freeNonce, offeredBefore, readAccountStand } from './calls/find-nonce.ts'
import { followCall, type CallStand } from './calls/follow-call.ts'
import { readFee, requestOf } from './calls/sign-attempt.ts'
import { toldCall } from './calls/told-call.ts'
import type { KeeperConfig } from './config/keeper-config.ts'
import { hurryOf } from './fees/choose-fee.ts'
import type { ChainLook, HostLook, KeeperHosts } from './hosts/keeper-hosts.ts'
import type { HoldReason, TellEvent } from './keeper-event.ts'
import type { KeeperSigner } from './key/create-signer.ts'
import type { KeptProgramme } from './programme/create-programme.ts'
import type { CallAttempt, KeptCall } from './state/keeper-state.ts'
import type { StateFile } from './state/open-state.ts'

/** Bitcoin blocks after which a waiting call is offered more, even with time left. */
const PATIENCE_BLOCKS = 3
/** Bitcoin blocks for which the same call of another keeper is waited for. */
const RIVAL_BLOCKS = 1
/** Stacks blocks by which an index may be behind, after as many looks without a better one. */
const MOST_BEHIND = 5

interface KeeperSetup {
  config: Pick<KeeperConfig, 'fees'>
  pool: KeeperHosts
  programmes: readonly KeptProgramme[]
  /** Account that the steps are planned for. */
  address: string
  tell: TellEvent
  /** What signs, and where its calls are kept; null: a dry run. */
  live: { signer: KeeperSigner; state: StateFile } | null
  now?: () => number
}

type Live = NonNullable<KeeperSetup['live']>

/** What one round works with: the chain as the hosts agree on it, and the host that is read. */
interface Round {
  chain: ChainLook
  reader: HostLook
}

/**
 * Runs the permissionless steps of programmes: every round looks where the chain is, follows what
 * was sent, and does what is due. A round may end at any point, by a signal or a power cut: what it
 * was about to send is on the disk, and the next one goes on from there and from the chain.
 */
export function createProgrammeKeeper({
  config,
  pool,
  programmes,
  address,
  tell,
  live,
  now = Date.now,
}: KeeperSetup) {
  const { fees } = config
  /** Calls of others that wait, and the Bitcoin height at which they were first seen. */
  const rivals = new Map<string, number>()
  let behind = 0
  /** Hosts that did not tell what was asked, and in which round. */
  const failedIn = new Map<string, number>()
  let rounds = 0

  const keyOf = ({ contract, functionName }: Pick<KeptCall, 'contract' | 'functionName'>) =>
    `${contract} ${functionName}`

  /** Usable hosts whose index is new enough; those that failed lately come last. */
  const readersOf = (chain: ChainLook): HostLook[] => {
    const settled = live?.state.calls().map(({ stacksHeight }) => stacksHeight ?? 0) ?? []
    // After a reorganisation the chain may be lower than what it once confirmed.
    const own = Math.min(Math.max(0, ...settled), chain.stacksHeight)
    const wanted = Math.max(own, chain.stacksHeight - Math.min(behind, MOST_BEHIND))
    const lastFailure = ({ base }: HostLook) => failedIn.get(base) ?? 0
    return chain.usable
      .filter(({ indexedHeight }) => (indexedHeight ?? 0) >= wanted)
      .toSorted((a, b) => lastFailure(a) - lastFailure(b))
  }

  const held = (
    programme: KeptProgramme,
    functionName: string,
    reason: HoldReason,
    detail = '',
  ): void => tell({ kind: 'held', contract: programme.contract, functionName, reason, detail })

  /** Signs a call once more for more, and sends it; `least`: whether the fee has to be raised. */
  async function sendMore(
    { signer, state }: Live,
    round: Round,
    { programme, call }: { programme: KeptProgramme; call: KeptCall },
  ): Promise<void> {
    const { chain, reader } = round
    const request = requestOf(programme.deployment, signer.address, call)
    if (!request) return held(programme, call.functionName, 'no-bound')
    const earlier = offeredBefore(state.calls(), call.nonce)
    const fee = await readFee(reader.client, request, {
      hurry: hurryOf(chain.burnHeight, call.deadline, fees.hurryBlocks),
      earlier,
      most: fees.mostPerCallMicroStx,
    })
    if (fee === null) return held(programme, call.functionName, 'call-fee')
    const more = fee - call.attempts.at(-1)!.feeMicroStx
    if (state.spentToday(now()) + more > fees.mostPerDayMicroStx)
      return held(programme, call.functionName, 'day-fee')
    const attempt = await signAttempt(signer, round, { request, nonce: call.nonce, fee })
    const kept = state.retry(call, attempt)
    const sent = await broadcastCall(chain.usable, attempt.raw)
    if (!sent.ok) return held(programme, call.functionName, 'refused', sent.reason ?? '')
    tell({ kind: 'raised', call: toldCall(kept) })
  }

  async function signAttempt(
    signer: KeeperSigner,
    { chain }: Round,
    what: { request: NonNullable<ReturnType<typeof requestOf>>; nonce: number; fee: bigint },
  ): Promise<CallAttempt> {
    const { request, nonce, fee: feeMicroStx } = what
    const signed = await signer.sign(request, { nonce, feeMicroStx })
    return { ...signed, feeMicroStx, at: now(), burnHeight: chain.burnHeight }
  }

  const isSameStep = ({ step, args }: CycleStepPlan, call: KeptCall): boolean =>
    step.kind === 'call' &&
    step.functionName === call.functionName &&
    args.join() === call.args.join()

  /** A call that no host knows: it is sent again while it is still what the cycle needs. */
  async function sendAgain(
    kept: Live,
    round: Round,
    { programme, call }: { programme: KeptProgramme; call: KeptCall },
  ): Promise<void> {
    const planned = await programme.plan(round.reader.client, address)
    if (!planned.ok)
      return tell({
        kind: 'not-planned',
        contract: programme.contract,
        trouble: planned.trouble,
      })
    if (!isSameStep(planned.plan, call)) {
      kept.state.settle(call, { outcome: 'lost' })
      return tell({ kind: 'given-up', call: toldCall(call) })
    }
    const latest = call.attempts.at(-1)!
    if (round.chain.burnHeight > latest.burnHeight)
      return sendMore(kept, round, { programme, call })
    const sent = await broadcastCall(round.chain.usable, latest.raw)
    if (sent.ok) return tell({ kind: 'sent-again', call: toldCall(call) })
    held(programme, call.functionName, 'refused', sent.reason ?? '')
  }

  const settleAborted = (
    { state }: Live,
    call: KeptCall,
    { chain }: Round,
    { by, errorNumber }: Extract<CallStand, { state: 'aborted' }>,
  ): void => {
    state.settle(call, { outcome: 'aborted', stacksHeight: chain.stacksHeight })
    const count = state.noteFailure(keyOf(call), chain.burnHeight)
    tell({ kind: 'failed', call: toldCall(call), by, errorNumber, count })
  }

  async function follow(
    kept: Live,
    round: Round,
    { programme, call }: { programme: KeptProgramme; call: KeptCall },
  ): Promise<void> {
    const { state } = kept
    const { chain, reader } = round
    const stand = await followCall(reader.client, address, call)
    switch (stand.state) {
      case 'confirmed':
        state.settle(call, { outcome: 'confirmed', stacksHeight: stand.stacksHeight })
        state.forgetFailures(keyOf(call))
        return tell({ kind: 'confirmed', call: toldCall(call), stacksHeight: stand.stacksHeight })
      case 'aborted':
        return settleAborted(kept, call, round, stand)
      case 'overtaken':
        state.settle(call, { outcome: 'replaced' })
        return tell({ kind: 'overtaken', call: toldCall(call) })
      case 'waiting': {
        const waited = chain.burnHeight - call.attempts.at(-1)!.burnHeight
        const hurry = hurryOf(chain.burnHeight, call.deadline, fees.hurryBlocks)
        if (waited >= (hurry === 'none' ? PATIENCE_BLOCKS : 1))
          await sendMore(kept, round, { programme, call })
        return
      }
      case 'gone':
        return sendAgain(kept, round, { programme, call })
      case 'not-read':
        failedIn.set(reader.base, rounds)
        return held(programme, call.functionName, 'not-read')
    }
  }

  /** Whether another keeper's call of this function waits, and has not for long. */
  async function isRivalAhead(
    client: StacksClient,
    { chain }: Round,
    { contract, functionName }: { contract: string; functionName: string },
  ): Promise<boolean> {
    const waiting = await askWaitingOf(client.askCached, contract)
    if (!waiting.ok) return false
    const seen = waiting.value.filter(
      (each) =>
        each.sender_address !== address &&
        each.contract_call?.contract_id === contract &&
        each.contract_call.function_name === functionName,
    )
    for (const { tx_id: id } of seen) if (!rivals.has(id)) rivals.set(id, chain.burnHeight)
    return seen.some(({ tx_id: id }) => chain.burnHeight - rivals.get(id)! <= RIVAL_BLOCKS)
  }

  async function send(
    { signer, state }: Live,
    round: Round,
    { programme, plan }: { programme: KeptProgramme; plan: CycleStepPlan },
  ): Promise<void> {
    const { step, args, paysSats } = plan
    if (step.kind !== 'call') return
    const { chain, reader } = round
    const { contract, deployment } = programme
    const { functionName } = step
    const failure = state.failuresOf(`${contract} ${functionName}`)
    if (failure.count > 0 && chain.burnHeight - failure.burnHeight < Math.min(failure.count, 6))
      return held(programme, functionName, 'failed-before')
    const request = requestOf(deployment, address, { functionName, args, paysSats })
    if (!request) return held(programme, functionName, 'no-bound')
    if (await isRivalAhead(reader.client, round, { contract, functionName }))
      return held(programme, functionName, 'rival')
    const stand = await readAccountStand(reader.client, address)
    if (!stand.ok) {
      failedIn.set(reader.base, rounds)
      return held(programme, functionName, 'not-read', stand.failure.code)
    }
    const returned = findReturned(stand.value, state.calls())
    if (returned) {
      state.settle(returned, { outcome: 'open' })
      return tell({ kind: 'reopened', call: toldCall(returned) })
    }
    const nonce = freeNonce(stand.value, state.openCalls())
    const deadline = stepDeadline(plan.state, functionName, plan.live)
    const fee = await readFee(reader.client, request, {
      hurry: hurryOf(chain.burnHeight, deadline, fees.hurryBlocks),
      earlier: offeredBefore(state.calls(), nonce),
      most: fees.mostPerCallMicroStx,
    })
    if (fee === null) return held(programme, functionName, 'call-fee')
    const calls = Object.values(fewestCalls(plan.state.cycle, plan.limits))
    tell({
      kind: 'funds',
      microStx: stand.value.microStx,
      spentTodayMicroStx: state.spentToday(now()),
      cycleMicroStx: fee * BigInt(calls.reduce((sum, count) => sum + count, 0)),
    })
    if (state.spentToday(now()) + fee > fees.mostPerDayMicroStx)
      return held(programme, functionName, 'day-fee')
    if (stand.value.microStx < fee) return held(programme, functionName, 'funds')
    const attempt = await signAttempt(signer, round, { request, nonce, fee })
    const call: KeptCall = {
      contract,
      functionName,
      args,
      paysSats,
      nonce,
      deadline,
      attempts: [attempt],
      outcome: 'open',
      stacksHeight: null,
    }
    state.begin(call)
    const sent = await broadcastCall(chain.usable, attempt.raw)
    if (sent.ok) return tell({ kind: 'sent', call: toldCall(call) })
    held(programme, functionName, 'refused', sent.reason ?? '')
  }

  const deadlineOf = ({ step, state, live: isLive }: CycleStepPlan): number | null =>
    step.kind === 'call' ? stepDeadline(state, step.functionName, isLive) : null

  async function feeNow(round: Round, programme: KeptProgramme, plan: CycleStepPlan) {
    const { step, args, paysSats } = plan
    if (step.kind !== 'call' || live !== null) return null
    const { functionName } = step
    const request = requestOf(programme.deployment, address, { functionName, args, paysSats })
    if (!request) return null
    return readFee(round.reader.client, request, {
      hurry: 'none',
      earlier: null,
      most: fees.mostPerCallMicroStx,
    })
  }

  async function runProgramme(round: Round, programme: KeptProgramme): Promise<void> {
    const { contract } = programme
    const open = live?.state.openCalls().find((call) => call.contract === contract)
    if (live && open) {
      await follow(live, round, { programme, call: open })
      if (live.state.openCalls().some((call) => call.contract === contract)) return
    }
    const planned = await programme.plan(round.reader.client, address)
    if (!planned.ok) {
      failedIn.set(round.reader.base, rounds)
      return tell({ kind: 'not-planned', contract, trouble: planned.trouble })
    }
    const { plan } = planned
    tell({
      kind: 'planned',
      contract,
      plan,
      burnHeight: round.chain.burnHeight,
      deadline: deadlineOf(plan),
      feeMicroStx: await feeNow(round, programme, plan),
    })
    if (live) await send(live, round, { programme, plan })
  }

  return {
    /** One round over all programmes. `signal`: no further programme is begun. */
    async work(signal?: AbortSignal): Promise<void> {
      rounds += 1
      const { chain, hosts } = await pool.look()
      tell({
        kind: 'looked',
        hosts,
        burnHeight: chain?.burnHeight ?? null,
        stacksHeight: chain?.stacksHeight ?? null,
      })
      if (!chain) return
      const [reader] = readersOf(chain)
      behind = reader ? 0 : behind + 1
      if (!reader) return
      for (const programme of programmes) {
        if (signal?.aborted) return
        await runProgramme({ chain, reader }, programme)
      }
    },
  }
}
export type RunningKeeper = ReturnType<typeof createProgrammeKeeper>
