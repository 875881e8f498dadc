import type { Section } from '../message.ts'

/** Accounts, connecting, the three actions and their forms. */
export const forms = {
  'accounts.switch': 'Switch account',
  'accounts.title': 'Accounts',
  'accounts.wallet': 'Connected wallet',
  'account.multisig': 'Multi-signature account',
  'account.contract': 'Contract account',
  'accounts.watchOnly': 'Watching only',
  'accounts.rename': 'Rename',
  'accounts.name': 'Name for this address',
  'accounts.saveName': 'Save',
  'accounts.otherNetwork.title': 'An address of another network',
  'accounts.otherNetwork':
    'It does not exist on the network that is chosen in the settings: {network}. Connect a wallet of that network, or choose another account.',
  'accounts.forget': 'Forget',
  'accounts.forgetNote': 'Forgetting removes an address from this browser. It does not opt out.',
  'accounts.watch': 'Watch this address',
  'accounts.watchLabel': 'Watch any address',
  'accounts.watchHint': 'See its boost and rewards without its wallet. You cannot sign for it.',

  'connect.wallet': 'Connect wallet',
  'connect.looking': 'Looking for a wallet …',
  'connect.waiting-tab': 'One more click',
  'connect.waiting-tab.text':
    'Wallets only open on web pages. A signing page is open in a tab: press the Twinstack button there.',
  'connect.choose-wallet': 'Which wallet?',
  'connect.conflict': 'Two wallets answer under this identity: neither can be used.',
  'connect.asking': 'Waiting for your wallet',
  'connect.choose-account': 'Which account?',
  'connect.failed': 'Not connected',

  'address.reward': 'Reward address',
  'address.copy': 'Copy address',
  'address.copied': 'Copied',
  'address.known': 'You have used this address before.',
  'address.compare': 'New here: compare every group with where you got it from.',
  'address.multisig': 'This is a multi-signature address.',
  'address.contract':
    'This is a contract. Only its own code can spend what it receives: be sure that it can.',
  'address.lookalike':
    'Careful: it begins and ends like an address that you use, but it is another one. This is a known trick.',
  'address.empty': 'Enter an address.',
  'address.not-a-principal':
    'This is not a Stacks address. It starts with SP or SM, on test networks with ST or SN.',
  'address.bad-checksum': 'There is a typing error in this address: its checksum does not match.',
  'address.bad-contract-name': 'The contract name after the dot is not valid.',
  'address.wrong-network': 'This address belongs to another network.',
  'address.bitcoin-address':
    'This is a Bitcoin address. sBTC lives on Stacks: enter a Stacks address.',
  'address.name':
    'Names are not looked up, as a wrong answer would send your rewards away. Enter the address itself.',

  'action.enroll': 'Enroll',
  'action.opt-out': 'Opt out',
  'action.change-reward-address': 'Change reward address',
  'action.call': 'Contract call',
  'action.checkAgain': 'Check again',

  'input.amount-empty': 'Enter an amount.',
  'input.amount-not-a-number': 'This is not a number.',
  'input.amount-too-precise': 'This has more decimals than the unit.',
  'input.amount-too-large': 'This is more than there is.',
  'input.web-address': 'Enter web addresses that start with https://',
} as const satisfies Section
