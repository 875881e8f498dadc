import { createStore } from 'zustand/vanilla'
import type { UnknownReason } from '../../chain/known.ts'
import { UnansweredQuestion, type WorkerLink } from './worker-link.ts'
import {
  halfAnswer,
  managersAnswer,
  type HalfAnswer,
  type ManagersAnswer,
} from './worker/staking/staking-protocol.ts'

/** What the console has read of Bitcoin Staking on the network in use. */
export interface ConsoleStakingState {
  half: HalfAnswer | null
  managers: ManagersAnswer | null
  /** Why the last reading came to nothing; null: it did not. */
  problem: UnknownReason | null
  reading: boolean
  /** The operator's transactions as they stood when it was read. */
  done: string
}

const nothing: ConsoleStakingState = {
  half: null,
  managers: null,
  problem: null,
  reading: false,
  done: '',
}

/** What a reading is for. */
interface Wanted {
  /** The network and its hosts: another one begins anew. */
  network: string
  done: string
  /** Past cycles that are looked at, and managers that have just claimed. */
  back: number
  again: readonly string[]
}

export const reasonOf = (failure: unknown): UnknownReason =>
  failure instanceof UnansweredQuestion ? failure.reason : 'bad-answer'

/** Follows Bitcoin Staking through the worker: one reading at a time, the newest wish last. */
export function createStakingStore(link: WorkerLink) {
  const store = createStore<ConsoleStakingState>(() => nothing)
  let network = ''
  let wanted: Wanted | null = null
  let isRunning = false

  async function readOnce(now: Wanted): Promise<void> {
    const isWanted = () => now.network === network
    try {
      const half = await link.ask({ kind: 'staking/half' }, halfAnswer)
      if (isWanted()) store.setState({ half, problem: null })
      const { back, again } = now
      const asked = { kind: 'staking/managers' as const, back, again: [...again] }
      const managers = await link.ask(asked, managersAnswer)
      if (isWanted()) store.setState({ managers, done: now.done })
    } catch (failure) {
      if (isWanted()) store.setState({ problem: reasonOf(failure) })
    }
  }

  async function run(): Promise<void> {
    isRunning = true
    store.setState({ reading: true })
    while (wanted !== null) {
      const now = wanted
      wanted = null
      await readOnce(now)
    }
    isRunning = false
    store.setState({ reading: false })
  }

  return {
    store,
    read(next: Wanted): void {
      if (next.network !== network) {
        network = next.network
        store.setState(nothing)
      }
      wanted = next
      if (!isRunning) void run()
    },
  }
}
export type StakingStore = ReturnType<typeof createStakingStore>
