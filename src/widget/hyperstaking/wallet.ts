import type { CallProblemCode } from '../../chain/dusk/call-problems.ts'
import type { PoolAction } from '../../chain/dusk/calls.ts'
import type { DuskClient } from '../../chain/dusk/client.ts'
import type { DuskDeployment, PoolDeployment } from '../../chain/dusk/deployments.ts'
import { preflight, type Preflight } from '../../chain/dusk/preflight.ts'
import { readPool } from '../../chain/dusk/read-pool.ts'
import { isAccount } from '../../protocol/hyperstaking/core/ids.ts'
import type { JobOutcome } from '../../wallet/bridge/job-outcome.ts'
import { askDuskCall } from '../../wallet/dusk/ask-dusk-wallet.ts'
import { followDuskWallet } from '../../wallet/dusk/follow-dusk-wallet.ts'
import { ownNodesOf } from '../../wallet/dusk/own-node-caip2.ts'
import {
  prepareDuskRequest,
  type PreparedDuskRequest,
} from '../../wallet/dusk/prepare-dusk-request.ts'
import type { SigningFailure } from '../../wallet/signing-failure.ts'
import { addressGroups } from '../../words/format/address.ts'
import { lookForEarlier, lookForSent, noteAsked, type AskedPoolCall } from './account-questions.ts'
import type { PoolSigningSetup } from './actions-setup.ts'
import { findPool, findDuskNetwork } from './chain.ts'
import { connectPoolWallet } from './connect-pool-wallet.ts'
import type { PoolWidgetAction } from './events.ts'
import { followPoolCall } from './follow-pool-call.ts'
import { poolFailureKey } from './pool-failure-key.ts'
import type { PoolWalletKey } from './wallet-words.ts'

/**
 * Connects a Dusk wallet, and if more than that is wanted checks one pool call, states what it does
 * and risks, has it signed, compares the sent call with the request, and follows it to finality.
 * Each failure has its sentence, and nothing is asked for a second time before it is known whether
 * it was sent.
 */
export async function signPoolCall(
  action: PoolWidgetAction | 'connect',
  setup: PoolSigningSetup,
): Promise<void> {
  const { t, describeProblem } = setup.words
  const { say, signal } = setup
  const fail = (key: PoolWalletKey): void => setup.fail(key.replace('problem.', ''), t(key))
  const place = setup.place()
  const lux = setup.lux()
  const found = findDuskNetwork(place)
  if (!found) return fail('problem.no-pool')
  if (lux === 0n && (action === 'deposit' || action === 'withdraw')) return fail('problem.amount')
  if (place.referrer !== null && !isAccount(place.referrer)) return fail('problem.account')
  const { client, deployment } = found

  const connected = await connectPoolWallet(client, deployment, setup)
  if (!connected || signal.aborted) return
  const { provider, account } = connected
  if (action === 'connect') return say('')
  say(t('checking'))
  const pool = await findPool(client, deployment, place.pool)
  if (!pool) return fail('problem.no-pool')
  const { network } = deployment
  const earlier = await lookForEarlier(client, { action, pool, request: { network, account } })
  if (signal.aborted) return
  if (earlier?.look.sent === 'unknown') return fail('problem.cannot-look')
  if (earlier?.look.sent === 'found') return follow(earlier.asked, earlier.look.txid)

  const wish = { action, lux, referrer: place.referrer, account }
  const planned = await planCall(client, deployment, pool, wish)
  const { checked } = planned
  if (checked.verdict === 'fails' || !checked.call)
    return refuse(checked.problems.map(({ code }) => code))
  const names = { ...deployment, ownNodes: ownNodesOf(client.bases) }
  const { call, gas, doubts } = checked
  const prepared = await prepareDuskRequest(names, account, { call, gas })
  if (!prepared) return fail('problem.network')
  const { request } = prepared
  const signs = describeSigned(prepared, setup)
  const isConfirmed = await setup.confirm(
    [
      ...describeCall(checked, { wish, pool, prepared }, setup),
      ...signs,
      ...(await Promise.all(doubts.map(({ code }) => describeProblem(code)))),
      ...(checked.exact ? [] : [t('notExact')]),
    ],
    action === 'deposit' ? 'understood' : 'confirm',
    'cancel',
  )
  if (!isConfirmed) return say('')

  say(t('checking'))
  const { asked, hash } = await noteAsked(client, { action, pool, lux: planned.lux, request })
  if (signal.aborted) return
  if (hash !== null) return follow(asked, hash)
  say(t('waiting'))
  const outcome = await setup.untilStopped(askDuskCall(provider, request), signs)
  const failure = await takeAnswer(asked, outcome)
  if (failure === null || signal.aborted) return
  const key = poolFailureKey(failure)
  const shown = outcome?.result === 'failed' ? outcome.answeredBy : undefined
  const reason =
    shown === undefined
      ? t(key)
      : t('problem.shows-other', { shown: groups(shown), account: groups(account) })
  say(`${reason} ${t('looking')}`)
  const look = await lookForSent(client, asked)
  if (signal.aborted) return
  if (look.sent === 'found') return follow(asked, look.txid)
  setup.fail(key.replace('problem.', ''), `${reason} ${t(`sent.${look.sent}`)}`)

  /** Why no transaction came back; null: one did, and everything about it was said. */
  async function takeAnswer(
    from: AskedPoolCall,
    answer: JobOutcome | null,
  ): Promise<SigningFailure | null> {
    if (answer === null) return 'stopped'
    if (answer.result === 'failed') return answer.failure
    if (answer.result !== 'signed' || answer.txid === null) return 'result-unreadable'
    return followPoolCall(client, { asked: from, hash: answer.txid, confirmed }, setup)
  }

  /** From now on the wallet's own news are of interest. */
  function confirmed(): void {
    followDuskWallet(provider, signal, () => say(t('walletGone')))
  }

  /** Follows what had been sent before, or without an answer. */
  async function follow(sent: AskedPoolCall, txid: string): Promise<void> {
    say(t('found'))
    const old = await followPoolCall(client, { asked: sent, hash: txid, confirmed }, setup)
    if (old) fail('problem.old')
  }

  async function refuse(codes: CallProblemCode[]): Promise<void> {
    setup.fail(codes[0] ?? 'other', (await Promise.all(codes.map(describeProblem))).join(' '))
  }
}

