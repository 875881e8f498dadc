import type { Section } from '../message.ts'

/** The embeddable pool's sentences that need a wallet: loaded with its buttons. */
export const hyperstakingWallet = {
  connect: 'Connect wallet',
  connected: 'Connected: {account}',
  disconnect: 'Disconnect',
  deposit: 'Deposit',
  withdraw: 'Withdraw',
  withdrawAll: 'Withdraw all',
  claim: 'Claim',
  waiting: 'Confirm in your wallet…',
  checking: 'Checking with the network…',
  moves:
    'Sends {amount} DUSK from your account to {pool}. Network fee: at most {gas} DUSK; a failed call costs all of it.',
  gets: 'You receive {amount} DUSK from {pool}. Network fee: at most {gas} DUSK; a failed call costs all of it.',
  signs: 'You sign: contract {contract}, function {method}.',
  signsAccount: 'This permanently names {account} as your referrer.',
  conflict:
    'Two wallets respond under one identity, so neither can be used. Disable one, then reload the page.',
  fee: '{fee} DUSK of it is the pool’s fee.',
  feePublished: '{fee} DUSK of it is the pool’s fee, as published by its operators.',
  risk: 'The network can disable contract calls: once, for about four weeks, nobody could withdraw. If a provisioner is slashed, everyone in the pool shares the loss. The pool is run by a third party.',
  notExact:
    'No known reason for this call to fail. The pool’s source is not public, so it still may.',
  confirm: 'Continue in wallet',
  understood: 'I understand, continue',
  cancel: 'Cancel',
  submitted: 'Sent. Waiting for the network…',
  executed: 'Included in a block. Waiting for finality…',
  confirmed: 'Finalized.',
  landed: 'Pool reward: your share is about {lux} DUSK.',
  walletGone: 'The wallet now shows a different account or network. Connect again.',
  stop: 'Stop waiting',
  looking: 'Checking whether your account has sent something…',
  found: 'This was already sent. Its result will appear here.',
  signer:
    'This account needs to sign: {account}. If the wallet’s window shows a different one, cancel there and choose this one in the wallet.',
  requestedBy: 'The wallet shows {host} as the requester: the page you are on.',
  highFee:
    'This is what you requested, but it may cost up to {fee} DUSK, far more than announced. Your wallet has probably sent it: check whether it can still replace it with a lower fee.',
  feeAccepted: 'The fee is fine',
  'sent.never': 'No signature was requested, so nothing was sent.',
  'sent.nothing': 'Your account has sent nothing since. You can try again.',
  'sent.other': 'Your account has sent something else since, but not this. You can try again.',
  'sent.unknown':
    'Could not check whether your account has sent something. Check your wallet’s history before you try again.',
  'problem.amount': 'Enter an amount first.',
  'problem.no-wallet':
    'No Dusk wallet was found in this browser. Install one, reload the page, then try again.',
  'problem.wrong-network': 'The wallet is on another network. Switch it there, then try again.',
  'problem.wrong-account': 'The wallet uses another account. Switch it there, then try again.',
  'problem.rejected': 'The wallet says that you declined.',
  'problem.wallet': 'The wallet failed.',
  'problem.closed': 'The wallet’s window was closed before it responded.',
  'problem.stopped': 'You stopped waiting. Close the wallet’s window if it is still open.',
  'problem.locked':
    'The wallet is locked, not set up, or not connected to this page. Unlock it there.',
  'problem.gone': 'The wallet is no longer in this page. Reload the page.',
  'problem.unreadable': 'The wallet’s response could not be read.',
  'problem.old': 'The wallet returned an older transaction, not one for this request.',
  'problem.cannot-look':
    'Could not check whether this was already sent, so the wallet is not asked again. Check your wallet’s history, or try again later.',
  'problem.unseen':
    'The network does not show the transaction. Check your wallet’s history before you try again.',
  'problem.not-comparable':
    'The network does not show enough of the transaction to compare it with your request. Check your wallet’s history before you try again.',
  'problem.shows-other':
    'The wallet now shows {shown} on this page, but {account} needs to sign. Choose that one in the wallet.',
  'problem.other-account':
    'The wallet signed with another account, {signed}. The call is for that one, not for {account}.',
  'problem.mismatch':
    'The wallet sent a different transaction from the one requested. Check its history.',
  'problem.framed': 'Wallets do not work inside frames: the page opens in a new tab.',
  'problem.covered':
    'This button was covered or has just moved. Click it again once it is fully visible.',
  'problem.network': 'The network did not respond. Your entries are still used.',
  'problem.no-pool': 'There is no such pool on this network.',
  'problem.account': 'Not a Dusk account.',
} as const satisfies Section
