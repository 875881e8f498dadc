import type { Section } from '../message.ts'

/** What forms ask for, do and refuse: loaded after the first paint. */
export const formDetails = {
  'effects.does': 'What it does',
  'effects.moves': 'What it moves',
  'effects.counts': 'Takes effect',
  'effects.costs': 'What it costs',
  'effects.nothing': 'Nothing.',
  'effects.nothingMore': 'Your sBTC and STX stay in your wallet. Nothing new is locked.',
  'effects.feeLast': 'A network fee in STX, last time {fee}. Your wallet shows it before you sign.',
  'effects.fee': 'A network fee in STX. Your wallet shows it before you sign.',
  'effects.fromCycle': 'From cycle {cycle}, which starts in {blocks} (~{time}).',
  'effects.fromCycleDue': 'From cycle {cycle}, which can start now.',
  'effects.firstPayment': 'It pays out around {day}.',
  'effects.nextCycle': 'From the next cycle.',

  'enroll.title': 'Enroll in Dual Stacking',
  'enroll.does':
    'Registers your address, so every snapshot in future cycles includes your sBTC and stacked STX.',
  'enroll.stays': 'You stay enrolled every cycle until you opt out. You can opt out at any time.',
  'enroll.elsewhere': 'Send rewards to a different address',
  'enroll.submit': 'Enroll with wallet',

  'change.title': 'Change reward address',
  'change.now': 'Rewards go to',
  'change.does':
    'Sends future rewards to the new address. Your sBTC still counts at your current address.',
  'change.final': 'Rewards sent to a wrong address cannot be recovered.',
  'change.submit': 'Change with wallet',

  'optOut.title': 'Opt out',
  'optOut.does': 'Removes your address from future cycles.',
  'optOut.counts': 'Cycle {cycle} still pays out as usual. From cycle {next} you earn nothing.',
  'optOut.countsNext': 'From cycle {next} you earn nothing.',
  'optOut.stays': 'You can enroll again at any time, effective from the following cycle.',
  'optOut.submit': 'Opt out with wallet',
  'optOut.stay': 'Stay enrolled',

  'blocker.below-minimum': 'Enrolling needs {minimum}. This address has {have}: add {missing}.',
  'blocker.blacklisted':
    'The contract’s admin has blacklisted this address, so it cannot enroll. Only the admin can change this.',
  'blocker.already-enrolled': 'This address is already enrolled. There is nothing to do.',
  'blocker.minimum-not-met': 'The contract reports too little sBTC at this address to enroll.',
  'blocker.closed': 'Enrollment has closed: enrolling would only cost a fee.',
  'blocker.ended': 'This program has ended: enrolling would only cost a fee.',
  'blocker.superseded':
    'A newer contract has replaced this one. Switch to the newer one in Settings.',
  'blocker.no-user-calls': 'This contract does not accept calls from holders.',
  'blocker.unknown-contract': 'Unrecognized contract, so nothing is signed for it.',
  'blocker.inactive-network':
    'This contract can no longer complete cycles on this network: a call would only cost a fee.',
  'blocker.no-fee': 'This address has no unlocked STX to pay the network fee.',
  'commands.no-account': 'Connect a wallet first.',
  'commands.not-a-principal': 'This is not a Stacks address.',
  'commands.other-network': 'This address is for a different network.',
  'commands.already-enrolled': 'This address is already enrolled.',
  'commands.not-enrolled': 'This address is not enrolled.',
  'commands.blacklisted': 'The contract’s admin has blacklisted this address.',
  'commands.below-minimum': 'Not enough sBTC to enroll.',
  'commands.same-reward-address': 'Rewards already go to this address.',
  'commands.own-contract':
    'This is the Dual Stacking contract itself: what it pays there is lost to you. Choose another address.',
  'commands.minimum-not-met': 'The contract reports too little sBTC at this address to enroll.',
  'commands.not-writable': 'Signing is off for this contract.',
  'commands.already-asking': 'A request is already open in your wallet. Finish it there first.',
  'commands.already-sent':
    'This was already sent, although the wallet did not respond. Twinstack now follows it: check it before you ask again.',
  'commands.cannot-look':
    'The network cannot say at the moment whether your last request was sent, so nothing is requested twice. Try again later, or check your wallet’s history and dismiss that request.',
  'commands.unknown-intent': 'This request has expired. Start again.',
  'commands.bad-settings': 'These settings conflict. Nothing was changed.',
  'commands.newer-data': 'The saved data is from a newer version of Twinstack. Please update.',
  'commands.not-understood':
    'Twinstack was updated while this window was open. Close it and reopen it.',
  'commands.staking-changed':
    'What the chain says has changed since this was shown. Look at it once more, then sign.',
  'commands.claim-waits':
    'This manager also pays what it has kept for you. Wait until the claim before is confirmed.',
  'commands.no-tab':
    'Open any website (https) and click the Twinstack icon there: wallets only open on web pages.',
  'commands.no-answer':
    'Twinstack’s background process did not respond. Try again, or restart your browser.',
} as const satisfies Section
