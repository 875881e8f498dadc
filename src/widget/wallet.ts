import type { StacksProvider } from '@stacks/connect'
import { checkAddress } from '../chain/stacks/address.ts'
import type { StacksClient } from '../chain/stacks/client.ts'
import type { Deployment } from '../chain/stacks/deployments.ts'
import { trackTransaction } from '../chain/stacks/transactions.ts'
import { providerAt, waitForWallets } from '../wallet/bridge/find.ts'
import type { CallRequest, SigningFailure } from '../wallet/intent.ts'
import { askAddresses, askCall } from '../wallet/stacks/ask.ts'
import { changeRewardAddressCall, enrollCall, optOutCall } from '../wallet/stacks/call.ts'
import { difference } from '../wallet/stacks/compare.ts'
import { judge } from '../wallet/stacks/judge.ts'
import { fetchSentCall } from '../wallet/stacks/sent.ts'
import { findWallet } from '../wallet/stacks/wallets.ts'
import type { ActionsSetup } from './actions.ts'
import type { UserAction } from './boost/events.ts'
import { clientOf, deploymentOf } from './chain.ts'
import type { WidgetKey } from './words.ts'

type Setup = Omit<ActionsSetup, 'place'> & { choose(wallets: { id: string; name: string }[]): Promise<string> }

const INJECTION_MS = 1_500
const LOOK_EVERY_MS = 6_000

/** Connects a wallet, has it sign one call, checks what it gave against what was asked, and follows the transaction to its end. Each failure has its sentence. */
export async function signAction(action: UserAction, rewardAddress: string | null, setup: Setup): Promise<void> {
  const { words, say, emit, signal } = setup
  const fail = (key: WidgetKey, values?: Record<string, string>): void => {
    say(words.t(key, values), true)
    emit('widget-error', { code: key.replace('problem.', ''), message: words.t(key, values) })
  }
  const deployment = deploymentOf(setup)
  if (rewardAddress !== null && !checkAddress(rewardAddress, deployment.network).ok) return fail('problem.address')
  if (action === 'change-reward-address' && rewardAddress === null) return fail('problem.address')
  say(words.t('waiting'), false)
  const found = await waitForWallets(window, INJECTION_MS)
  if (found.length === 0) return fail('problem.no-wallet')
  const wallet = findWallet(found.length === 1 ? found[0]!.id : await setup.choose(found))!
  const provider = providerAt(window, wallet.provider) as StacksProvider
  const connected = await askAddresses(wallet, provider, deployment.network)
  if (connected.result !== 'connected') return fail(problemOf(connected.result === 'failed' ? connected.failure : 'wallet-error'))
  const account = connected.addresses.find((each) => checkAddress(each, deployment.network).ok)
  if (!account) return fail('problem.address')
  setup.connected(account)
  emit('wallet-connect', { address: account })

  const request = requestOf(action, deployment, account, rewardAddress)
  const outcome = await askCall(wallet, provider, request)
  if (outcome.result !== 'signed') return fail(problemOf(outcome.result === 'failed' ? outcome.failure : 'wallet-error'))
  const verdict = judge(request, outcome)
  if (verdict.kind === 'failed') return fail(problemOf(verdict.failure))
  if (verdict.kind === 'refused') return fail('problem.mismatch')
  emit('transaction-submitted', { action, txid: verdict.txid, address: account })
  say(words.t('submitted'), false)
  const client = clientOf(deployment)
  if (verdict.kind === 'to-check' && !(await isAsAsked(client, request, verdict.txid, signal))) return fail('problem.mismatch')
  const news = await settled(client, deployment, verdict.txid, account, signal)
  if (news === null) return
  if (news.state === 'confirmed') {
    say(words.t('confirmed'), false)
    emit('transaction-confirmed', { action, txid: verdict.txid, address: account })
    const { watchRewards } = await import('./rewards.ts')
    void watchRewards({ client, deployment, address: account, signal, landed: ({ sats, txid, cycle }) => {
      say(words.t('landed', { sats: words.f.sats(sats) }), false)
      emit('reward-landed', { address: account, sats: sats.toString(), txid, cycle: cycle.known ? cycle.value : null })
    } })
  } else fail('problem.failed', { reason: news.state === 'aborted' && news.by === 'contract' && news.error ? news.error.sentence : news.state })
}

function requestOf(action: UserAction, deployment: Deployment, account: string, rewardAddress: string | null): CallRequest {
  if (action === 'opt-out') return optOutCall(deployment, account)
  return action === 'enroll' ? enrollCall(deployment, account, rewardAddress) : changeRewardAddressCall(deployment, account, rewardAddress!)
}

const problemOf = (failure: SigningFailure): WidgetKey =>
  failure === 'rejected' ? 'problem.rejected' : failure === 'wallet-missing' ? 'problem.no-wallet' : failure === 'result-mismatch' ? 'problem.mismatch' : 'problem.wallet'

/** A wallet that gives a transaction id alone is believed when the network shows the call that was asked for. */
async function isAsAsked(client: StacksClient, request: CallRequest, txid: string, signal: AbortSignal): Promise<boolean> {
  for (let looks = 0; looks < 50 && !signal.aborted; looks++) {
    const sent = await fetchSentCall(client, txid)
    if (sent.ok) return sent.value !== null && difference(request, sent.value) === undefined
    await pause(signal)
  }
  return true
}

async function settled(client: StacksClient, deployment: Deployment, txid: string, sender: string, signal: AbortSignal) {
  const sentAt = Date.now()
  while (!signal.aborted) {
    const answer = await trackTransaction(client, { txid, family: deployment.family ?? 'v3', sentAt, sender })
    if (answer.ok && answer.news.state !== 'pending') return answer.news
    await pause(signal)
  }
  return null
}

/** Between two looks at the network; a hidden page waits until it is seen again. */
const pause = (signal: AbortSignal): Promise<void> => new Promise((resolve) => {
  const done = () => (document.visibilityState === 'hidden' ? document.addEventListener('visibilitychange', () => resolve(), { once: true, signal }) : resolve())
  const timer = setTimeout(done, LOOK_EVERY_MS)
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    resolve()
  }, { once: true })
})
