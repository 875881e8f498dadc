import type { Section } from '../message.ts'

/** What happens to a request between the click and the chain. */
export const signing = {
  'signing.rejected': 'The wallet says that you declined.',
  'signing.wallet-closed': 'The wallet’s window was closed before it responded.',
  'signing.timeout': 'The wallet did not respond in time. Close its window if it is still open.',
  'signing.wrong-network':
    'Your wallet and Twinstack are set to different networks. Change the network in your wallet or in Settings, then try again.',
  'signing.wrong-account': 'The wallet uses another account. Switch it there, then try again.',
  'signing.wallet-locked':
    'The wallet is locked, not set up, or not connected to this page. Unlock it and try again.',
  'signing.wallet-missing':
    'No wallet was found in this page. Install or unlock one, reload the page, then try again.',
  'signing.tab-closed':
    'The page was closed or left before the wallet responded. Close the wallet’s window if it is still open.',
  'signing.no-tab':
    'Wallets open only on web pages. Open any website (https) and click the Twinstack icon there.',
  'signing.wallet-error': 'The wallet declined, or reported an error.',
  'signing.result-mismatch':
    'The wallet returned a different transaction from the one requested, so Twinstack did not accept it. Check your wallet’s history before doing anything else.',
  'signing.result-unreadable': 'The wallet’s response could not be read.',
  'signing.superseded-contract':
    'A newer contract has replaced this one, so nothing was signed. Switch to the newer one in Settings.',
  'signing.needs-signers':
    'Other signers still need to approve this in the wallet. It is then sent automatically, and your enrollment updates here.',
  'signing.interrupted': 'The browser closed midway.',
  'signing.old-transaction': 'The wallet returned an older transaction, not one for this request.',
  'signing.not-comparable':
    'The network does not show everything that was sent, so Twinstack cannot compare it with your request. Check your wallet’s history.',
  'signing.high-fee': 'The transaction’s fee is far higher than usual.',
  'signing.sent.never': 'No wallet was asked, so nothing was sent. You can try again.',
  'signing.sent.looking': 'Checking whether your account has sent something…',
  'signing.sent.nothing': 'Your account has sent nothing since then. You can try again.',
  'signing.sent.other':
    'Your account has sent something else since then, but not this. You can try again.',
  'signing.sent.unknown':
    'Twinstack cannot check at the moment whether your account has sent something. Check your wallet’s history before you ask again.',

  'activity.created.title': '{action}: opening your wallet',
  'activity.created.text': 'Your wallet is about to open.',
  'activity.asking.title': '{action}: waiting for your wallet',
  'activity.asking.text': 'Approve it in your wallet’s window. You can close this one.',
  'activity.submitted.title': '{action}: sent',
  'activity.submitted.text':
    'Waiting for confirmation. You can close this window; the result will appear here.',
  'activity.ahead':
    'It comes after other transactions from your account that do not exist yet, so it has to wait for them.',
  'activity.high-fee.title': '{action}: check its fee',
  'activity.high-fee.text':
    'This is what you requested, but its fee is above {bound}, far more than the network usually takes. Your wallet has probably sent it: check whether it can still replace it with a lower fee.',
  'activity.fee-accepted': 'The fee is fine',
  'activity.confirmed.title': '{action}: confirmed',
  'activity.confirmed.enroll':
    'You are enrolled from the next cycle. You will be notified when a reward arrives.',
  'activity.confirmed.opt-out':
    'You have opted out. The current cycle still pays you if you were in it.',
  'activity.confirmed.change-reward-address': 'The new reward address applies from the next cycle.',
  'activity.confirmed.call': 'The call succeeded.',
  'activity.aborted.title': '{action}: failed on-chain',
  'activity.aborted.post-condition':
    'A post-condition stopped it from moving assets it should not move. Only the network fee was spent. Open the transaction to see which, before you sign it again.',
  'activity.aborted.unknown':
    'The contract gave no readable reason. Only the network fee was spent. Open the transaction to learn more.',
  'activity.undone.title': '{action}: not executed',
  'activity.aborted.run-time':
    'The contract stopped at a run-time error. Nothing was moved; only the network fee was spent. Open the transaction to learn more before you sign it again.',
  'activity.aborted.skipped':
    'The network included it in a block without running it. The fee was spent and nothing else happened; you can sign it again.',
  'activity.dropped.title': '{action}: dropped',
  'activity.dropped.other':
    'The network dropped the transaction, usually because of a low fee. Nothing was spent; try again.',
  'activity.dropped.too-expensive':
    'The network found it too expensive to run and dropped it. Nothing was spent; try again later.',
  'activity.dropped.too-old':
    'It waited too long for a block, usually because of a low fee. Nothing was spent; try again with a higher fee.',
  'activity.dropped.problematic':
    'The network could not run it safely and dropped it. Nothing was spent. It may come back, so wait a while before you sign it again.',
  'activity.dropped.vanished':
    'No server has it any longer, but it may come back. Check your wallet’s history before you try again.',
  'activity.replaced.title': '{action}: replaced',
  'activity.replaced.text':
    'Another transaction from this account replaced it. If you did not send that one, check your wallet’s history.',
  'activity.depth': 'Its block is {blocks} deep.',
  'activity.doubt':
    'Your account has used this transaction’s nonce for another one, so it is unlikely to go through. Check your wallet’s history before you sign again.',
  'activity.quiet':
    'It has waited for more than a week, so Twinstack no longer looks for it. It may still go through. Check again whenever you like.',
  'activity.look-again': 'Check again',
  'activity.unknown-state':
    'The network calls its state “{state}”, which this version does not know. Open the transaction to learn more.',
  'activity.failed.title': '{action}: no transaction received',
  'activity.refused.title': '{action}: stopped for your safety',
  'activity.broadcast.pending': 'The transaction the wallet sent is pending.',
  'activity.broadcast.confirmed': 'The transaction the wallet sent succeeded.',
  'activity.broadcast.aborted': 'The transaction the wallet sent failed on-chain.',
  'activity.broadcast.post-condition':
    'A post-condition stopped the transaction the wallet sent from moving assets it should not move.',
  'activity.broadcast.run-time':
    'The transaction the wallet sent stopped at a run-time error. It moved nothing.',
  'activity.broadcast.skipped':
    'The transaction the wallet sent is in a block, but was never run. Only its fee was spent.',
  'activity.broadcast.dropped': 'The network dropped the transaction the wallet sent.',
  'activity.broadcast.replaced': 'Another transaction replaced the one the wallet sent.',
  'activity.fee': 'Fee {fee}',
  'activity.fee-sponsored': 'Fee {fee}, paid by a sponsor',
  'activity.nonce': 'nonce {nonce}',
  'activity.retry': 'Try again',
  'activity.dismiss': 'Dismiss',
  'activity.checked': 'I have checked',
  'activity.transaction': 'View transaction',
  'activity.since': 'Pending for {time}. Usually 1 to 10 minutes.',
} as const satisfies Section
