import * as v from 'valibot'
import type { Account } from '../../protocol/hyperstaking/core/ids.ts'
import { applyRate, U64_MAX } from '../../protocol/hyperstaking/core/units.ts'
import type { ChainEvent } from '../../protocol/hyperstaking/host/trace.ts'
import { type Known, known, unknown } from '../known.ts'
import { type CallProblem, callProblem, callProblemOf } from './call-problems.ts'
import { poolCallFor, POOL_GAS, type PoolAction, type PoolCall } from './calls.ts'
import type { DuskClient } from './client.ts'
import type { DuskDeployment, PoolDeployment } from './deployments.ts'
import type { DuskReadFailure } from './failures.ts'
import { knownFrom, duskUnknownReason } from './known-from.ts'
import { readOwnPoolState, runOwnPoolCall } from './own-pool-run.ts'
import { readContractCallsOpen } from './read-contract-calls-open.ts'
import { readSozuBalance } from './read-sozu-pool.ts'
import { simulateCall } from './simulate-call.ts'

/** What signing a call would do, as far as it is known in advance; amounts in LUX. */
export type Preflight = {
  call: PoolCall | null
  /**
   * Whether the verdict is the contract's own in the newest block: the model of this project's pool
   * run on the state that was read. Otherwise only what is known of the pool was checked, and it
   * may still fail.
   */
  exact: boolean
  /**
   * Whether the node tried the call without sending it. Its answer is of that moment and of its own
   * making: never exact.
   */
  tried: boolean
  /** `unknown`: what would decide it could not be read. */
  verdict: 'passes' | 'fails' | 'unknown'
  problems: CallProblem[]
  /** Possible obstacles that are not known for certain. */
  doubts: CallProblem[]
  /** What a failed call costs, all its gas; and about what a good one does. */
  gas: { limit: bigint; price: bigint; atMost: bigint; estimate: Known<bigint> }
  /**
   * What the call moves: shares gained or burned, LUX paid or deposited, the fee. A fee that the
   * contract does not tell is the one that its operators have published, or null.
   */
  outcome: Known<Outcome>
}

export type Outcome = {
  amount: bigint
  shares: bigint | null
  fee: bigint | null
  feePublished: boolean
}

export type PreflightInput = {
  deployment: DuskDeployment
  pool: PoolDeployment
  action: PoolAction
  sender: Account
  gas?: { limit: bigint; price: bigint }
}

const amounts = v.object({
  amount: v.optional(v.bigint()),
  value: v.optional(v.bigint()),
  shares: v.optional(v.bigint()),
  fee: v.optional(v.bigint(), 0n),
})

/** What the pool's own event of the call says. */
const outcomeOf = (events: readonly ChainEvent[]): Preflight['outcome'] => {
  const told = events
    .map(({ data }) => v.safeParse(amounts, data))
    .find((parsed) => parsed.success && (parsed.output.amount ?? parsed.output.value) !== undefined)
  if (!told?.success) return unknown('not-offered')
  const { amount, value, shares, fee } = told.output
  return known({
    amount: amount ?? value ?? 0n,
    shares: shares ?? value ?? null,
    fee,
    feePublished: false,
  })
}

const luxOf = (action: PoolAction): bigint | null => {
  if ('lux' in action) return action.lux
  return 'shares' in action ? action.shares : null
}

const verdictOf = (problems: readonly CallProblem[], isClear: boolean): Preflight['verdict'] => {
  if (problems.length > 0) return 'fails'
  return isClear ? 'passes' : 'unknown'
}

/** An argument as the model's contracts take it: digits become integers. */
const modelArgument = (arg: unknown): unknown => {
  if (typeof arg === 'string') return /^\d{1,20}$/.test(arg) ? BigInt(arg) : arg
  if (typeof arg !== 'object' || arg === null) return arg
  return Object.fromEntries(Object.entries(arg).map(([key, item]) => [key, modelArgument(item)]))
}

type PreflightPart = Pick<
  Preflight,
  'exact' | 'tried' | 'verdict' | 'problems' | 'doubts' | 'outcome'
> & {
  estimate: Known<bigint>
}

/** Whether a pool that could not be read is missing, or only this node's driver for it. */
const missingPart = async (
  client: DuskClient,
  pool: PoolDeployment,
  { code }: DuskReadFailure,
): Promise<{ problems: CallProblem[]; doubts: CallProblem[] }> => {
  if (code === 'no-contract') return { problems: [callProblem('pool-missing')], doubts: [] }
  if (code !== 'no-driver') return { problems: [], doubts: [] }
  const exists = await client.exists(pool.id)
  return exists.ok && !exists.value
    ? { problems: [callProblem('pool-missing')], doubts: [] }
    : { problems: [], doubts: [callProblem('driver-missing')] }
}

/** What Sozu's operators have said that they take of a deposit; the contract does not tell. */
const publishedFee = (pool: PoolDeployment, action: PoolAction, lux: bigint): bigint | null => {
  if (action.do !== 'deposit') return 0n
  return pool.published ? applyRate(lux, pool.published.depositFee) : null
}

