import { describe, expect, it } from 'vitest'
import { activityText } from '../../../../src/app/dual-stacking/activity-text.ts'
import { transactionDetails } from '../../../../src/app/dual-stacking/transaction-details.ts'
import { dropReasons, undoings } from '../../../../src/chain/stacks/transaction-end.ts'
import { createStacksIntent } from '../../../../src/wallet/stacks/advance-stacks-intent.ts'
import type { StacksCallRequest } from '../../../../src/wallet/stacks/stacks-call-request.ts'
import type { StacksIntent } from '../../../../src/wallet/stacks/stacks-intent.ts'
import { createWords } from '../../../../src/words/create-words.ts'
import { readSentences } from '../../../support/words/catalogues.ts'

const WEEK = 7 * 24 * 3_600_000
const request = { functionName: 'opt-out', args: [] } as unknown as StacksCallRequest
const intent = (change: Partial<StacksIntent>): StacksIntent => ({
  ...createStacksIntent('one', 'opt-out', request, 0),
  txid: `0x${'ab'.repeat(32)}`,
  ...change,
})

/** Everything that can become of a transaction. */
const ends: [string, Partial<StacksIntent>][] = [
  ['waiting', { state: 'submitted' }],
  ['waiting though its nonce is used', { state: 'submitted', doubt: 'nonce-passed' }],
  ['of an unknown status', { state: 'submitted', chainStatus: 'of_a_later_version' }],
  ['confirmed', { state: 'confirmed' }],
  ['refused with a number', { state: 'aborted', abortedBy: 'contract', contractError: 100 }],
  ...undoings.map((by): [string, Partial<StacksIntent>] => [
    `undone by ${by}`,
    { state: 'aborted', abortedBy: by },
  ]),
  ...dropReasons.map((why): [string, Partial<StacksIntent>] => [
    `dropped, ${why}`,
    { state: 'dropped', why },
  ]),
  ['replaced', { state: 'replaced' }],
]

/** What can become of another transaction than was asked for. */
const refusals: [string, Partial<StacksIntent>][] = [
  ...(['pending', 'confirmed', 'aborted', 'dropped', 'replaced'] as const).map(
    (broadcast): [string, Partial<StacksIntent>] => [broadcast, { broadcast }],
  ),
  ...undoings
    .filter((by) => by !== 'contract')
    .map((by): [string, Partial<StacksIntent>] => [by, { broadcast: 'aborted', abortedBy: by }]),
  ['an unknown status', { broadcast: 'pending', chainStatus: 'of_a_later_version' }],
]

describe.each(['en', 'es', 'zh-CN'])('in %s', async (locale) => {
  const words = createWords(locale, await readSentences(locale), 'sats')
  const textOf = (change: Partial<StacksIntent>, now = 0) =>
    activityText(words, intent(change), { family: 'v1', height: null, now })

  it('every end of a transaction has a sentence of its own', () => {
    const texts = ends.map(([, change]) => textOf(change).text)
    expect(new Set(texts).size).toBe(ends.length)
  })

  it('so has every end of one that was refused', () => {
    const texts = refusals.map(
      ([, change]) => textOf({ state: 'refused', failure: 'result-mismatch', ...change }).text,
    )
    expect(new Set(texts).size).toBe(refusals.length)
  })

  it('one that waited for a week says that nothing looks for it any more', () => {
    const sent: Partial<StacksIntent> = { state: 'submitted', sentAt: 0 }
    expect(textOf(sent, WEEK - 1)).toMatchObject({ quiet: false, dismiss: false })
    expect(textOf(sent, WEEK)).toMatchObject({
      quiet: true,
      dismiss: true,
      text: words.t('activity.quiet'),
    })
    const refused: Partial<StacksIntent> = { state: 'refused', broadcast: 'pending', sentAt: 0 }
    expect(textOf(refused, WEEK).text).toContain(words.t('activity.broadcast.pending'))
    expect(textOf(refused, WEEK).text).toContain(words.t('activity.quiet'))
  })

  it('a fee that a sponsor pays is told as such', () => {
    const details = (sponsored: boolean) =>
      transactionDetails(words, { nonce: 3, feeMicroStx: '3000', sponsored })
    expect(details(true)).toContain(
      words.t('activity.fee-sponsored', { fee: words.f.stx(3000n, 'exact') }),
    )
    expect(details(false)).not.toBe(details(true))
  })

  it('only one that was not carried out is offered again', () => {
    const offered = ends.filter(([, change]) => textOf(change).retry).map(([name]) => name)
    expect(offered.every((name) => /^(undone|dropped|refused)/.test(name))).toBe(true)
    expect(offered).toContain('undone by skipped')
  })
})
