import type { CallProblemCode } from '../../chain/dusk/call-problems.ts'
import type { DuskClient } from '../../chain/dusk/client.ts'
import type { SentDuskCall } from '../../chain/dusk/decode-sent-call.ts'
import { fetchSentDuskCall } from '../../chain/dusk/fetch-sent-dusk-call.ts'
import { readTransactionStatus } from '../../chain/dusk/read-transaction-status.ts'
import { judgeSentDuskCall } from '../../wallet/dusk/judge-sent-dusk-call.ts'
import type { SigningFailure } from '../../wallet/signing-failure.ts'
import { addressGroups } from '../../words/format/address.ts'
import { pause } from '../pause.ts'
import { isTaken, markAnswered, type AskedPoolCall } from './account-questions.ts'
import type { PoolSigningSetup } from './actions-setup.ts'

const LOOK_EVERY_MS = 4_000
const MOST_LOOKS = 50

interface SentPoolCall {
  asked: AskedPoolCall
  hash: string
  /** Called once it is final. */
  confirmed(): void
}

/**
 * Compares a transaction with what was asked for, has its sender look at a fee that is too high,
 * reports it and follows it to finality; each end has its sentence. `old-transaction`: it is no
 * answer, and nothing was said; null: it was.
 */
export async function followPoolCall(
  client: DuskClient,
  { asked, hash, confirmed }: SentPoolCall,
  setup: PoolSigningSetup,
): Promise<'old-transaction' | null> {
  const { words, f, say, emit, signal } = setup
  const { t, describeProblem } = words
  const { action } = asked
  const { account } = asked.request
  if (isTaken(hash)) return 'old-transaction'
  const { failure, sent } = await judge(client, { asked, hash }, signal)
  if (signal.aborted) return null
  if (failure === 'old-transaction') return failure
  if (failure === 'result-unreadable' || failure === 'not-comparable') {
    const code = failure === 'not-comparable' ? 'not-comparable' : 'unseen'
    setup.fail(code, t(`problem.${code}`))
    return null
  }
  markAnswered(asked, hash)
  if (failure === 'wrong-account' && sent?.sender) {
    const names = { signed: groups(sent.sender), account: groups(account) }
    setup.fail('other-account', t('problem.other-account', names))
    return null
  }
  if (failure !== null && failure !== 'high-fee') {
    setup.fail('mismatch', t('problem.mismatch'))
    return null
  }
  if (failure === 'high-fee') {
    const fee = f.dusk(sent?.feeAtMost ?? 0n)
    if (!(await setup.confirm([t('highFee', { fee })], 'feeAccepted', null))) return null
  }
  emit('pool-transaction-submitted', { action, hash, account })
  say(t('submitted'))
  const problem = await awaitFinality(client, hash, signal, () => say(t('executed')))
  if (signal.aborted) return null
  if (problem === 'unseen') setup.fail('unseen', t('problem.unseen'))
  else if (problem !== null) setup.fail(problem, await describeProblem(problem))
  else {
    say(t('confirmed'))
    emit('pool-transaction-confirmed', { action, hash, account })
    setup.again()
    confirmed()
    void watchRewards(client, asked, setup)
  }
  return null
}

const groups = (account: string): string => addressGroups(account).join(' ')

/** A hash is believed when the network shows under it the call that was asked for. */
async function judge(
  client: DuskClient,
  { asked, hash }: Pick<SentPoolCall, 'asked' | 'hash'>,
  signal: AbortSignal,
): Promise<{ failure: SigningFailure | null; sent: SentDuskCall | null }> {
  let last: SigningFailure = 'result-unreadable'
  for (let looks = 0; looks < MOST_LOOKS && !signal.aborted; looks++) {
    const answer = await fetchSentDuskCall(client, hash)
    const sent = answer.ok ? answer.value : null
    const failure = sent ? judgeSentDuskCall(asked, hash, sent) : 'result-unreadable'
    if (failure !== 'not-comparable' && failure !== 'result-unreadable') return { failure, sent }
    last = failure
    await pause(LOOK_EVERY_MS, signal)
  }
  return { failure: last, sent: null }
}

/**
 * Waits until the transaction's block cannot be undone any more; the problem when the contract
 * refused, `unseen` when no block and no mempool has it any more.
 */
async function awaitFinality(
  client: DuskClient,
  hash: string,
  signal: AbortSignal,
  executed: () => void,
): Promise<CallProblemCode | 'unseen' | null> {
  let unseen = 0
  while (!signal.aborted && unseen < MOST_LOOKS) {
    const status = await readTransactionStatus(client, hash)
    if (status.known) unseen = status.value.state === 'unseen' ? unseen + 1 : 0
    if (status.known && 'height' in status.value) {
      const { state, error, problem } = status.value
      if (error !== null) return problem?.code ?? 'other'
      if (state === 'final') return null
      executed()
    }
    await pause(LOOK_EVERY_MS, signal)
  }
  return signal.aborted ? null : 'unseen'
}

async function watchRewards(
  client: DuskClient,
  { pool, request: { account } }: AskedPoolCall,
  { words, f, say, emit, signal, again }: PoolSigningSetup,
): Promise<void> {
  // With the decoding of events comes the curve of Dusk's keys, larger than all else.
  const rewards = await import('./rewards.ts').catch(() => undefined)
  await rewards?.watchPoolRewards({
    client,
    pool,
    account,
    signal,
    landed: (part, height) => {
      if (part !== null) say(words.t('landed', { lux: f.dusk(part, true) }))
      const lux = part?.toString() ?? null
      emit('pool-reward-landed', { account, lux, height: height.toString() })
      again()
    },
  })
}
