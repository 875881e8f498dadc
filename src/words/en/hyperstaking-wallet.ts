import type { Section } from '../message.ts'

/** The embeddable pool's sentences that need a wallet: loaded with its buttons. */
export const hyperstakingWallet = {
  deposit: 'Deposit',
  withdraw: 'Withdraw',
  withdrawAll: 'Withdraw all',
  claim: 'Claim',
  waiting: 'Look at your wallet …',
  checking: 'Checking with the network …',
  moves:
    'It moves {amount} DUSK from your account into {pool}. Network fee: at most {gas} DUSK; a call that fails costs all of it.',
  gets: 'You get {amount} DUSK from {pool}. Network fee: at most {gas} DUSK; a call that fails costs all of it.',
  signs: 'What is signed: contract {contract}, function {method}.',
  signsAccount: 'It names {account} as your referrer, for good.',
  conflict: 'Two wallets answer under one identity: neither can be used.',
  fee: 'Of it, {fee} DUSK is the pool’s fee.',
  feePublished: 'Of it, {fee} DUSK is the pool’s fee, as its operators have published it.',
  risk: 'A network can switch contract calls off: once, for about four weeks, nobody could leave a pool. When a provisioner is punished, everybody in the pool bears it. The pool is run by others.',
  notExact: 'Checked as far as is known: this pool’s source is not public, so it may still fail.',
  confirm: 'Open the wallet',
  understood: 'I know; open the wallet',
  cancel: 'Cancel',
  submitted: 'Sent. Waiting for the network …',
  executed: 'In a block. It counts for good once the block is final …',
  confirmed: 'Final.',
  landed: 'The pool earned a reward: about {lux} DUSK of it is yours.',
  walletGone: 'The wallet shows another account or network now. Connect again.',
  stop: 'End the wait',
  looking: 'Looking whether your account has sent something…',
  found: 'This had been sent already. It is followed now.',
  signer:
    'This account has to sign: {account}. If the wallet’s window shows another one, cancel there and choose this one in the wallet.',
  requestedBy: 'The wallet names {host} as who asks: the page that you are on.',
  highFee:
    'This is what you asked for, but it may cost up to {fee} DUSK, far more than was announced. Your wallet has probably sent it: see whether it can still replace it with a lower fee.',
  feeAccepted: 'The fee is fine',
  'sent.never': 'No signature was asked for, so nothing was sent.',
  'sent.nothing': 'Your account has sent nothing since; you can try again.',
  'sent.other': 'Your account has sent something else since, not this; you can try again.',
  'sent.unknown':
    'Whether your account has sent something cannot be looked up now: see your wallet’s history before you try again.',
  'problem.amount': 'Type an amount first.',
  'problem.no-wallet':
    'No Dusk wallet was found in this browser. Install one, reload the page, then try again.',
  'problem.wrong-network': 'The wallet is on another network. Switch it there, then try again.',
  'problem.wrong-account': 'The wallet uses another account. Switch it there, then try again.',
  'problem.rejected': 'The wallet says that you declined.',
  'problem.wallet': 'The wallet refused, or reported an error.',
  'problem.closed': 'The wallet’s window was closed before it answered.',
  'problem.stopped': 'You ended the wait. If the wallet’s window is still open, close it.',
  'problem.locked':
    'The wallet is locked, not set up, or not connected to this page. Unlock it there.',
  'problem.gone': 'The wallet is not in this page any more. Reload the page.',
  'problem.unreadable': 'The wallet’s answer could not be read.',
  'problem.old': 'What came back is an older transaction, no answer to this.',
  'problem.cannot-look':
    'Whether this was sent before cannot be looked up now, so the wallet is not asked again. See your wallet’s history, or try later.',
  'problem.unseen':
    'The network does not show the transaction. Look into your wallet’s history before you try again.',
  'problem.not-comparable':
    'The network does not tell enough of the transaction to compare it with what you asked for. Look into your wallet’s history before you try again.',
  'problem.shows-other':
    'The wallet shows {shown} on this page now, but {account} has to sign. Choose that one in the wallet.',
  'problem.other-account':
    'The wallet signed with another account, {signed}. It counts for that one, not for {account}.',
  'problem.mismatch':
    'The wallet sent another transaction than was asked. Check your wallet’s history.',
  'problem.framed': 'Wallets do not work inside frames: the page opens in a new tab.',
  'problem.covered': 'Something covers this button or has just moved it. Press it again.',
  'problem.network': 'The network did not answer. What you typed still counts.',
  'problem.no-pool': 'There is no such pool on this network.',
  'problem.account': 'This is not an account of Dusk.',
} as const satisfies Section
