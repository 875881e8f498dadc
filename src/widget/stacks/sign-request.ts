import type { StacksProvider } from '@stacks/connect'
import type { StacksClient } from '../../chain/stacks/client.ts'
import type { JobOutcome } from '../../wallet/bridge/job-outcome.ts'
import { askStacksCall } from '../../wallet/stacks/ask-stacks-wallet.ts'
import { judgeSignedCall, type StacksVerdict } from '../../wallet/stacks/judge-signed-call.ts'
import type { StacksBaseline } from '../../wallet/stacks/stacks-baseline.ts'
import type { StacksCallRequest } from '../../wallet/stacks/stacks-call-request.ts'
import type { StacksWallet } from '../../wallet/stacks/stacks-wallets.ts'
import { addressGroups } from '../../words/format/address.ts'
import type { Sent } from './follow-transaction.ts'
import { problemKey } from './problem-key.ts'
import type { StacksSigningSetup, StacksWalletKey } from './signing-setup.ts'

interface Signing extends Pick<Sent, 'submitted' | 'confirmed' | 'describeError'> {
  request: StacksCallRequest
  client: StacksClient
  wallet: StacksWallet
  provider: StacksProvider
  /** What the wallet's window shows that it moves, where the sentence says so. */
  moves?: string
}

/**
 * Has a wallet sign one call, checks what it gave against what was asked, and has the transaction
 * followed to its end. Each failure has its sentence.
 */
export async function signRequest(signing: Signing, setup: StacksSigningSetup): Promise<void> {
  const { request, client, wallet, provider, moves = '' } = signing
  const { submitted, confirmed, describeError } = signing
  const { account } = request
  const { words, say, signal } = setup
  const fail = (key: StacksWalletKey, values?: Record<string, string>, more = ''): void => {
    setup.fail(key.replace('problem.', ''), `${words.t(key, values)}${more}`)
  }
  // All that is needed once the wallet has signed is here before it is asked.
  const { lookBefore, lookAfter } = await import('./account-questions.ts')
  const { followTransaction } = await import('./follow-transaction.ts')
  const { earlier, baseline } = await lookBefore(client, request)
  // Which account the wallet has on this page is not known any more.
  const failForOther = (signed: string): void => {
    setup.connect(null)
    fail('problem.other-account', { signed: groups(signed), account: groups(account) })
  }
  const then = { fail, failForOther, submitted, confirmed, describeError }
  const follow = (verdict: Sent['verdict']) =>
    followTransaction({ request, baseline, verdict, client, account, ...then }, setup)
  if (signal.aborted) return
  if (earlier.sent === 'unknown') return fail('problem.cannot-look')
  if (earlier.sent === 'found') {
    say(words.t('found'))
    return follow({ kind: 'to-check', txid: earlier.txid })
  }
  const { functionName } = request
  const shows = { account: groups(account), function: functionName, host: location.host, moves }
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
