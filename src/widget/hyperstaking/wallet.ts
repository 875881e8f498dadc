import type { CallProblemCode } from '../../chain/dusk/call-problems.ts'
import type { PoolAction } from '../../chain/dusk/calls.ts'
import type { DuskClient } from '../../chain/dusk/client.ts'
import { fetchSentDuskCall } from '../../chain/dusk/fetch-sent-dusk-call.ts'
import { preflight } from '../../chain/dusk/preflight.ts'
import { readPool } from '../../chain/dusk/read-pool.ts'
import { readTransactionStatus } from '../../chain/dusk/read-transaction-status.ts'
import { isAccount } from '../../protocol/hyperstaking/core/ids.ts'
import { askDuskProfiles, askDuskCall } from '../../wallet/dusk/ask-dusk-wallet.ts'
import { compareDuskCall } from '../../wallet/dusk/compare-dusk-call.ts'
import type { DuskRequest } from '../../wallet/dusk/dusk-request.ts'
import { waitForDuskWallets, watchDuskWallets } from '../../wallet/dusk/dusk-wallets.ts'
import { followDuskWallet } from '../../wallet/dusk/follow-dusk-wallet.ts'
import { ownNodesOf } from '../../wallet/dusk/own-node-caip2.ts'
import { prepareDuskRequest } from '../../wallet/dusk/prepare-dusk-request.ts'
import type { SigningFailure } from '../../wallet/signing-failure.ts'
import { addressGroups } from '../../words/format/address.ts'
import { pause } from '../pause.ts'
import type { PoolActionsSetup } from './actions-setup.ts'
import { findPool, findDuskNetwork } from './chain.ts'
import type { PoolWidgetAction } from './events.ts'
import type { PoolWalletKey, PoolWalletWords } from './wallet-words.ts'

type Setup = PoolActionsSetup & {
  words: PoolWalletWords
  choose(wallets: readonly { id: string; name: string }[]): Promise<string | null>
  confirm(paragraphs: string[], risky: boolean): Promise<boolean>
}

const INJECTION_MS = 1_500
const LOOK_EVERY_MS = 4_000

const problemOf: Partial<Record<SigningFailure, PoolWalletKey>> = {
  rejected: 'problem.rejected',
  'wallet-missing': 'problem.no-wallet',
  'wrong-network': 'problem.wrong-network',
  'wrong-account': 'problem.wrong-account',
  'result-mismatch': 'problem.mismatch',
}

/**
 * Connects a Dusk wallet, checks one pool call, states what it does and risks, has it signed,
 * compares the sent call with the request, and follows it to finality. Each failure has its
 * sentence.
 */
