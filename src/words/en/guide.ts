import type { Section } from '../message.ts'

/** The page that a new user is welcomed with; loaded by that page alone. */
export const guide = {
  'guide.title': 'Earn sBTC on your sBTC',
  'guide.lead':
    'Dual Stacking pays you in bitcoin for holding sBTC, and more of it when you also stack STX. This page explains it in a minute. You can try everything here without a wallet.',
  'guide.how': 'How it works',
  'guide.cycle': 'One cycle, about two weeks',
  'guide.cycle.label':
    'Fourteen snapshots through the cycle, then golden ratio, weights and payment.',
  'guide.cycle.snapshots':
    '14 snapshots through the cycle count your sBTC and stacked STX: holding on is what counts.',
  'guide.cycle.ratio':
    'The golden ratio is found: the STX per BTC that 95 % of the enrolled sBTC does not exceed. It is where the boost ends.',
  'guide.cycle.payment':
    'The pool is shared out by weight: your sBTC times your boost. It arrives as sBTC, without a claim.',
  'guide.questions': 'Before you start',
  'guide.enough': 'Is it worth it?',
  'guide.enough.text':
    'Type what you have into “Try it”. Without STX the boost is 1×; the first STX add most, as the boost rises with the square root. Twinstack always shows the cheapest next step, the yearly rate, and whether pool or cap limits it.',
  'guide.try': 'Can I just try it?',
  'guide.try.text':
    'Yes. Enrolling costs a network fee and moves nothing: your sBTC and STX stay in your wallet, and you can opt out at any time. A cycle pays only those who were enrolled when it began.',
  'guide.account': 'Can I use another account, or several?',
  'guide.account.text':
    'Every address enrolls for itself. Twinstack follows as many as you like, with a wallet or watching only, and you switch with one press. Rewards may go to another address than the one that earns them.',
  'guide.wrong': 'What can go wrong?',
  'guide.wrong.text':
    'Rates follow the pool and everybody’s holdings, so they change. Selling your sBTC during a cycle lowers its payment. A payment can be late until somebody runs the cycle’s steps: anybody can, also you, in the console. Dual Stacking itself locks nothing; STX that you stack are locked by stacking, as always.',
  'guide.permissions': 'What Twinstack may do, and why',
  'guide.permissions.lead':
    'It asks for the least. Access to a site is asked for only at the moment it is needed.',
  'guide.permission.storage': 'Keep data in this browser',
  'guide.permission.storage.why':
    'Your settings, addresses and what was read. None of it leaves the browser.',
  'guide.permission.notifications': 'Show notifications',
  'guide.permission.notifications.why':
    'To tell you when a reward lands, and what else you choose on this page.',
  'guide.permission.alarms': 'Wake up every few minutes',
  'guide.permission.alarms.why': 'To look at the chain for your rewards.',
  'guide.permission.tab': 'Use the page in front when you press its button',
  'guide.permission.tab.why':
    'Wallets live in web pages: this is how yours is asked. Pages that you did not choose are never touched.',
  'guide.permission.menu': 'An entry in the menu',
  'guide.permission.menu.why': '“Show Twinstack on this page”, also by Alt+Shift+Y.',
  'guide.permission.sites': 'Access to a site: not asked for now',
  'guide.permission.sites.why':
    'Only the console asks, when you sign from it in a tab that you pick. The browser shows you which site.',
  'guide.tell': 'Tell me when',
  'guide.start': 'Start',
  'guide.start.wallet':
    'With your wallet: open any web page, press the Twinstack button in the toolbar, then “{connect}”.',
  'guide.start.pin': 'No button there? Open the toolbar’s puzzle piece and pin Twinstack.',
  'guide.start.watch': 'Or just watch an address:',
  'guide.watching': 'You are watching {address}. Press the Twinstack button to see it.',
  'guide.console': 'For operators: the console',
} as const satisfies Section
