import type { Section } from '../message.ts'

/** Which account has to sign, what its wallet's window shows, and what another account did. */
export const signer = {
  'signing.stopped':
    'You stopped waiting. Close the wallet’s window if it is still open: anything you approve there is still sent, and appears here.',

  'window.title': 'What your wallet’s window shows',
  'window.account': 'Signs',
  'window.network': 'Network',
  'window.function': 'Function',
  'window.deploys': 'Deploys',
  'window.contract': 'Contract',
  'window.moves': 'Transfers',
  'window.moves.nothing': 'None, only the network fee.',
  'window.moves.sats':
    '{sats}. A wallet that does not know the token shows “{raw}” of something else, such as “SBT”.',
  'window.moves.bounded': 'Only what the post-conditions allow.',
  'window.from': 'Requested by',
  'window.from.host': '{host}: the web page it opens on, not Twinstack.',
  'window.from.page': 'The web page it opens on, not Twinstack.',
  'window.other':
    'The wallet chooses the account. If it shows a different one, cancel there and choose this one in the wallet.',
  'window.ledger':
    'The key is on a Ledger: enable blind signing in its Stacks app, version 0.26.19 or later.',
  'window.ledger.hint':
    'With a Ledger, enable blind signing in its Stacks app, version 0.26.19 or later.',

  'activity.asking.address':
    'It opens twice: first for your account on this page, which must be the one below, then to sign.',
  'activity.asking.none': 'If no wallet window is open, stop waiting and try again.',
  'activity.stop': 'Stop waiting',
  'activity.switch': 'Continue with that account',
  'activity.signed': 'Signed',
  'activity.answered': 'In the wallet',
  'activity.needed': 'Needed to sign',
  'activity.shows-other.title': '{action}: the wallet has another account',
  'activity.shows-other.text':
    'On this page the wallet has a different account from the one needed to sign, so it was not asked. Choose the right account in the wallet and try again, or continue with the account it has.',
  'activity.other-account.title': '{action}: another account signed',
  'activity.other-account.pending':
    'The wallet signed with another account. The call is pending for that account, not for the one needed to sign.',
  'activity.other-account.enroll':
    'The wallet signed with another account, which is now enrolled. Nothing has changed for the one needed to sign.',
  'activity.other-account.opt-out':
    'The wallet signed with another account, which has now opted out. Nothing has changed for the one needed to sign. To undo it, continue with that account and enroll it.',
  'activity.other-account.change-reward-address':
    'The wallet signed with another account, whose reward address has now changed. Nothing has changed for the one needed to sign.',
  'activity.other-account.call':
    'The wallet signed with another account, and the call succeeded for it, not for the one needed to sign.',
  'activity.other-account.aborted':
    'The wallet signed with another account, and the call failed on-chain: that account only spent the network fee. Nothing has changed for the one needed to sign.',
  'activity.other-account.dropped':
    'The wallet signed with another account, and the network dropped that transaction. Nothing has changed for the one needed to sign.',
  'activity.other-account.replaced':
    'The wallet signed with another account, and another transaction replaced that one. Nothing has changed for the one needed to sign.',
} as const satisfies Section