export async function signPoolCall(action: PoolWidgetAction, setup: Setup): Promise<void> {
  const {
    words: { t, describeProblem },
    f,
    say,
    emit,
    signal,
  } = setup
  const fail = (key: PoolWalletKey, values?: Record<string, string>): void => {
    setup.fail(key.replace('problem.', ''), t(key, values))
  }
  const failed = (failure: SigningFailure): void => fail(problemOf[failure] ?? 'problem.wallet')
  const place = setup.place()
  const lux = setup.lux()
  const found = findDuskNetwork(place)
  if (!found) return fail('problem.no-pool')
  if (lux === 0n && (action === 'deposit' || action === 'withdraw')) return fail('problem.amount')
  if (place.referrer !== null && !isAccount(place.referrer)) return fail('problem.account')
  const { client, deployment } = found

  say(t('waiting'))
  const announced = watchDuskWallets(window)
  const wallets = await waitForDuskWallets(announced, INJECTION_MS)
  const usable = wallets.filter(({ conflict }) => !conflict)
  const walletId = wallets.length > 1 ? await setup.choose(wallets) : usable[0]?.id
  if (walletId === null) return say('')
  const provider = walletId === undefined ? undefined : announced.provider(walletId)
  if (!provider) return fail('problem.no-wallet')
  const connected = await askDuskProfiles(provider, deployment.caip2, ownNodesOf(client.bases))
  if (connected.result !== 'connected')
    return failed(connected.result === 'failed' ? connected.failure : 'wallet-error')
  // The wallet signs with the first account that it shows.
  const account = connected.addresses[0]!
  setup.connected(account)
  emit('pool-wallet-connect', { account })

  say(t('checking'))
  const pool = await findPool(client, deployment, place.pool)
  if (!pool) return fail('problem.no-pool')
  const { position } = await readPool(client, pool, account)
  const value = position?.value.known ? position.value.value : 0n
  const shares = position?.shares.known ? position.shares.value : null
  const isFirst =
    value === 0n && position?.referrer.known === true && position.referrer.value === null
  const asked: Record<PoolWidgetAction, PoolAction> = {
    deposit: {
      do: 'deposit',
      lux,
      referrer: pool.kind === 'referral' && isFirst ? place.referrer : null,
    },
    withdraw: { do: 'withdraw', lux },
    'withdraw-all':
      shares === null ? { do: 'withdraw', lux: value } : { do: 'withdraw-all', shares, lux: value },
    claim: { do: 'claim' },
  }
  const checked = await preflight(client, {
    deployment,
    pool,
    action: asked[action],
    sender: account,
  })
  if (checked.verdict === 'fails' || !checked.call)
    return refuse(checked.problems.map(({ code }) => code))
  const names = { ...deployment, ownNodes: ownNodesOf(client.bases) }
  const { call, gas } = checked
  const prepared = await prepareDuskRequest(names, account, { call, gas })
  if (!prepared) return fail('problem.network')
  const { request, signs } = prepared
  const amount = checked.outcome.known ? checked.outcome.value.amount : lux
  const { fee, feePublished } = checked.outcome.known
    ? checked.outcome.value
    : { fee: null, feePublished: false }
  const confirmed = await setup.confirm(
    [
      t(action === 'deposit' ? 'moves' : 'gets', {
        amount: f.dusk(action === 'deposit' ? signs.deposit : amount),
        pool: pool.name,
        gas: f.dusk(checked.gas.atMost),
      }),
      t('signs', { contract: addressGroups(signs.contract).join(' '), method: signs.method }),
      ...(signs.account === null ? [] : [t('signsAccount', { account: signs.account })]),
      ...(fee ? [t(feePublished ? 'feePublished' : 'fee', { fee: f.dusk(fee) })] : []),
      ...(action === 'deposit' ? [t('risk')] : []),
      ...(await Promise.all(checked.doubts.map(({ code }) => describeProblem(code)))),
      ...(checked.exact ? [] : [t('notExact')]),
    ],
    action === 'deposit',
  )
  if (!confirmed) return say('')

  say(t('waiting'))
  const outcome = await askDuskCall(provider, request)
  if (outcome.result !== 'signed' || outcome.txid === null)
    return failed(outcome.result === 'failed' ? outcome.failure : 'result-unreadable')
  const hash = outcome.txid
  const different = await findMismatch(client, request, hash, signal)
  if (different !== null) return failed(different)
  emit('pool-transaction-submitted', { action, hash, account })
  say(t('submitted'))
  const problem = await awaitFinality(client, hash, signal, () => say(t('executed')))
  if (signal.aborted) return
  if (problem !== null) return refuse([problem])
  say(t('confirmed'))
  emit('pool-transaction-confirmed', { action, hash, account })
  setup.again()
  followDuskWallet(provider, signal, () => say(t('walletGone')))
  // With the decoding of events comes the curve of Dusk's keys, larger than all else.
  const rewards = await import('./rewards.ts').catch(() => undefined)
  void rewards?.watchPoolRewards({
    client,
    pool,
    account,
    signal,
    landed: (part, height) => {
      if (part !== null) say(t('landed', { lux: f.dusk(part, true) }))
      emit('pool-reward-landed', {
        account,
        lux: part?.toString() ?? null,
        height: height.toString(),
      })
      setup.again()
    },
  })

  async function refuse(codes: CallProblemCode[]): Promise<void> {
    setup.fail(codes[0] ?? 'other', (await Promise.all(codes.map(describeProblem))).join(' '))
  }
}

/** A hash is believed when the network shows under it the call that was asked for. */
async function findMismatch(
  client: DuskClient,
  request: DuskRequest,
  hash: string,
  signal: AbortSignal,
): Promise<SigningFailure | null> {
  for (let looks = 0; looks < 50 && !signal.aborted; looks++) {
    const sent = await fetchSentDuskCall(client, hash)
    const different = sent.ok && sent.value ? compareDuskCall(request, sent.value) : 'not-known'
    if (different !== 'not-known') return different
    await pause(LOOK_EVERY_MS, signal)
  }
  return 'result-unreadable'
}

/**
 * Waits until the transaction's block cannot be undone any more; the problem when the contract
 * refused.
 */
async function awaitFinality(
  client: DuskClient,
  hash: string,
  signal: AbortSignal,
  executed: () => void,
): Promise<CallProblemCode | null> {
  while (!signal.aborted) {
    const status = await readTransactionStatus(client, hash)
    if (status.known && 'height' in status.value) {
      const { state, error, problem } = status.value
      if (error !== null) return problem?.code ?? 'other'
      if (state === 'final') return null
      executed()
    }
    await pause(LOOK_EVERY_MS, signal)
  }
  return null
}
