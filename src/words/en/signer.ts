import type { Section } from '../message.ts'

/** Which account has to sign, what its wallet's window shows, and what another account did. */
export const signer = {
  'signing.stopped':
    'You ended the wait. If the wallet’s window is still open, close it: what you approve there is sent all the same, and shows here.',

  'window.title': 'What your wallet’s window shows',
  'window.account': 'Signs',
  'window.function': 'Function',
  'window.deploys': 'Deploys',
  'window.contract': 'Contract',
  'window.moves': 'Transfers',
  'window.moves.nothing': 'None, only the network fee.',
  'window.moves.sats':
    '{sats}. A wallet that does not know the token shows “{raw}” of something else, such as “SBT”.',
  'window.moves.bounded': 'Only what the post-conditions say.',
  'window.from': 'Requested by',
  'window.from.host': '{host}: the web page that it opens on, not Twinstack.',
  'window.from.page': 'The web page that it opens on, not Twinstack.',
  'window.other':
    'The wallet chooses the account. If it shows another one than this, cancel there and choose this one in the wallet.',
  'window.ledger':
    'The key is on a Ledger: switch on blind signing in its Stacks app, version 0.26.19 or later.',
  'window.ledger.hint':
    'With a Ledger, switch on blind signing in its Stacks app, version 0.26.19 or later.',

  'activity.asking.address':
    'It opens twice: first for your account on this page, which must be the one below, then to sign.',
  'activity.asking.none': 'If no window of the wallet is open, end the wait and try again.',
  'activity.stop': 'End the wait',
  'activity.switch': 'Continue with that account',
  'activity.signed': 'Signed',
  'activity.answered': 'In the wallet',
  'activity.needed': 'Has to sign',
  'activity.shows-other.title': '{action}: the wallet has another account',
  'activity.shows-other.text':
    'On this page the wallet has another account than the one that has to sign, so it was not asked to. Choose the right account in the wallet and try again, or continue with the account that it has.',
  'activity.other-account.title': '{action}: another account signed',
  'activity.other-account.pending':
    'The wallet signed with another account. The call is on its way for that account, not for the one that had to sign.',
  'activity.other-account.enroll':
    'The wallet signed with another account, which is enrolled now. Nothing has changed for the one that had to sign.',
  'activity.other-account.opt-out':
    'The wallet signed with another account, which is opted out now. Nothing has changed for the one that had to sign. To undo it, continue with that account and enroll it.',
  'activity.other-account.change-reward-address':
    'The wallet signed with another account, whose reward address is changed now. Nothing has changed for the one that had to sign.',
  'activity.other-account.call':
    'The wallet signed with another account, and the call was carried out for it, not for the one that had to sign.',
  'activity.other-account.aborted':
    'The wallet signed with another account, and the contract refused that: only the network fee was spent, by that account. Nothing has changed for the one that had to sign.',
  'activity.other-account.dropped':
    'The wallet signed with another account, and the network dropped that transaction. Nothing has changed for the one that had to sign.',
  'activity.other-account.replaced':
    'The wallet signed with another account, and another transaction took that one’s place. Nothing has changed for the one that had to sign.',
} as const satisfies Section
