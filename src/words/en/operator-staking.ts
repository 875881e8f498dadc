import type { Section } from '../message.ts'

/** The console's sections of Bitcoin Staking. */
export const operatorStaking = {
  'console.section.staking': 'Bitcoin Staking',

  'console.staking.half': 'Cycle {cycle}, {half}',
  'console.staking.half.first': '1st half',
  'console.staking.half.second': '2nd half',
  'console.staking.income': 'Income so far',
  'console.staking.targets': 'Targets of all bonds',
  'console.staking.forStx': 'STX-only leg would get',
  'console.staking.reserve': 'To the reserve',
  'console.staking.missing':
    'The bonds’ targets lack {sats}. Nothing is left for the STX-only leg.',
  'console.staking.legs': 'What each leg would get',
  'console.staking.leg': 'Leg',
  'console.staking.leg.bond': 'Bond {bond}',
  'console.staking.leg.stx': 'STX only',
  'console.staking.shares': 'In it',
  'console.staking.target': 'Target',
  'console.staking.gets': 'Would get now',
  'console.staking.moment':
    'What counts is what has arrived, and what is in each leg, when the calculation is made.',
  'console.staking.window.from':
    'Can be calculated from Bitcoin block {height}, in {blocks} (~{time})',
  'console.staking.window.until':
    'Can be calculated now. From Bitcoin block {height} (~{time}) on, its income is booked to the next half.',
  'console.staking.prepare.now':
    'The prepare phase runs until Bitcoin block {height} (~{time}). Calculations and claims go on.',
  'console.staking.prepare.from': 'The prepare phase starts at Bitcoin block {height} (~{time}).',

  'console.staking.bonds': 'Bonds',
  'console.staking.bonds.none': 'No bond runs or has been set up.',
  'console.staking.bonds.order':
    'In the order in which they are paid: the higher STX ratio first, then the lower index.',
  'console.staking.bond': 'Bond',
  'console.staking.bond.state': 'State',
  'console.staking.bond.upcoming': 'to come',
  'console.staking.bond.running': 'runs',
  'console.staking.bond.ended': 'ended',
  'console.staking.bond.cycles': 'Cycles',
  'console.staking.bond.rate': 'Target rate',
  'console.staking.bond.inside': 'In it',
  'console.staking.bond.target': 'Target per half',
  'console.staking.bond.paired': 'STX per sBTC',

  'console.staking.steps': 'Steps that anyone may take',
  'console.staking.steps.whole':
    'Managers claim a cycle once, after its second calculation: two claims cost two fees and lose up to a sat.',
  'console.staking.step': 'Step',
  'console.staking.step.sats': 'Amount',
  'console.staking.step.why': 'State',
  'console.staking.step.ready': 'can be made now',
  'console.staking.step.calculate': 'Calculate a half of cycle {cycle}',
  'console.staking.step.manager-claim': '{manager}: claim cycle {cycle}',
  'console.staking.step.holder-claim': '{holder}: pay cycle {cycle}',
  'console.staking.does.calculate':
    'Books what has arrived to everyone’s shares. If someone else is faster, yours fails and costs its fee.',
  'console.staking.does.manager-claim':
    'The manager gets what its holders have earned. After that they can be paid.',
  'console.staking.does.holder-claim': 'The manager pays this holder its reward.',
  'console.staking.of': 'of {contract}',
  'console.staking.books': 'books {sats}; nothing moves',
  'console.staking.pulls': 'the program sends the manager exactly {sats}; none of your assets move',
  'console.staking.pays': 'the manager sends exactly {sats}; none of your assets move',
  'console.staking.movesUnknown': 'what it moves is unknown',
  'console.staking.feeUnknown': 'last fee unknown',
  'console.staking.nothing': 'No step can be taken now',
  'console.staking.looked': {
    one: '{count} registered manager was looked at.',
    other: '{count} registered managers were looked at.',
  },
  'console.staking.looking': 'Loading what managers have earned: {done} of {total}',
  'console.staking.unread': 'Not loaded, so that steps may be missing: {names}',
  'console.staking.back': 'Past cycles that are looked at',
  'console.staking.obstacle.half-is-calculated':
    'already calculated; the next one from Bitcoin block {height}, in {blocks} (~{time})',
  'console.staking.obstacle.calculate-first': 'waits for the calculation',
  'console.staking.obstacle.cycle-is-open':
    'waits for the cycle’s end at Bitcoin block {height}, in {blocks} (~{time}), and its second calculation',
  'console.staking.obstacle.manager-claims-first': 'waits for the manager’s claim',
  'console.staking.obstacle.paused': 'managers’ claims are stopped for ever',
  'console.staking.obstacle.nothing-earned': 'nothing earned',
  'console.staking.obstacle.holder-only': 'only the holder can claim with this manager',
  'console.staking.obstacle.no-holder-claims': 'this manager has no claims for holders',

  'console.section.staking-managers': 'Signer managers',
  'console.section.staking-claims': 'Holders’ claims',
  'console.staking.holders': 'Claims for holders',
  'console.staking.holders.how':
    'Anyone can have most managers pay their holders. Each claim is a transaction of yours, and you pay its fee.',
  'console.staking.holders.of': 'Holders of a manager',
  'console.staking.holders.read': 'Load its holders',
  'console.staking.holders.unread': 'They could not be loaded. Try again.',
  'console.staking.holders.list': 'Holders, one address per line',
  'console.staking.holders.count': { one: '{count} holder', other: '{count} holders' },
  'console.staking.holders.bad': {
    one: '{count} line is left out:',
    other: '{count} lines are left out:',
  },
  'console.staking.holders.line': 'Line {line}, “{text}”:',
  'console.staking.holders.repeated': 'Listed already.',
  'console.staking.holders.cycle': 'Cycle to claim',
  'console.staking.holders.all': 'All cycles',
  'console.staking.holders.look': 'Look what can be claimed',
  'console.staking.batch': 'What can be claimed',
  'console.staking.batch.none': 'These holders have nothing to claim there.',
  'console.staking.batch.leftOut': { one: '{count} left out', other: '{count} left out' },
  'console.staking.batch.holder': 'Holder',
  'console.staking.batch.of': 'Cycle',
  'console.staking.batch.unread': 'Not loaded: {names}',
  'console.staking.batch.stopped': {
    one: '{count} holder was not looked at.',
    other: '{count} holders were not looked at.',
  },
  'console.staking.batch.most': {
    one: 'The first {count} is asked for at once. Look again for the rest.',
    other: 'The first {count} are asked for at once. Look again for the rest.',
  },
  'console.staking.batch.fee': 'The last such claim cost {stx}.',
  'console.staking.batch.feeUnknown': 'What such a claim costs is unknown.',
  'console.staking.batch.how':
    'Your wallet opens for one after another. You can close this page and continue later.',
  'console.staking.batch.claim': 'Claim {claims}: {sats}',
  'console.staking.queue': 'Claims under way',
  'console.staking.queue.left': 'Left out, as they have changed meanwhile:',
  'console.staking.queue.sent': 'All of them are sent. Each is paid once it is confirmed.',
  'console.staking.queue.asking':
    'Your wallet is asked for {name}. The next one follows once this one is signed.',
  'console.staking.queue.not-signed': 'Not signed: {name}. Nothing more is asked for meanwhile.',
  'console.staking.queue.interrupted': 'It was interrupted before {name}.',

  'call.calculate-rewards': 'Calculate a half',
  'call.claim-rewards': 'Claim for a manager',
  'call.claim-staker-rewards': 'Pay a holder',
} as const satisfies Section
