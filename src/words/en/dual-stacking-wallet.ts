import type { Section } from '../message.ts'

/** What the embeddable calculator says around a wallet: loaded with its buttons. */
export const dualStackingWallet = {
  enroll: 'Enroll with wallet',
  optOut: 'Opt out',
  change: 'Change reward address',
  rewardAddress: 'Reward address (your own, if left empty)',
  waiting: 'Look at your wallet … Nothing of yours moves. It counts from the next cycle on.',
  connecting: 'Looking for your wallet …',
  checking: 'Signed. Checking what the network got …',
  submitted: 'Sent. Waiting for the network …',
  stop: 'End the wait',
  looking: 'Looking whether your account has sent something …',
  found: 'This had been sent already. It is followed now.',
  highFee: 'Look at its fee: it is far higher than the network usually takes.',
  'sent.nothing': 'Your account has sent nothing since; you can try again.',
  'sent.other': 'Your account has sent something else since, not this; you can try again.',
  'sent.unknown':
    'Whether your account has sent something cannot be looked up now: see your wallet’s history before you try again.',
  confirmed: 'Confirmed.',
  undone: 'The block with it was undone. Waiting for another one …',
  landed: 'A reward of {sats} landed.',
  'problem.own': 'This is the contract itself. Choose another address.',
  'problem.no-wallet':
    'No Stacks wallet was found in this browser. Install Leather or Xverse, then try again.',
  'problem.rejected': 'The wallet says that you declined.',
  'problem.stopped': 'You ended the wait. If the wallet’s window is still open, close it.',
  'problem.old': 'What came back is an older transaction, no answer to this.',
  'problem.cannot-look':
    'Whether this was sent before cannot be looked up now, so the wallet is not asked again. See your wallet’s history, or try later.',
  'problem.wallet': 'The wallet could not do it.',
  'problem.mismatch':
    'The wallet answered with another transaction than was asked. Check your wallet’s history.',
  'problem.failed': 'The network refused the transaction: {reason}',
  'problem.framed': 'Wallets do not work inside frames: the page to sign opens in a new tab.',
  'problem.covered': 'Something covers this button or has just moved it. Press it again.',
  'problem.unseen':
    'The network has not seen the transaction yet. Look into your wallet’s history before you try again.',
  'problem.already-enrolled': 'This address is enrolled already. There is nothing to sign.',
  'problem.not-enrolled': 'This address is not enrolled. There is nothing to sign.',
  'problem.below-minimum': 'Enrolling needs {minimum}; this address has {have}.',
  'problem.too-little': 'Enrolling needs more sBTC than this address has.',
  'problem.blacklisted': 'The contract’s admin has blacklisted this address: it cannot enroll.',
  'problem.closed': 'This contract takes no enrollments any more: choose another network.',
  'problem.unread': 'The network cannot be read now, so nothing is signed. Try again later.',
  'problem.address': 'This is not an address of this network.',
  'problem.aborted':
    'The contract refused the transaction and gave no reason that can be read. Only the network fee was spent.',
  'problem.post-condition':
    'It would have moved something that it must not move, so the network undid it. Only the network fee was spent. Look it up in an explorer before you sign again.',
  'problem.run-time':
    'The contract stopped at a run-time error. Only the network fee was spent. Look it up in an explorer before you sign again.',
  'problem.skipped':
    'The network took the transaction into a block without running it. The fee is spent, and nothing else has happened; you can sign again.',
  'problem.unknown':
    'The network calls the transaction’s state “{state}”. Look it up in an explorer.',
  'problem.doubt':
    'This account has used the transaction’s number for another one. Look into your wallet’s history before you sign again.',
  'problem.waiting':
    'It has waited for a block for a long time. Look into your wallet’s history before you sign again.',
  'problem.dropped':
    'The network dropped the transaction, usually because of a low fee. Nothing was spent; try again.',
  'problem.replaced':
    'Another transaction of this account took its place. Look into your wallet’s history.',
} as const satisfies Section
