import type { Section } from '../message.ts'

/** Frame, navigation, status and cycle: what every surface shows. */
export const app = {
  'app.name': 'Twinstack',
  'panel.move': 'Move the panel: drag, or arrow keys',
  'panel.close': 'Close the panel',
  'panel.covered':
    'Nothing was done: something covers the panel, or what you clicked has just moved. Click again once it is fully visible.',
  'nav.settings': 'Settings',
  'nav.sections': 'Sections',
  'nav.back': 'Back',
  'nav.cancel': 'Cancel',
  'nav.close': 'Close',
  'tab.dual': 'Dual Stacking',
  'tab.hyper': 'Hyperstaking',
  'tab.rewards': 'Rewards',
  blocks: { one: '{count} block', other: '{count} blocks' },

  'unknown.label': 'Unknown. Show reason',
  'unknown.labelOf': '{figure}: unknown. Show reason',
  'unknown.not-read': 'Not loaded yet.',
  'unknown.not-yet':
    'Not set yet: the first value comes once all snapshots of the first cycle are done.',
  'unknown.offline': 'The network is not responding.',
  'unknown.bad-answer': 'The network sent an unexpected response, so it is not shown.',
  'unknown.at-block-unavailable':
    'Public networks no longer support this query (at-block was removed in epoch 3.4).',
  'unknown.not-offered': 'This contract version does not expose this value.',
  'unknown.rate-limited': 'Public API rate limit reached. An API key in Settings raises the limit.',

  'problems.offline':
    'Cannot reach the network. Check your connection, or choose another network in Settings.',
  'problems.slow': 'The network is responding slowly.',
  'problems.rate-limited':
    'Public API rate limit reached. Loading continues automatically; an API key in Settings raises the limit.',
  'problems.retryIn': 'Retrying in {time}',
  'problems.seconds': '{count} s',
  'problems.retrying': 'Retrying…',
  'problems.enterKey': 'Enter an API key',
  'problems.bad-answer': 'The network sent an unexpected response. It is not shown.',
  'problems.server-error': 'The API server returned an error. Retrying automatically.',
  'problems.wrong-chain':
    'This server belongs to a different network from the one selected. Check the server addresses in Settings.',
  'problems.contract-missing':
    'The Dual Stacking contract was not found on this network. Choose another network in Settings.',
  'storage.unreadable':
    'The browser does not let Twinstack load its saved data. Close the browser’s other windows, restart it and open this again.',
  'storage.corrupt':
    'Some saved data was damaged. It was set aside and is being reloaded; nothing on-chain is affected.',
  'storage.newer':
    'Some saved data is from a newer version of Twinstack and was left unchanged. Please update.',

  'age.ago': 'Updated {time} ago',
  'age.shown': 'Showing data from {time} ago.',
  'age.since': '{time} ago',
  'age.never': 'Loading for the first time…',
  'age.refreshing': 'Loading…',
  'age.refresh': 'Refresh',

  'earned.soFar': 'Earned {amount}',
  'earned.atLeast': 'Earned at least {amount}',
  'earned.last': 'last {amount}, {day}',
  'earned.first': 'First reward around {day}',
  'earned.all': 'Earned in all programs: {amounts}',
  'earned.all.atLeast': 'Earned in all programs: at least {amounts}',

  'welcome.dusk': 'Stake DUSK instead',
  'life.ended.title': 'Dual Stacking ended in September 2026',
  'life.ended.text': 'Your sBTC was never locked: there is nothing to withdraw and nothing to do.',
  'life.ended.rewards': 'You received {sats} in {payments}.',
  'life.ended.records': 'See, verify and export them',
  'life.ended.next': 'Rewards for stacking STX and holding sBTC now come from Bitcoin Staking.',
  'life.ended.none': 'No reward reached this address.',
  'life.ended.newcomer':
    'Rewards for stacking STX and holding sBTC now come from Bitcoin Staking. If you took part, watch your address: every past reward is listed, and you can verify and export it. You can choose other programs in Settings.',
  'life.payments': { one: '{count} payment', other: '{count} payments' },
  'life.ended': 'This program ended in September 2026. This is its record.',
  'life.closed.title': 'Enrollment has closed',
  'life.closed':
    'Enrollment has closed, so you can no longer join. If you are enrolled, you are paid until the last cycle, and you can still opt out.',
  'life.closed.newcomer':
    'You can no longer join this program. If you take part, watch your address: every reward is listed, and you can verify and export it. You can choose other programs in Settings.',
  'life.source': 'How it was announced',
  'life.stopped': 'It seems to have stopped: no new cycle has begun for the length of two cycles.',

  'writable.closed': 'Enrollment has closed. You can only opt out or change your reward address.',
  'writable.ended': 'This program has ended. You can only opt out.',
  'writable.superseded':
    'A newer contract has replaced this one, so signing is off. Switch to the newer one in Settings.',
  'writable.switch': 'Switch to {name}',
  'writable.no-user-calls': 'This contract does not accept calls from holders, so signing is off.',
  'writable.unknown-contract':
    'Unrecognized contract. Signing is off until its interface has been checked.',
  'writable.inactive-network':
    'This contract can no longer complete cycles on this network, so signing is off.',

  'status.pill.enrolled': 'Enrolled',
  'status.pill.leaving': 'Opted out',
  'status.pill.not': 'Not enrolled',
  'status.pill.unknown': 'Enrollment unknown',
  'status.blacklisted': 'Blacklisted',
  'status.blacklisted.why': 'Only the contract’s admin can change this.',
  'status.both': 'in cycle {cycle} and the next one',
  'status.joining': 'from cycle {next}',
  'status.leaving': 'cycle {cycle} still pays out',
  'status.none': 'for cycle {cycle} or the next',
  'status.next': 'for cycle {next}; cycle {cycle} unknown',
  'status.not-next': 'for cycle {next}; cycle {cycle} unknown',
  'status.plain.both': 'in this cycle and the next one',
  'status.plain.joining': 'from the next cycle',
  'status.plain.leaving': 'this cycle still pays out',
  'status.plain.none': 'for this cycle or the next',
  'status.plain.next': 'for the next cycle; this cycle unknown',
  'status.plain.not-next': 'for the next cycle; this cycle unknown',

  'cycle.title': 'Cycle {cycle}',
  'cycle.title.unknown': 'Cycle',
  'cycle.title.inactive': 'No cycle is running',
  'cycle.starts': 'The first cycle starts in {blocks} (~{time}).',
  'cycle.inactive': 'The contract has not been started yet.',
  'cycle.nominal': 'By schedule this is cycle {cycle}, with about {time} left.',
  'cycle.nextDue': 'next cycle can start now',
  'cycle.nextIn': 'next cycle in {blocks}, ~{time}',
  'cycle.snapshotDue': 'snapshot due now',
  'cycle.snapshotIn': 'next snapshot in {blocks}, ~{time}',
  'cycle.step.snapshots': 'snapshots',
  'cycle.step.ratio': 'ratio',
  'cycle.step.weights': 'weights',
  'cycle.step.payment': 'payment',
  'cycle.step.paymentAbout': 'payment around {day}',
  'cycle.step.paid': 'paid',
  'cycle.phase.snapshots': {
    one: '{taken} of {count} snapshot',
    other: '{taken} of {count} snapshots',
  },
  'cycle.phase.calculation': 'calculation',
  'cycle.label': {
    one: '{taken} of {count} snapshot taken. Now: {step}.',
    other: '{taken} of {count} snapshots taken. Now: {step}.',
  },
  'cycle.enrollBy': 'Enroll before {time} (in about {blocks}) to be included in cycle {cycle}.',
} as const satisfies Section
