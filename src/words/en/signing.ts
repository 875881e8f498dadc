import type { Section } from '../message.ts'

/** What happens to a request between the click and the chain. */
export const signing = {
  'signing.rejected': 'The wallet says that you declined.',
  'signing.wallet-closed': 'The wallet’s window was closed before it answered.',
  'signing.timeout': 'The wallet did not answer in time. If its window is still open, close it.',
  'signing.wrong-network': 'The wallet is on another network. Switch it there, then try again.',
  'signing.wrong-account': 'The wallet uses another account. Switch it there, then try again.',
  'signing.wallet-locked':
    'The wallet is locked, not set up, or not connected to this page. Unlock it and try again.',
  'signing.wallet-missing':
    'No wallet was found in this page. Install or unlock one, reload the page, then try again.',
  'signing.tab-closed':
    'The page was closed or left before the wallet answered. If the wallet’s window is still open, close it.',
  'signing.no-tab':
    'Wallets only open on web pages. Open any https page and press the Twinstack button there.',
  'signing.wallet-error': 'The wallet refused, or reported an error.',
  'signing.result-mismatch':
    'What came back is not what was asked for, so it is not counted as yours. Check your wallet’s history before you do anything else.',
  'signing.result-unreadable': 'The wallet’s answer could not be read.',
  'signing.superseded-contract':
    'This contract has been replaced by a newer one, so nothing was signed. Choose the newer one in the settings.',
  'signing.needs-signers':
    'Others still have to sign this in the wallet. When they have, it goes to the network by itself and shows here as your enrollment.',
  'signing.interrupted': 'The browser stopped in the middle.',
  'signing.old-transaction':
    'What came back is an older transaction, which is no answer to this request.',
  'signing.not-comparable':
    'Not everything about what was sent can be read from the network, so it cannot be compared with what was asked. Check your wallet’s history.',
  'signing.high-fee': 'The transaction’s fee is far higher than usual.',
  'signing.sent.never': 'No wallet was asked, so nothing was sent. You can try again.',
  'signing.sent.looking': 'Whether your account has sent something is being looked up …',
  'signing.sent.nothing': 'Your account has sent nothing since then. You can try again.',
  'signing.sent.other':
    'Your account has sent something else since then, but not this. You can try again.',
  'signing.sent.unknown':
    'Whether your account has sent something cannot be looked up at the moment. Check your wallet’s history before you ask again.',

  'activity.created.title': '{action}: opening your wallet',
  'activity.created.text': 'Your wallet is about to open.',
  'activity.asking.title': '{action}: waiting for your wallet',
  'activity.asking.text': 'Look for its window. You can close this one: nothing is lost.',
  'activity.submitted.title': '{action}: sent',
  'activity.submitted.text':
    'Waiting for the next blocks. You can close this window: Twinstack keeps looking, and shows the result here.',
  'activity.ahead':
    'It comes after other transactions of your account that do not exist yet, and is not carried out before them.',
  'activity.high-fee.title': '{action}: look at its fee',
  'activity.high-fee.text':
    'This is what you asked for, but its fee is above {bound}, far more than the network usually takes. Your wallet has probably sent it: see whether it can still replace it with a lower fee.',
  'activity.fee-accepted': 'The fee is fine',
  'activity.confirmed.title': '{action}: done',
  'activity.confirmed.enroll':
    'You are enrolled from the next cycle on. You are told when a reward lands.',
  'activity.confirmed.opt-out':
    'You are opted out. The running cycle still pays if you were in it.',
  'activity.confirmed.change-reward-address':
    'The new reward address counts from the next cycle on.',
  'activity.confirmed.call': 'The call was carried out.',
  'activity.aborted.title': '{action}: refused by the contract',
  'activity.aborted.post-condition':
    'It would have moved something that it must not move, so the network undid it. Only the network fee was spent. Open the transaction to see what, before you sign it again.',
  'activity.aborted.unknown':
    'The contract gave no reason that can be read. Only the network fee was spent. Open the transaction to learn more.',
  'activity.undone.title': '{action}: not carried out',
  'activity.aborted.run-time':
    'The contract stopped at a run-time error. Nothing was moved; only the network fee was spent. Open the transaction to learn more before you sign it again.',
  'activity.aborted.skipped':
    'The network took it into a block without running it. The fee is spent, and nothing else has happened; you can sign it again.',
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
    'No host knows it any more, but it may come back. Look into your wallet’s history before you try again.',
  'activity.replaced.title': '{action}: replaced',
  'activity.replaced.text':
    'Another transaction of this account took its place. If you did not send that one, look into your wallet’s history.',
  'activity.depth': 'Its block is {blocks} deep.',
  'activity.doubt':
    'Your account has used this transaction’s number for another one, so it will hardly be carried out any more. Look into your wallet’s history before you sign again.',
  'activity.unknown-state':
    'The network calls its state “{state}”, which this version does not know. Open the transaction to learn more.',
  'activity.failed.title': '{action}: no transaction came back',
  'activity.refused.title': '{action}: stopped for your safety',
  'activity.broadcast.pending': 'What the wallet sent is waiting for a block.',
  'activity.broadcast.confirmed': 'What the wallet sent was carried out.',
  'activity.broadcast.aborted': 'What the wallet sent was refused by its contract.',
  'activity.broadcast.post-condition':
    'What the wallet sent was undone, because it would have moved something that it must not move.',
  'activity.broadcast.run-time':
    'What the wallet sent stopped at a run-time error. It moved nothing.',
  'activity.broadcast.skipped':
    'What the wallet sent is in a block, but was never run. Only its fee is spent.',
  'activity.broadcast.dropped': 'What the wallet sent was dropped by the network.',
  'activity.broadcast.replaced': 'What the wallet sent was replaced by another transaction.',
  'activity.fee': 'Fee {fee}',
  'activity.nonce': 'nonce {nonce}',
  'activity.retry': 'Try again',
  'activity.dismiss': 'Dismiss',
  'activity.transaction': 'Transaction',
  'activity.since': 'For {time} now.',
} as const satisfies Section
