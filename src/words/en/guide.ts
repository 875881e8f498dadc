import type { Section } from '../message.ts'

/** The page that a new user is welcomed with; loaded by that page alone. */
export const guide = {
  'guide.title': 'Earn sBTC on your sBTC',
  'guide.lead':
    'Dual Stacking pays you sBTC for holding sBTC, and more when you also stack STX. This page explains it in a minute, and you can try it without a wallet.',
  'guide.how': 'How it works',
  'guide.cycle': 'One cycle, about two weeks',
  'guide.cycle.label': 'Fourteen snapshots over the cycle, then golden ratio, weights and payment.',
  'guide.cycle.snapshots':
    '14 snapshots over the cycle record your sBTC and stacked STX. Holding through all of them earns the most.',
  'guide.cycle.ratio':
    'The golden ratio is set: the STX-per-BTC level that 95% of enrolled sBTC is at or below. Reach it and you have the full boost.',
  'guide.cycle.payment':
    'The reward pool is split by weight: your sBTC × your boost. It arrives as sBTC; there is nothing to claim.',
  'guide.questions': 'Before you start',
  'guide.enough': 'Is it worth it?',
  'guide.enough.text':
    'Enter what you hold under “Try it”. With no STX the boost is 1×, and the first STX you stack add the most, because the boost grows with the square root. Twinstack always shows the cheapest next step, your APR, and whether the pool or the cap limits it.',
  'guide.try': 'Can I just try it?',
  'guide.try.text':
    'Yes. Enrolling costs a network fee and moves nothing: your sBTC and STX stay in your wallet, and you can opt out at any time. A cycle pays only those who were enrolled when it began.',
  'guide.account': 'Can I use another account, or several?',
  'guide.account.text':
    'Each address enrolls separately. Follow as many as you like, with a wallet or watch-only, and switch in one click. Rewards can go to a different address from the one that earns them.',
  'guide.wrong': 'What can go wrong?',
  'guide.wrong.text':
    'APR depends on the pool and on everyone’s holdings, so it changes. Selling sBTC during a cycle lowers that cycle’s reward. A payment can be late until someone runs the cycle’s steps; anyone can, including you, in the console. Dual Stacking itself locks nothing; STX you stack are locked by Stacking, as usual.',
  'guide.permissions': 'Permissions, and why',
  'guide.permissions.lead':
    'Twinstack asks for the minimum. Site access is requested only when it is needed.',
  'guide.permission.storage': 'Keep data in this browser',
  'guide.permission.storage.why':
    'Your settings, the addresses you follow and the latest readings, kept only in this browser. To read balances, your public addresses are sent to the API you choose.',
  'guide.permission.notifications': 'Show notifications',
  'guide.permission.notifications.why':
    'To tell you when a reward arrives, plus anything else you turn on here.',
  'guide.permission.alarms': 'Check in the background every few minutes',
  'guide.permission.alarms.why': 'To look for new rewards on-chain.',
  'guide.permission.tab': 'Use the current tab when you click the icon',
  'guide.permission.tab.why':
    'Wallets run inside web pages, so this is how Twinstack reaches yours. Other tabs are never touched.',
  'guide.permission.menu': 'Add a right-click menu item',
  'guide.permission.menu.why': '“Show Twinstack on this page” (or Alt+Shift+Y).',
  'guide.permission.sites': 'Site access: not requested now',
  'guide.permission.sites.why':
    'Only the console asks, when you sign from it in a tab that you choose. The browser shows you which site.',
  'guide.tell': 'Notify me about',
  'guide.lead.staking':
    'Bitcoin Staking pays you sBTC for locking STX, twice in each two-week cycle. Twinstack shows what it would pay, signs with your own wallet, and tells you when there is something to claim.',
  'guide.start': 'Start in three steps',
  'guide.step.pin': 'Pin Twinstack.',
  'guide.step.pin.more': 'Click the puzzle piece in the toolbar, then the pin next to Twinstack.',
  'guide.step.page': 'Open any website.',
  'guide.step.page.more': 'Wallets work only on web pages.',
  'guide.step.page.open': 'Open the signing page',
  'guide.step.connect': 'Connect your wallet.',
  'guide.step.connect.more': 'Click the Twinstack icon there, then “{connect}”.',
  'guide.step.done': 'done',
  'guide.start.watch': 'Or just watch an address:',
  'guide.watching': 'Now watching {address}. Click the Twinstack icon to see it.',
  'guide.console': 'For operators: the console',
} as const satisfies Section
