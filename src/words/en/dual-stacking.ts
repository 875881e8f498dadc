import type { Section } from '../message.ts'

/** The figures, their reasons, what-if, and the first run. */
export const dualStacking = {
  'network.mainnet': 'Mainnet',
  'network.testnet': 'Testnet',
  'network.devnet': 'Local demo network',
  about: '~{amount}',
  upTo: 'up to ~{amount}',
  'unit.ratio': 'STX/BTC',

  'hero.label': 'Your boost and reward',
  'hero.of': '× of {most}',
  'hero.why': 'why this boost',
  'hero.whyMaybe': 'your boost if you enroll',
  'hero.payment.next': 'next payment',
  'hero.payment.first': 'first payment',
  'hero.payment.last': 'last payment',
  'hero.payment.maybe': 'est. per cycle',
  'hero.around': 'around {day}',
  'hero.in': '{blocks}, ~{time}',
  'hero.estimate': 'Estimate, using v2 rules',
  'hero.rate': 'est. APR',
  'hero.rates': '{low} to {high}',
  'hero.range': '1× to {most}',

  'why.noSbtc': 'no sBTC yet',

  'figures.missing': 'Why your boost is not shown',
  'figures.sats': 'Your sBTC',
  'figures.lockedMicroStx': 'Your stacked STX',
  'figures.goldenRatios': 'The golden ratio',
  'figures.multiplier': 'The contract’s multiplier',
  'figures.computing': 'Calculating…',
  'figures.failed': 'Could not calculate the figures. Close this window and reopen it.',

  'whatIf.title': 'What if you stack more?',

  'footer.watching': 'Watch-only. Connect this address’s wallet to enroll or make changes.',
  'footer.minimum': 'You need at least {minimum} of sBTC to enroll.',
  'footer.tooLittle': 'This address does not hold enough sBTC to enroll.',
  'link.stackStx': 'Stack STX',
  'link.getSbtc': 'Get sBTC',

  'welcome.title': 'Earn sBTC on your sBTC',
  'welcome.answer': 'About {low} a year on sBTC alone, up to {high} with enough STX stacked.',
  'welcome.minimum': 'From {minimum} of sBTC. In listed DeFi apps, sBTC always has the full boost.',
  'welcome.hold': 'Hold sBTC.',
  'welcome.hold.more': 'Enroll your address once. Nothing leaves your wallet.',
  'welcome.stack': 'Stack STX.',
  'welcome.stack.more': 'The more STX you stack per sBTC, the higher your boost, up to ten times.',
  'welcome.paid': 'Get paid.',
  'welcome.paid.more': 'Snapshots during each two-week cycle set your share, paid to you in sBTC.',
  'welcome.safe':
    'Twinstack never has your keys. It reads public data, and opens your wallet only when you click.',
  'welcome.more': 'How it works (1 min)',
  'welcome.watch': 'Watch an address',
} as const satisfies Section
