import type { UnknownReason } from '../../../../chain/known.ts'
import { readHolderClaims } from '../../../../chain/stacks/bitcoin-staking/operator/read-holder-claims.ts'
import { readOperatorHalf } from '../../../../chain/stacks/bitcoin-staking/operator/read-operator-half.ts'
import {
  readBookedLegs,
  readPlannedManager,
} from '../../../../chain/stacks/bitcoin-staking/operator/read-planned-manager.ts'
import { readStakersOf } from '../../../../chain/stacks/bitcoin-staking/operator/read-stakers-of.ts'
import { PoxReader } from '../../../../chain/stacks/bitcoin-staking/pox-reader.ts'
import { readClock } from '../../../../chain/stacks/bitcoin-staking/read-clock.ts'
import { readStakingTip } from '../../../../chain/stacks/bitcoin-staking/read-programme.ts'
import { readRegisteredManagers } from '../../../../chain/stacks/bitcoin-staking/read-registered-managers.ts'
import { stakingDeployment } from '../../../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import { createStacksClient } from '../../../../chain/stacks/client.ts'
import { readLastFee } from '../../../../chain/stacks/console/read-last-fee.ts'
import type { Deployment } from '../../../../chain/stacks/deployments.ts'
import { rewardCycleAt } from '../../../../protocol/bitcoin-staking/cycle-clock.ts'
import type {
  PlannedClaim,
  PlannedManager,
} from '../../../../protocol/bitcoin-staking/planner/operator-state.ts'
import type { NetworkAnswer } from '../../../messages.ts'
import type { Indexing, ToConsolePage } from '../protocol.ts'
import { createRelayedHttp } from '../relayed-http.ts'
import { requireKnown, UnreadValue } from '../unread-value.ts'
import { createStakingAudits } from './audit-staking.ts'
import { createManagerQuestions } from './manager-questions.ts'
import type { StakingConsoleQuestion as Question, StakingTask } from './staking-protocol.ts'

interface Outside {
  ask: (request: Extract<ToConsolePage, { type: 'ask' }>['request']) => Promise<NetworkAnswer>
  progress: (of: StakingTask, progress: Indexing | null) => void
}

/** What was asked and could not be read, and why. */
export interface Unread {
  what: string
  reason: UnknownReason
}

/** Cycles in which a manager has claims of holders. */
const cyclesOf = (claims: readonly PlannedClaim[], of: string): bigint[] => [
  ...new Set(claims.filter(({ manager }) => manager === of).map(({ cycle }) => cycle)),
]

