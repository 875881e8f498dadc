import type { Section } from '../message.ts'

/** What the embeddable calculator says around a wallet, next to what both Stacks widgets say. */
export const bitcoinStakingWallet = {
  stake: 'Stake with wallet',
  claim: 'Claim rewards',
  cancel: 'Cancel',
  agree: 'I understand, open the wallet',
  reading: 'Loading your position…',
  signer: 'This account signs: {account}',
  through: 'Signer manager, set by this site: {manager}. Its fee now: {fee}.',
  viaPool:
    'This manager takes stakes through its own pool: your wallet shows the contract {pool}. The position is yours.',
  payer: 'Signer manager: {manager}.',
  unknownFee: 'unknown',
  waiting: 'Confirm in your wallet…',
  shows:
    'Its window shows {host}, this page, as the requester and {function} as the function; transfers: {moves} This account needs to sign: {account}. If it shows a different one, cancel there and choose this one in the wallet.',
  more: 'More can be claimed: click again for the next cycle.',
  'problem.no-manager': 'This site has set no signer manager to stake with.',
  'problem.amount': 'Enter how many STX to stake.',
  'problem.nothing': 'There is nothing to claim now.',
  'problem.changed': 'This has changed meanwhile. Click again to see it as it is now.',
} as const satisfies Section
