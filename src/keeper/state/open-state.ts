import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { bigintReplacer } from '../../chain/json.ts'
import { KeeperRefusal } from '../keeper-refusal.ts'
import {
  emptyState,
  keeperState,
  type CallAttempt,
  type KeeperState,
  type KeptCall,
} from './keeper-state.ts'
import { replaceFile } from './replace-file.ts'

const KEPT_CALLS = 100
const KEPT_DAYS = 7

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

function readState(path: string, address: string): KeeperState {
  if (!existsSync(path)) return emptyState(address)
  try {
    const state = v.parse(keeperState, JSON.parse(readFileSync(path, 'utf8')))
    if (state.address === address) return state
  } catch {
    // Reported below: what cannot be read must not be written over.
  }
  throw new KeeperRefusal({ word: 'keeper.state.unread', values: { file: path } })
}

/**
 * A keeper's state in its folder, one file for each account. Every change is on the disk before the
 * step that it describes is taken.
 */
export function openState(folder: string, address: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${address}.json`)
  let state = readState(path, address)

  const keep = (next: KeeperState): void => {
    replaceFile(path, JSON.stringify(next, bigintReplacer))
    state = next
  }
  const withCall = (call: KeptCall, next: KeptCall): KeptCall[] =>
    state.calls.map((each) => (each === call ? next : each))
  /** The clock may be set back: the newest day that was seen goes on. */
  const today = (now: number): string =>
    Object.keys(state.spent).reduce((day, seen) => (seen > day ? seen : day), dayOf(now))
  const spending = (now: number, microStx: bigint): KeeperState['spent'] => {
    const day = today(now)
    const spent = { ...state.spent, [day]: (state.spent[day] ?? 0n) + microStx }
    return Object.fromEntries(Object.entries(spent).toSorted().slice(-KEPT_DAYS))
  }

  return {
    path,
    address,
    calls: (): readonly KeptCall[] => state.calls,
    openCalls: (): KeptCall[] => state.calls.filter(({ outcome }) => outcome === 'open'),
    spentToday: (now: number): bigint => state.spent[today(now)] ?? 0n,
    failuresOf: (key: string) => state.failures[key] ?? { count: 0, burnHeight: 0 },
    /** Notes a call before it is sent; its fee counts from now on. */
    begin(call: KeptCall): void {
      const { at, feeMicroStx } = call.attempts[0]!
      const settled = state.calls.filter(({ outcome }) => outcome !== 'open')
      const forgotten = new Set(settled.slice(0, Math.max(0, settled.length - KEPT_CALLS)))
      keep({
        ...state,
        calls: [...state.calls.filter((each) => !forgotten.has(each)), call],
        spent: spending(at, feeMicroStx),
      })
    },
    /** Notes another attempt of a call before it is sent; only what it costs more counts. */
    retry(call: KeptCall, attempt: CallAttempt): KeptCall {
      const more = attempt.feeMicroStx - call.attempts.at(-1)!.feeMicroStx
      const next = { ...call, attempts: [...call.attempts, attempt] }
      keep({
        ...state,
        calls: withCall(call, next),
        spent: spending(attempt.at, more),
      })
      return next
    },
    /** Notes what became of a call, or that a reorganisation opened it again. */
    settle(
      call: KeptCall,
      {
        outcome,
        stacksHeight = null,
      }: Pick<KeptCall, 'outcome'> & { stacksHeight?: number | null },
    ): void {
      keep({ ...state, calls: withCall(call, { ...call, outcome, stacksHeight }) })
    },
    noteFailure(key: string, burnHeight: number): number {
      const count = (state.failures[key]?.count ?? 0) + 1
      keep({ ...state, failures: { ...state.failures, [key]: { count, burnHeight } } })
      return count
    },
    forgetFailures(key: string): void {
      if (!(key in state.failures)) return
      const { [key]: _, ...failures } = state.failures
      keep({ ...state, failures })
    },
  }
}
export type StateFile = ReturnType<typeof openState>