/** What the worker knows of Bitcoin Staking on the network of a deployment. */
export function createStakingSession(deployment: Deployment, { ask, progress }: Outside) {
  const { network, id, apiBases } = deployment
  const staking = { ...stakingDeployment(network), apiBases }
  const client = createStacksClient({ http: createRelayedHttp(id, apiBases, ask) })
  const audits = createStakingAudits(client, staking)
  let isClosed = false
  /** How often someone has stopped what takes a while. */
  let stops = 0
  /** The calculation after which managers were read. */
  let readAfter: bigint | undefined

  /** A reader at the newest block; `fresh`: what may have changed within an hour is asked again. */
  async function readerNow(fresh = true) {
    const tip = await readStakingTip(client, staking)
    if (!tip.ok) throw new UnreadValue('offline')
    return { tip, reader: new PoxReader(client, staking, { fresh }) }
  }

  /**
   * Works through a list, telling how far it is; ends when it is stopped, or the session is closed.
   * Answers how much was left then.
   */
  async function eachOf<T>(
    of: StakingTask,
    list: readonly T[],
    work: (item: T) => Promise<void>,
  ): Promise<number> {
    const before = stops
    for (const [done, item] of list.entries()) {
      if (isClosed) throw new UnreadValue('not-read')
      if (of !== 'managers' && stops !== before) {
        progress(of, null)
        return list.length - done
      }
      progress(of, { done, total: list.length, requestsLeft: list.length - done })
      await work(item)
    }
    progress(of, null)
    return 0
  }

  return {
    /** The half as it stands. */
    async half() {
      const { tip, reader } = await readerNow()
      const { burnHeight, stacksHeight } = tip
      const half = requireKnown(await readOperatorHalf(reader, { burnHeight }))
      const feeMicroStx = await readLastFee(client, staking.pox, 'calculate-rewards')
      return { half, stacksHeight, pox: staking.pox, feeMicroStx }
    },

    /**
     * What every registered manager can pull of the last `back` cycles and the running one;
     * `again`: managers that have just claimed.
     */
    async managers({ back, again }: { back: number; again: readonly string[] }) {
      const { tip, reader } = await readerNow(false)
      const clock = requireKnown(await readClock(reader))
      const running = rewardCycleAt(clock, tip.burnHeight)
      const since = running - BigInt(back)
      const first = since < clock.firstCycle ? clock.firstCycle : since
      const half = requireKnown(
        await reader.readAgain(() =>
          readOperatorHalf(reader, { burnHeight: tip.burnHeight, since: first }),
        ),
      )
      const cycles: bigint[] = []
      for (let cycle = first; cycle <= running; cycle++) cycles.push(cycle)
      const legs = requireKnown(await reader.readAgain(() => readBookedLegs(reader, half, cycles)))
      const names = requireKnown(await readRegisteredManagers(reader))
      // What was earned changes with every calculation.
      const isNew = half.lastComputeHeight !== readAfter
      readAfter = half.lastComputeHeight
      const managers: PlannedManager[] = []
      const unread: Unread[] = []
      await eachOf('managers', names, async (manager) => {
        const read = () => readPlannedManager(reader, manager, { legs })
        const found = await (isNew || again.includes(manager) ? reader.readAgain(read) : read())
        if (!found.known) unread.push({ what: manager, reason: found.reason })
        else {
          const earned = found.value.earned.filter(({ sats }) => sats > 0n)
          if (earned.length > 0) managers.push({ ...found.value, earned })
        }
      })
      const [some] = managers
      return {
        managers,
        bonds: half.bonds,
        registered: names,
        unread,
        feeMicroStx: some ? await readLastFee(client, some.manager, 'claim-rewards') : null,
      }
    },

    /** What holders can claim of some cycles, and what their managers hold for it. */
    async claims({ holders, first, last }: Extract<Question, { kind: 'staking/claims' }>) {
      const { tip, reader } = await readerNow()
      const { burnHeight } = tip
      const clock = requireKnown(await readClock(reader))
      const running = rewardCycleAt(clock, burnHeight)
      const cycles = { first: first ?? clock.firstCycle, last: last ?? running }
      const half = requireKnown(await readOperatorHalf(reader, { burnHeight, since: cycles.first }))
      const claims: PlannedClaim[] = []
      const unread: Unread[] = []
      const left = await eachOf('claims', holders, async (staker) => {
        const found = await readHolderClaims(reader, half, { staker, ...cycles })
        if (found.known) claims.push(...found.value)
        else unread.push({ what: staker, reason: found.reason })
      })
      const managers: PlannedManager[] = []
      for (const manager of new Set(claims.map((claim) => claim.manager))) {
        const legs = requireKnown(await readBookedLegs(reader, half, cyclesOf(claims, manager)))
        managers.push(
          requireKnown(await readPlannedManager(reader, manager, { legs, withFunds: true })),
        )
      }
      const [some] = claims
      return {
        half,
        pox: staking.pox,
        claims,
        managers,
        unread,
        left,
        feeMicroStx: some ? await readLastFee(client, some.manager, 'claim-staker-rewards') : null,
      }
    },

    ...createManagerQuestions(client, { readerNow, progress }),

    /** A cycle recomputed from what was printed. */
    async audit({ cycle, withIncome }: Extract<Question, { kind: 'staking/audit' }>) {
      const before = stops
      const report = (done: number, left: number) => {
        if (isClosed || stops !== before) throw new UnreadValue('not-read')
        progress('cycle', { done, total: done + left, requestsLeft: left })
      }
      return audits.audit({ cycle, withIncome, report }).finally(() => progress('cycle', null))
    },

    /** Who was ever with a manager. */
    async stakers(manager: string): Promise<string[]> {
      const { reader } = await readerNow(false)
      return requireKnown(await readStakersOf(reader, manager))
    },

    stop(): void {
      stops += 1
    },

    close(): void {
      isClosed = true
    },
  }
}
export type StakingSession = ReturnType<typeof createStakingSession>

/** Answers a question of the sections of Bitcoin Staking. */
export function answerStakingQuestion(
  session: StakingSession,
  question: Question,
): Promise<unknown> {
  switch (question.kind) {
    case 'staking/half':
      return session.half()
    case 'staking/managers':
      return session.managers(question)
    case 'staking/claims':
      return session.claims(question)
    case 'staking/stakers':
      return session.stakers(question.manager)
    case 'staking/manager':
      return session.manager(question)
    case 'staking/payouts':
      return session.payouts(question)
    case 'staking/audit':
      return session.audit(question)
    case 'staking/stop':
      session.stop()
      return Promise.resolve(null)
  }
}
