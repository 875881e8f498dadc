import type { Section } from '../message.ts'

/** Accounts, connecting, the three actions and their forms. */
export const forms = {
  'accounts.switch': 'Switch account',
  'accounts.title': 'Accounts',
  'accounts.wallet': 'Connected wallet',
  'account.multisig': 'Multi-signature account',
  'account.contract': 'Contract account',
  'accounts.watchOnly': 'Watch-only',
  'accounts.rename': 'Rename',
  'accounts.name': 'Name for this address',
  'accounts.saveName': 'Save',
  'accounts.otherNetwork.title': 'Address on another network',
  'accounts.otherNetwork':
    'This address does not exist on {network}, the network selected in Settings. Connect a wallet for that network, or switch account.',
  'accounts.forget': 'Remove',
  'accounts.forgetNote': 'Removing an address only affects this browser. It does not opt you out.',
  'accounts.watch': 'Watch this address',
  'accounts.watchLabel': 'Watch any address',
  'accounts.watchHint': 'See its boost and rewards without a wallet. Signing needs the wallet.',

  'connect.wallet': 'Connect wallet',
  'connect.looking': 'Looking for a wallet…',
  'connect.waiting-tab': 'One more click',
  'connect.waiting-tab.text':
    'Wallets open only on web pages. Go to the signing page in the other tab and click the Twinstack icon there.',
  'connect.choose-wallet': 'Choose a wallet',
  'connect.conflict':
    'Two wallets respond under this identity, so neither can be used. Disable one of them, then reload the page.',
  'connect.asking': 'Waiting for your wallet',
  'connect.choose-account': 'Choose an account',
  'connect.failed': 'Not connected',

  'address.reward': 'Reward address',
  'address.copy': 'Copy address',
  'address.copied': 'Copied',
  'address.notCopied':
    'Not copied. Select it and copy it yourself: this browser does not allow copying here.',
  'address.known': 'You have used this address before.',
  'address.compare':
    'You have not used this address before. Check every group against the source you copied it from.',
  'address.multisig': 'This is a multi-signature address.',
  'address.contract':
    'This is a contract. Only its code can move what it receives, so make sure it can.',
  'address.lookalike':
    'Warning: this starts and ends like an address you use, but it is a different one. This is a known scam (address poisoning).',
  'address.empty': 'Enter an address.',
  'address.not-a-principal':
    'This is not a Stacks address. Stacks addresses start with SP or SM, on test networks with ST or SN.',
  'address.bad-checksum': 'Invalid address: the checksum does not match. Check for a typo.',
  'address.bad-contract-name': 'The contract name after the dot is not valid.',
  'address.wrong-network': 'This address is for a different network.',
  'address.bitcoin-address':
    'This is a Bitcoin address. sBTC is on Stacks: enter a Stacks address.',
  'address.name':
    'Names (BNS) are not supported, because a wrong lookup would misdirect your rewards. Enter the full address.',

  'action.enroll': 'Enroll',
  'action.enroll.again': 'Enroll again',
  'action.opt-out': 'Opt out',
  'action.change-reward-address': 'Change reward address',
  'action.call': 'Contract call',
  'action.checkAgain': 'Retry',

  'input.amount-empty': 'Enter an amount.',
  'input.amount-not-a-number': 'Enter a number.',
  'input.amount-too-precise': 'Too many decimal places.',
  'input.amount-too-large': 'More than the total supply.',
  'input.web-address': 'Enter web addresses that start with https://',
} as const satisfies Section
