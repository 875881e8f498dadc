import { requestOfCall } from '../../app/bitcoin-staking/request-of-call.ts'
import { blockerText } from '../../ui/bitcoin-staking/forms/blocker-text.ts'
import type { Words } from '../../words/create-words.ts'
import { addressGroups } from '../../words/format/address.ts'
import { chooseClaim } from './choose-claim.ts'
import { chooseStake } from './choose-stake.ts'
import {
  callContext,
  type AskedCall,
  type CallSetup,
  type PreparedCall,
  type Stop,
} from './prepared-call.ts'
import { readVisitorState } from './read-visitor-state.ts'

/**
 * Reads afresh what a stake or a claim depends on, and gives the call with everything that a person
 * is told before a wallet opens; or why there is nothing to sign.
 */
export async function prepareCall(
  asked: AskedCall,
  forms: Words,
  setup: CallSetup,
): Promise<PreparedCall | Stop> {
  const { action, client, deployment, account } = asked
  const { t } = setup.words
  const state = await readVisitorState(client, deployment, {
    account,
    manager: action === 'stake' ? setup.place().manager : null,
  })
  if (!state) return { stop: ['unread', t('problem.unread')] }
  const choose = action === 'stake' ? chooseStake : chooseClaim
  const chosen = await choose(state, asked, forms, setup)
  if ('stop' in chosen) return chosen
  const { call, blockers, sentences, bankedSats, ...rest } = chosen
  const made = requestOfCall(call, { state, deployment, account, bankedSats })
  if (!made) return { stop: ['unread', t('problem.unread')] }
  const context = callContext(state, deployment)
  return {
    ...rest,
    request: made.request,
    paragraphs: [
      t('signer', { account: addressGroups(account).join(' ') }),
      ...sentences,
      ...blockers.map((each) => blockerText(forms, each, context)),
    ],
    readAt: Date.now(),
  }
}
