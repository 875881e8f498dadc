import type { Section } from '../message.ts'

/** Frame, navigation, status and cycle: what every surface shows. */
export const app = {
  'app.name': 'Twinstack',
  'panel.move': 'Move the panel: drag, or arrow keys',
  'panel.close': 'Close the panel',
  'panel.covered':
    'Something covers the panel, or what you pressed has just moved: nothing was done. Press again once nothing lies over it.',
  'nav.settings': 'Settings',
  'nav.sections': 'Sections',
  'nav.back': 'Back',
  'nav.cancel': 'Cancel',
  'nav.close': 'Close',
  'tab.dual': 'Dual Stacking',
  'tab.hyper': 'Hyperstaking',
  'tab.rewards': 'Rewards',
  blocks: { one: '{count} block', other: '{count} blocks' },

  'unknown.label': 'Not known. Show why',
  'unknown.not-read': 'Not read yet.',
  'unknown.not-yet':
    'The contract has not decided it yet: the first one comes when all snapshots of the first cycle are done.',
  'unknown.offline': 'The network did not answer.',
  'unknown.bad-answer': 'The network’s answer made no sense, so it is not shown.',
  'unknown.at-block-unavailable':
    'Public networks no longer run this read (at-block ended with epoch 3.4).',
  'unknown.not-offered': 'This version of the contract has no way to tell.',
  'unknown.rate-limited':
    'The public request limit is used up for now. An API key in the settings lifts it.',

  'problems.offline': 'The network cannot be reached.',
  'problems.slow': 'The network answers slowly.',
  'problems.rate-limited':
    'The public request limit is used up for now; reading goes on by itself. An API key in the settings lifts the limit.',
  'problems.bad-answer': 'The network gave an answer that makes no sense. It is not shown.',
  'problems.server-error': 'The network’s server has a fault. Reading is tried again by itself.',
  'problems.wrong-chain':
    'This server speaks for another network than the one chosen. Check the addresses in the settings.',
  'problems.contract-missing':
    'The Dual Stacking contract does not exist on this network. Choose another network in the settings.',
  'storage.unreadable':
    'The browser does not let Twinstack read what it keeps. Close the browser’s other windows, start it again and open this once more.',
  'storage.corrupt':
    'Some stored data was damaged. It was set aside and read again; nothing on the chain is affected.',
  'storage.newer':
    'Some stored data is from a newer version of Twinstack. It is left as it is: please update.',

  'age.ago': 'Read {time} ago',
  'age.shown': 'Shown is what was read {time} ago.',
  'age.since': '{time} ago',
  'age.never': 'Reading for the first time …',
  'age.refreshing': 'Reading …',
  'age.refresh': 'Read again',

  'life.ended.title': 'Dual Stacking ended in September 2026',
  'life.ended.text': 'Your sBTC was never locked: there is nothing to withdraw and nothing to do.',
  'life.ended.rewards': 'You received {sats} in {payments}.',
  'life.ended.records': 'See, verify and export them',
  'life.ended.next': 'Rewards for stacking STX and holding sBTC now come from Bitcoin Staking.',
  'life.ended.none': 'No reward reached this address.',
  'life.ended.newcomer':
    'Rewards for stacking STX and holding sBTC now come from Bitcoin Staking. If you took part, watch your address: every past reward is listed, verifiable and exportable. Programmes of your own are chosen in the settings.',
  'life.payments': { one: '{count} payment', other: '{count} payments' },
  'life.ended': 'This programme ended in September 2026: what is shown here is its record.',
  'life.stopped': 'It seems to have stopped: no new cycle has begun for two cycles’ time.',

  'writable.ended': 'This programme has ended: opting out is all that can be signed.',
  'writable.superseded':
    'This contract has been replaced by a newer one. Nothing can be signed here: choose the newer one in the settings.',
  'writable.no-user-calls':
    'This contract takes no calls from holders. Nothing can be signed here.',
  'writable.unknown-contract':
    'This contract is not known. Nothing can be signed until its interface was checked.',
  'writable.inactive-network':
    'This contract can no longer run its cycles on this network. Nothing can be signed here.',

  'status.pill.enrolled': 'Enrolled',
  'status.pill.leaving': 'Leaving',
  'status.pill.not': 'Not enrolled',
  'status.pill.unknown': 'Enrollment not known',
  'status.blacklisted': 'Blacklisted',
  'status.both': 'in cycle {cycle} and the next one',
  'status.joining': 'from cycle {next} on',
  'status.leaving': 'cycle {cycle} still counts and pays',
  'status.none': 'in cycle {cycle} or the next one',
  'status.next': 'for cycle {next}; for cycle {cycle} it cannot be read',
  'status.not-next': 'for cycle {next}; for cycle {cycle} it cannot be read',
  'status.plain.both': 'in this cycle and the next one',
  'status.plain.joining': 'from the next cycle on',
  'status.plain.leaving': 'this cycle still counts and pays',
  'status.plain.none': 'in this cycle or the next one',
  'status.plain.next': 'for the next cycle; this one cannot be read',
  'status.plain.not-next': 'for the next cycle; this one cannot be read',

  'cycle.title': 'Cycle {cycle}',
  'cycle.title.unknown': 'Cycle',
  'cycle.title.inactive': 'No cycle is running',
  'cycle.starts': 'The first one starts in {blocks}, ~{time}.',
  'cycle.inactive': 'The contract has not been started yet.',
  'cycle.nominal': 'By the calendar it is cycle {cycle}, with about {time} to go.',
  'cycle.nextDue': 'next cycle is due',
  'cycle.nextIn': 'next cycle in {blocks}, ~{time}',
  'cycle.snapshotDue': 'a snapshot is due',
  'cycle.snapshotIn': 'next snapshot in {blocks}, ~{time}',
  'cycle.step.snapshots': 'snapshots',
  'cycle.step.ratio': 'ratio',
  'cycle.step.weights': 'weights',
  'cycle.step.payment': 'payment',
  'cycle.step.paymentAbout': 'payment about {day}',
  'cycle.step.paid': 'paid',
  'cycle.label': {
    one: '{taken} of {count} snapshot taken. Now: {step}.',
    other: '{taken} of {count} snapshots taken. Now: {step}.',
  },
  'cycle.enrollBy': 'Enroll before about {time} ({blocks}) to count in cycle {cycle}.',
} as const satisfies Section
