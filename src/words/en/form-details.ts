import type { Section } from '../message.ts'

/** What forms ask for, do and refuse: loaded after the first paint. */
export const formDetails = {
  'effects.does': 'What it does',
  'effects.moves': 'What it moves',
  'effects.counts': 'From when',
  'effects.costs': 'What it costs',
  'effects.nothing': 'Nothing.',
  'effects.nothingMore': 'Your sBTC and STX stay in your wallet, unlocked as before.',
  'effects.fee': 'A network fee in STX. Your wallet shows it before you sign.',
  'effects.fromCycle': 'From cycle {cycle} on. It starts in {blocks}, ~{time}.',
  'effects.fromCycleDue': 'From cycle {cycle} on, which is due to start.',
  'effects.firstPayment': 'Its payment comes about {day}.',
  'effects.nextCycle': 'From the next cycle on.',

  'enroll.title': 'Enroll in Dual Stacking',
  'enroll.does':
    'It records your address, so that every snapshot of coming cycles counts your sBTC and stacked STX.',
  'enroll.stays':
    'You stay enrolled cycle after cycle until you opt out, which you can do at any time.',
  'enroll.elsewhere': 'Pay rewards to another address',
  'enroll.submit': 'Enroll with wallet',

  'change.title': 'Change reward address',
  'change.now': 'Rewards go to',
  'change.does':
    'It sends your future rewards to the new address. Your sBTC is still counted where it is.',
  'change.final': 'Rewards that were paid to a wrong address cannot be called back.',
  'change.submit': 'Sign the change',

  'optOut.title': 'Opt out',
  'optOut.does': 'It removes your address from coming cycles.',
  'optOut.counts':
    'Cycle {cycle} still counts and pays as if nothing had happened. From cycle {next} on you earn nothing.',
  'optOut.countsNext': 'From cycle {next} on you earn nothing.',
  'optOut.stays': 'You can enroll again at any time; it counts from the cycle after that.',
  'optOut.submit': 'Opt out with wallet',
  'optOut.stay': 'Stay enrolled',

  'blocker.below-minimum': 'Enrolling needs {minimum}. This address has {have}: add {missing}.',
  'blocker.blacklisted': 'The contract’s admin has blacklisted this address: it cannot enroll.',
  'blocker.already-enrolled': 'This address is enrolled already. There is nothing to do.',
  'blocker.minimum-not-met': 'This address holds too little sBTC to enroll, says the contract.',
  'blocker.ended': 'This programme has ended: enrolling would only cost a fee.',
  'blocker.superseded':
    'This contract has been replaced by a newer one. Choose the newer one in the settings.',
  'blocker.no-user-calls': 'This contract takes no calls from holders.',
  'blocker.unknown-contract': 'This contract is not known, so nothing is signed for it.',
  'blocker.inactive-network':
    'This contract can no longer run its cycles on this network: a call would only cost a fee.',
  'blocker.no-fee': 'This address has no unlocked STX to pay the network fee with.',
  'commands.no-account': 'Connect a wallet first.',
  'commands.not-a-principal': 'This is not a Stacks address.',
  'commands.other-network': 'This address belongs to another network.',
  'commands.already-enrolled': 'This address is enrolled already.',
  'commands.not-enrolled': 'This address is not enrolled.',
  'commands.blacklisted': 'The contract’s admin has blacklisted this address.',
  'commands.below-minimum': 'There is less sBTC than enrolling needs.',
  'commands.same-reward-address': 'Rewards go to this address already.',
  'commands.own-contract':
    'This is the Dual Stacking contract itself: what it pays there is lost to you. Choose another address.',
  'commands.minimum-not-met': 'This address holds too little sBTC to enroll, says the contract.',
  'commands.not-writable': 'Nothing can be signed for this contract.',
  'commands.already-asking': 'Your wallet is being asked already. Answer there first.',
  'commands.already-sent':
    'This had been sent, although the wallet gave no answer. It is followed now: look at it before you ask again.',
  'commands.cannot-look':
    'The network does not tell at the moment whether your last request was sent, so nothing is asked a second time. Try again later, or check your wallet’s history and dismiss that request.',
  'commands.unknown-intent': 'This request is no longer known. Start it again.',
  'commands.bad-settings': 'These settings do not fit together. Nothing was changed.',
  'commands.newer-data': 'The stored data is from a newer version of Twinstack: please update.',
  'commands.not-understood':
    'Twinstack was updated while this window was open. Close it and open it again.',
  'commands.no-tab':
    'Open any web page (https) and press the Twinstack button there: wallets only open on web pages.',
  'commands.no-answer':
    'Twinstack’s background did not answer. Try again; if that does not help, restart the browser.',
} as const satisfies Section