const groups = (text: string): string => addressGroups(text).join(' ')

interface Wish {
  action: PoolWidgetAction
  /** What was typed, in LUX. */
  lux: bigint
  referrer: string | null
  account: string
}

/** Checks a call against the network; `lux`: what it is about. */
async function planCall(
  client: DuskClient,
  deployment: DuskDeployment,
  pool: PoolDeployment,
  { action, lux, referrer, account }: Wish,
): Promise<{ checked: Preflight; lux: bigint }> {
  const { position } = await readPool(client, pool, account)
  const value = position?.value.known ? position.value.value : 0n
  const shares = position?.shares.known ? position.shares.value : null
  const isFirst =
    value === 0n && position?.referrer.known === true && position.referrer.value === null
  const actions: Record<PoolWidgetAction, PoolAction> = {
    deposit: {
      do: 'deposit',
      lux,
      referrer: pool.kind === 'referral' && isFirst ? referrer : null,
    },
    withdraw: { do: 'withdraw', lux },
    'withdraw-all':
      shares === null ? { do: 'withdraw', lux: value } : { do: 'withdraw-all', shares, lux: value },
    claim: { do: 'claim' },
  }
  const planned = actions[action]
  const checked = await preflight(client, { deployment, pool, action: planned, sender: account })
  return { checked, lux: 'lux' in planned ? planned.lux : 0n }
}

/** What a call does and risks, before the wallet opens. */
function describeCall(
  checked: Preflight,
  { wish, pool, prepared }: { wish: Wish; pool: PoolDeployment; prepared: PreparedDuskRequest },
  { words: { t }, f }: PoolSigningSetup,
): string[] {
  const isDeposit = wish.action === 'deposit'
  const amount = checked.outcome.known ? checked.outcome.value.amount : wish.lux
  const { fee, feePublished } = checked.outcome.known
    ? checked.outcome.value
    : { fee: null, feePublished: false }
  return [
    t(isDeposit ? 'moves' : 'gets', {
      amount: f.dusk(isDeposit ? prepared.signs.deposit : amount),
      pool: pool.name,
      gas: f.dusk(checked.gas.atMost),
    }),
    ...(fee ? [t(feePublished ? 'feePublished' : 'fee', { fee: f.dusk(fee) })] : []),
    ...(isDeposit ? [t('risk')] : []),
  ]
}

/** Who has to sign, and what the wallet's window shows, to compare it with. */
function describeSigned(
  { request, signs }: PreparedDuskRequest,
  { words: { t } }: PoolSigningSetup,
): string[] {
  return [
    t('signer', { account: groups(request.account) }),
    t('signs', { contract: groups(signs.contract), method: signs.method }),
    ...(signs.account === null ? [] : [t('signsAccount', { account: signs.account })]),
    t('requestedBy', { host: location.host }),
  ]
}
