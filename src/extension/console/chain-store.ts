import * as v from 'valibot'
import { createStore } from 'zustand/vanilla'
import type { UnknownReason } from '../../chain/known.ts'
import type { Deployment } from '../../chain/stacks/deployments.ts'
import { startConsoleWorker, UnansweredQuestion, type WorkerLink } from './worker-link.ts'
import {
  consoleContract,
  cyclePlan,
  type Indexing,
  type ConsoleContract,
  type CyclePlan,
} from './worker/protocol.ts'
import type { StakingTask } from './worker/staking/staking-protocol.ts'

/**
 * What the console has read of the contract in use; `revision` counts the plans, so that tables
 * know when to ask again.
 */
export interface ConsoleChainState {
  plan: CyclePlan | null
  capabilities: ConsoleContract | null
  problem: UnknownReason | null
  reading: boolean
  /** The operator's transactions as they stood when the plan was asked for. */
  done: string
  revision: number
  indexing: Indexing | null
  auditing: Indexing | null
  /** How far tasks of Bitcoin Staking are. */
  staking: Partial<Record<StakingTask, Indexing | null>>
}

const nothing: ConsoleChainState = {
  plan: null,
  capabilities: null,
  problem: null,
  reading: false,
  done: '',
  revision: 0,
  indexing: null,
  auditing: null,
  staking: {},
}

/**
 * Follows the contract in use through the worker; one reading at a time, and once more when
 * something asked meanwhile.
 */
export function createChainStore() {
  const store = createStore<ConsoleChainState>(() => nothing)
  const link: WorkerLink = startConsoleWorker(({ of, progress }) => {
    if (of === 'index') store.setState({ indexing: progress })
    else if (of === 'audit') store.setState({ auditing: progress })
    else store.setState(({ staking }) => ({ staking: { ...staking, [of]: progress } }))
  })
  let opened = ''
  let done = ''
  let running = false
  let again = false

  async function read(): Promise<void> {
    if (running) {
      again = true
      return
    }
    running = true
    store.setState({ reading: true })
    do {
      again = false
      const about = opened
      const at = done
      const change = await answer()
      // Another contract or account was chosen meanwhile: what was read belongs to the one before.
      if (about === opened)
        store.setState(({ revision }) => ({ ...change, done: at, revision: revision + 1 }))
      else again = true
    } while (again)
    running = false
    store.setState({ reading: false })
  }

  async function answer(): Promise<Partial<ConsoleChainState>> {
    try {
      const offered = await link.ask({ kind: 'capabilities' }, consoleContract)
      store.setState({ capabilities: offered })
      return {
        capabilities: offered,
        plan: await link.ask({ kind: 'plan' }, cyclePlan),
        problem: null,
      }
    } catch (failure) {
      return { problem: failure instanceof UnansweredQuestion ? failure.reason : 'bad-answer' }
    }
  }

  return {
    store,
    link,
    /** Begins with a contract and an operator; the same ones change nothing. */
    open(deployment: Deployment, operator: string | null): void {
      const key = JSON.stringify([deployment, operator])
      if (key === opened) return
      const sameContract =
        opened !== '' &&
        JSON.stringify((JSON.parse(opened) as unknown[])[0]) === JSON.stringify(deployment)
      opened = key
      store.setState(sameContract ? { plan: null } : nothing)
      void link.ask({ kind: 'open', deployment, operator }, v.null())
      void read()
    },
    /** Reads again because of what became of these; nothing is read before `open`. */
    read(transactions: string): void {
      done = transactions
      if (opened !== '') void read()
    },
  }
}
export type ChainStore = ReturnType<typeof createChainStore>
