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
  'problem.amount': 'Type an amount first.',
  'problem.no-wallet':
    'No Dusk wallet was found in this browser. Install one, reload the page, then try again.',
  'problem.wrong-network': 'The wallet is on another network. Switch it there, then try again.',
  'problem.wrong-account': 'The wallet uses another account. Switch it there, then try again.',
  'problem.rejected':
    'The wallet says that you declined. Look at its history before you try again.',
  'problem.wallet': 'The wallet could not do it. Look at its history before you try again.',
  'problem.mismatch':
    'The wallet sent another transaction than was asked. Check your wallet’s history.',
  'problem.framed': 'Wallets do not work inside frames: the page opens in a new tab.',
  'problem.covered': 'Something covers this button or has just moved it. Press it again.',
  'problem.network': 'The network did not answer. What you typed still counts.',
  'problem.no-pool': 'There is no such pool on this network.',
  'problem.account': 'This is not an account of Dusk.',
} as const satisfies Section
