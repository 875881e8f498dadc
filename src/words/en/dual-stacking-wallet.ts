import type { Section } from '../message.ts'

/** What the embeddable calculator says around a wallet: loaded with its buttons. */
export const dualStackingWallet = {
  enroll: 'Enroll with wallet',
  optOut: 'Opt out',
  change: 'Change reward address',
  rewardAddress: 'Reward address (leave empty to use your own)',
  waiting: 'Confirm in your wallet… No assets move. Takes effect next cycle.',
  connecting: 'Looking for your wallet…',
  checking: 'Signed. Checking what the network received…',
  submitted: 'Sent. Waiting for the network…',
  stop: 'Stop waiting',
  looking: 'Checking whether your account has sent something…',
  found: 'This was already sent. Its result will appear here.',
  highFee: 'Check its fee: it is far higher than the network usually takes.',
  sponsored: 'Fee {fee}, paid by a sponsor.',
  signs: 'Signs: {account}',
  another: 'Use another account',
  shows:
    'Its window shows {host}, this page, as the requester and {function} as the function; nothing but the network fee is transferred. This account needs to sign: {account}. If it shows a different one, cancel there and choose this one in the wallet.',
  'sent.never': 'No signature was requested, so nothing was sent.',
  'sent.nothing': 'Your account has sent nothing since. You can try again.',
  'sent.other': 'Your account has sent something else since, but not this. You can try again.',
  'sent.unknown':
    'Could not check whether your account has sent something. Check your wallet’s history before you try again.',
  confirmed: 'Confirmed.',
  undone: 'Its block was undone. Waiting for another…',
  landed: 'Reward received: {sats}.',
  'problem.own': 'This is the contract itself. Choose another address.',
  'problem.no-wallet':
    'No Stacks wallet was found in this browser. Install Leather or Xverse, then try again.',
  'problem.rejected': 'The wallet says that you declined.',
  'problem.stopped': 'You stopped waiting. Close the wallet’s window if it is still open.',
  'problem.old': 'The wallet returned an older transaction, not one for this request.',
  'problem.cannot-look':
    'Could not check whether this was already sent, so the wallet is not asked again. Check your wallet’s history, or try again later.',
  'problem.wallet': 'The wallet failed.',
  'problem.other-network':
    'The wallet’s account is on another network. Switch it there, then try again.',
  'problem.wrong-account':
    'The wallet uses another account. Click again to connect with it, or switch it there.',
  'problem.other-account':
    'The wallet signed with another account, {signed}. The call is for that one, not for {account}.',
  'problem.window-closed': 'The wallet’s window was closed before it responded.',
  'problem.mismatch':
    'The wallet returned a different transaction from the one requested. Check your wallet’s history.',
  'problem.failed': 'The network rejected the transaction: {reason}',
  'problem.framed': 'Wallets do not work inside frames: the page to sign opens in a new tab.',
  'problem.covered':
    'This button was covered or has just moved. Click it again once it is fully visible.',
  'problem.unseen':
    'The network has not seen the transaction yet. Check your wallet’s history before you try again.',
  'problem.already-enrolled': 'This address is already enrolled. There is nothing to sign.',
  'problem.not-enrolled': 'This address is not enrolled. There is nothing to sign.',
  'problem.below-minimum': 'Enrolling needs {minimum}; this address has {have}.',
  'problem.too-little': 'Enrolling needs more sBTC than this address has.',
  'problem.blacklisted': 'The contract’s admin has blacklisted this address, so it cannot enroll.',
  'problem.closed': 'This contract no longer accepts enrollments.',
  'problem.unread': 'Could not load the network’s data, so nothing is signed. Try again later.',
  'problem.address': 'Enter an address on this network.',
  'problem.aborted':
    'The contract rejected the transaction without a readable reason. Only the network fee was spent.',
  'problem.post-condition':
    'A post-condition stopped it from moving assets it should not move. Only the network fee was spent. Look it up in an explorer before you sign again.',
  'problem.run-time':
    'The contract stopped at a run-time error. Only the network fee was spent. Look it up in an explorer before you sign again.',
  'problem.skipped':
    'The network included the transaction in a block without running it. The fee was spent and nothing else happened; you can sign again.',
  'problem.unknown':
    'The network calls the transaction’s state “{state}”. Look it up in an explorer.',
  'problem.doubt':
    'This account has used the transaction’s nonce for another one. Check your wallet’s history before you sign again.',
  'problem.waiting':
    'It has been pending for a long time. Check your wallet’s history before you sign again.',
  'problem.dropped':
    'The network dropped the transaction, usually because of a low fee. Nothing was spent; try again.',
  'problem.replaced':
    'Another transaction from this account replaced it. Check your wallet’s history.',
} as const satisfies Section
