import { enrolBlockers, takesCall } from '../../app/dual-stacking/blockers.ts'
import { checkAddress } from '../../chain/stacks/check-address.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import type { Deployment } from '../../chain/stacks/deployments.ts'
import { readAccount } from '../../chain/stacks/read-account.ts'
import { readNetwork } from '../../chain/stacks/read-network.ts'
import type { JobOutcome } from '../../wallet/bridge/job-outcome.ts'
import { askStacksCall } from '../../wallet/stacks/ask-stacks-wallet.ts'
import {
  changeRewardAddressCall,
  enrollCall,
  optOutCall,
} from '../../wallet/stacks/holder-calls.ts'
import { judgeSignedCall, type StacksVerdict } from '../../wallet/stacks/judge-signed-call.ts'
import type { StacksBaseline } from '../../wallet/stacks/stacks-baseline.ts'
import type { StacksCallRequest } from '../../wallet/stacks/stacks-call-request.ts'
import { addressGroups } from '../../words/format/address.ts'
import { clientFor } from '../stacks-clients.ts'
import type { SigningSetup } from './actions-setup.ts'
import { selectDeployment } from './chain.ts'
import { connectWallet } from './connect-wallet.ts'
import type { UserAction } from './events.ts'
import type { Sent } from './follow-transaction.ts'
import { problemKey } from './problem-key.ts'
import type { BoostWalletKey } from './wallet-words.ts'

/**
 * Connects a wallet, has it sign one call, checks what it gave against what was asked, and has the
 * transaction followed to its end. Each failure has its sentence.
 */
export async function signAction(
  action: UserAction,
  rewardAddress: string | null,
  setup: SigningSetup,
): Promise<void> {
  const { words, f, say, signal } = setup
  const fail = (key: BoostWalletKey, values?: Record<string, string>, more = ''): void => {
    setup.fail(key.replace('problem.', ''), `${words.t(key, values)}${more}`)
  }
  const deployment = selectDeployment(setup.where())
  const rewarded = rewardAddress === null ? null : checkAddress(rewardAddress, deployment.network)
  if (rewarded ? !rewarded.ok : action === 'change-reward-address') return fail('problem.address')
  // Not every version of the contract refuses it, and what it pays itself is lost to the holder.
  if (rewarded?.ok && rewarded.address === deployment.contract) return fail('problem.own')
  const connected = await connectWallet(deployment.network, setup)
  if (!connected || signal.aborted) return
  const { wallet, provider, account } = connected

  const client = clientFor(deployment)
  const stop = await findKnownFailure(action, client, deployment, account)
  if (signal.aborted) return
  if (stop) {
    return fail(
      stop.key,
      stop.amounts && {
        minimum: f.sats(stop.amounts.minimumSats),
        have: f.sats(stop.amounts.sats),
      },
    )
  }
  const request = buildRequest(action, deployment, account, rewarded?.ok ? rewarded.address : null)
  // All that is needed once the wallet has signed is here before it is asked.
  const { lookBefore, lookAfter } = await import('./account-questions.ts')
  const { followTransaction } = await import('./follow-transaction.ts')
  const { earlier, baseline } = await lookBefore(client, request)
  // Which account the wallet has on this page is not known any more.
  const failForOther = (signed: string): void => {
    setup.connect(null)
    fail('problem.other-account', { signed: groups(signed), account: groups(account) })
  }
  const follow = (verdict: Sent['verdict']) =>
    followTransaction(
      { action, request, baseline, verdict, client, deployment, account, fail, failForOther },
      setup,
    )
  if (signal.aborted) return
  if (earlier.sent === 'unknown') return fail('problem.cannot-look')
  if (earlier.sent === 'found') {
    say(words.t('found'))
    return follow({ kind: 'to-check', txid: earlier.txid })
  }
  const shows = { account: groups(account), function: request.functionName, host: location.host }
  say(`${words.t('waiting')} ${words.t('shows', shows)}`)
  const outcome = await setup.untilStopped(askStacksCall(wallet, provider, request))
  const verdict = outcome && verdictOn(outcome, request, baseline)
  if (verdict?.kind === 'refused')
    return verdict.sender === undefined ? fail('problem.mismatch') : failForOther(verdict.sender)
  if (verdict && verdict.kind !== 'failed') return follow(verdict)
  const key = verdict ? problemKey(verdict.failure) : 'problem.stopped'
  if (key === 'problem.wrong-account') setup.connect(null)
  say(`${words.t(key)} ${words.t('looking')}`)
  const look = await lookAfter(client, { request, baseline })
  if (signal.aborted) return
  if (look.sent === 'found') return follow({ kind: 'to-check', txid: look.txid })
  fail(key, undefined, ` ${words.t(`sent.${look.sent}`)}`)
}

const groups = (address: string): string => addressGroups(address).join(' ')

const verdictOn = (
  outcome: JobOutcome,
  request: StacksCallRequest,
  baseline: StacksBaseline,
): StacksVerdict => {
  if (outcome.result === 'signed') return judgeSignedCall(request, outcome, baseline)
  const failure = outcome.result === 'failed' ? outcome.failure : 'wallet-error'
  return { kind: 'failed', failure }
}

const blockerProblems: Record<string, BoostWalletKey> = {
  'already-enrolled': 'problem.already-enrolled',
  blacklisted: 'problem.blacklisted',
  'below-minimum': 'problem.below-minimum',
  'minimum-not-met': 'problem.too-little',
}

interface KnownFailure {
  key: BoostWalletKey
  amounts?: { minimumSats: bigint; sats: bigint }
}

/**
 * What is known to make the call fail, before it costs a fee. A contract that cannot be read, or
 * takes no calls, is not signed for; what cannot be read of an account stops nothing.
 */
async function findKnownFailure(
  action: UserAction,
  client: StacksClient,
  deployment: Deployment,
  account: string,
): Promise<KnownFailure | undefined> {
  const { reading: network } = await readNetwork(client, deployment, { tipMaxAgeMs: 30_000 })
  if (!network) return { key: 'problem.unread' }
  if (!takesCall(network, action)) return { key: 'problem.closed' }
  const { reading } = await readAccount(client, deployment, { address: account, network })
  if (!reading) return undefined
  if (action !== 'enroll')
    return reading.enrolledNextCycle.known && !reading.enrolledNextCycle.value
      ? { key: 'problem.not-enrolled' }
      : undefined
  const blocker = enrolBlockers(network, reading).find(({ final }) => final)
  return (
    blocker && {
      key: blockerProblems[blocker.code] ?? 'problem.closed',
      ...(blocker.code === 'below-minimum' && { amounts: blocker }),
    }
  )
}

function buildRequest(
  action: UserAction,
  deployment: Deployment,
  account: string,
  rewardAddress: string | null,
): StacksCallRequest {
  if (action === 'opt-out') return optOutCall(deployment, account)
  return action === 'enroll'
    ? enrollCall(deployment, account, rewardAddress)
    : changeRewardAddressCall(deployment, account, rewardAddress!)
}