const preflightOwn = async (
  client: DuskClient,
  { deployment, pool, sender }: PreflightInput,
  call: PoolCall,
  gas: { limit: bigint; price: bigint },
): Promise<PreflightPart> => {
  const state = await readOwnPoolState(client, pool, call, sender)
  if (!state.ok) {
    const reason = duskUnknownReason(state.failure)
    const { problems: missing, doubts } = await missingPart(client, pool, state.failure)
    return {
      exact: false,
      tried: false,
      verdict: missing.length > 0 ? 'fails' : 'unknown',
      problems: missing,
      doubts,
      outcome: unknown(reason),
      estimate: unknown(reason),
    }
  }
  const run = runOwnPoolCall(
    { pool, chainId: deployment.chainId },
    sender,
    { call: { ...call, modelArg: modelArgument(call.arg) }, gas },
    state.value,
  )
  const failure = run.refusal ?? run.error
  return {
    exact: state.value.still,
    tried: false,
    verdict: failure === null ? 'passes' : 'fails',
    problems: failure === null ? [] : [callProblemOf(failure)],
    doubts: [],
    outcome: failure === null ? outcomeOf(run.events) : unknown('not-offered'),
    estimate: failure === null ? known(run.gasSpent) : unknown('not-offered'),
  }
}

const preflightSozu = async (
  client: DuskClient,
  input: PreflightInput,
  call: PoolCall,
  gas: { limit: bigint; price: bigint },
): Promise<PreflightPart> => {
  const { deployment, pool, action, sender } = input
  const [account, position] = await Promise.all([
    client.account(sender),
    readSozuBalance(client, pool, sender),
  ])
  const problems: CallProblem[] = []
  const lux = luxOf(action) ?? 0n
  if (account.ok && account.value.balance < call.deposit + gas.limit * gas.price)
    problems.push(callProblem('balance-too-low'))
  const leaving = action.do === 'withdraw' || action.do === 'withdraw-all'
  if (leaving && position.ok && position.value < lux)
    problems.push(callProblem('position-too-small'))
  const missing = position.ok ? null : await missingPart(client, pool, position.failure)
  problems.push(...(missing?.problems ?? []))
  const simulated = account.ok
    ? await simulateCall(client, deployment, { call, sender, nonce: account.value.nonce + 1n, gas })
    : null
  if (simulated?.known && simulated.value.error !== null) {
    const told = callProblemOf(simulated.value.error)
    if (!problems.some(({ code }) => code === told.code)) problems.push(told)
  }
  const read = account.ok && (!leaving || position.ok)
  // Where the node has tried the call, its minimum is held to.
  const small =
    action.do === 'deposit' &&
    !simulated?.known &&
    pool.published !== undefined &&
    lux < pool.published.minimumDeposit
  return {
    exact: false,
    tried: simulated?.known ?? false,
    verdict: verdictOf(problems, read && !small),
    problems,
    doubts: [
      ...(missing?.doubts ?? []),
      ...(small ? [callProblem('below-published-minimum')] : []),
    ],
    outcome:
      leaving || action.do === 'deposit'
        ? known({
            amount: lux,
            shares: null,
            fee: publishedFee(pool, action, lux),
            feePublished: action.do === 'deposit',
          })
        : unknown('not-offered'),
    estimate: simulated?.known
      ? known(simulated.value.gasSpent)
      : ((simulated ?? knownFrom(account)) as Known<bigint>),
  }
}

/** What is wrong with the question itself, without asking the network. */
const inputProblems = ({ pool, action }: PreflightInput, call: PoolCall | null): CallProblem[] => {
  if (call === null) return [callProblem('not-offered')]
  const lux = luxOf(action)
  if (lux !== null && lux <= 0n) return [callProblem('amount-zero')]
  if (lux !== null && lux > U64_MAX) return [callProblem('amount-too-large')]
  if (action.do === 'deposit' && pool.kind === 'sozu' && call.deposit !== lux)
    return [callProblem('deposit-mismatch')]
  return action.do === 'deposit' && pool.moved ? [callProblem('pool-moved')] : []
}

/**
 * Checks a call before it is signed: a call that fails costs its whole gas limit. Exact for this
 * project's pools; for a third party's only what is known of it.
 */
export const preflight = async (client: DuskClient, input: PreflightInput): Promise<Preflight> => {
  const { deployment, pool, action, gas: asked = POOL_GAS } = input
  const call = poolCallFor(pool, action)
  const gas = { ...asked, atMost: asked.limit * asked.price }
  const early = inputProblems(input, call)
  if (early.length > 0 || call === null) {
    return {
      call,
      exact: true,
      tried: false,
      verdict: 'fails',
      problems: early,
      doubts: [],
      gas: { ...gas, estimate: unknown('not-read') },
      outcome: unknown('not-read'),
    }
  }
  const [info, tip] = await Promise.all([client.info(), client.tip()])
  const general: CallProblem[] = []
  if (info.ok && info.value.chain_id !== null && info.value.chain_id !== deployment.chainId)
    general.push(callProblem('wrong-network'))
  const open = tip.ok
    ? await readContractCallsOpen(client, tip.value.height, pool.id)
    : unknown(duskUnknownReason(tip.failure))
  if (open.known && !open.value) general.push(callProblem('calls-closed'))
  const { estimate, ...part } =
    pool.kind === 'sozu'
      ? await preflightSozu(client, input, call, asked)
      : await preflightOwn(client, input, call, asked)
  return {
    call,
    ...part,
    verdict: general.length > 0 ? 'fails' : part.verdict,
    problems: [
      ...general,
      ...part.problems.filter(({ code }) => !general.some((told) => told.code === code)),
    ],
    gas: { ...gas, estimate },
  }
}
