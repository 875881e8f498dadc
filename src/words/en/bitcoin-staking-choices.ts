import type { Section } from '../message.ts'

/** Before a stake in Bitcoin Staking is made: trying it, and choosing a manager. */
export const bitcoinStakingChoices = {
  'staking.whatIf': 'What if you stake more?',
  'staking.whatIf.stx': 'STX staked',
  'staking.whatIf.cycles': 'For so many cycles from the next one',
  'staking.whatIf.cycles.unit': 'cycles',
  'staking.whatIf.anyManager': 'Any, before its fee',
  'staking.whatIf.calculating': 'Calculating…',
  'staking.whatIf.invite': 'Move a slider to see what more STX or more cycles would bring.',
  'staking.whatIf.starts': 'Earns from cycle {cycle}, {date}. First rewards around {claim}.',
  'staking.whatIf.from': 'From cycle {cycle}, {date}.',
  'staking.whatIf.changes': '{change} per cycle compared with now, from cycle {cycle}, {date}.',
  'staking.whatIf.half': 'Per half',
  'staking.whatIf.cycle': 'Per cycle',
  'staking.whatIf.year': 'Per year',
  'staking.whatIf.total': 'In {cycles}, until {date}',
  'staking.whatIf.range': '{low} to {high}',
  'staking.whatIf.tooEarly': 'unknown: too few halves so far',
  'staking.whatIf.fee': '{fee}, already taken off',
  'staking.whatIf.fee.none': 'not taken off: no manager chosen',
  'staking.whatIf.measured':
    'Slowest, middle and fastest of the last {count} halves, up to {date}. Rewards are not guaranteed.',
  'staking.whatIf.below':
    'Below {stx} a manager’s stakes earn nothing. With yours, this one would still lack {missing}.',
  'staking.whatIf.fewer-stx':
    'A running stake cannot be reduced. To stake less, unstake, wait for the cycle to end, and stake again.',
  'staking.whatIf.fewer-cycles':
    'A running stake cannot be shortened. Unstaking ends it with the running cycle.',
  'staking.whatIf.stake': 'Stake this',
  'staking.whatIf.change': 'Change my stake to this',
  'staking.whatIf.curve':
    'Expected sats per cycle for stakes from 0 to {stx}, where they are {low} to {high}.',
  'staking.whatIf.curve.you': 'Now: {stx} bring {sats}.',
  'staking.whatIf.curve.what': 'Tried: {stx} bring {sats}.',
  'staking.assumptions': 'What this assumes',
  'staking.assumption.income':
    'Income stays within the last {count} halves: Bitcoin blocks {from} to {to}, until {date}.',
  'staking.assumption.unknown-income':
    'Too few halves have been calculated to know what one brings.',
  'staking.assumption.shares': 'Everyone else stakes as much as in cycle {cycle}.',
  'staking.assumption.shares.now':
    'Everyone else stakes as much as for cycle {cycle} so far; this can still change.',
  'staking.assumption.bonds':
    'Bonds that are paid first stay as they are: {bonds}. A new one lowers the rewards.',
  'staking.assumption.noBonds': 'There are no bonds, which would be paid first.',
  'staking.assumption.fee': 'The manager’s fee stays at {fee}.',
  'staking.assumption.fee.unknown': 'The manager’s fee is unknown, and so is what is left of it.',
  'staking.assumption.below-threshold':
    'The manager lacks {stx}: its stakes earn nothing until it has them.',
  'staking.assumption.calls-in-time':
    'Every half is calculated in time, the manager claims, and nothing is paused.',
  'staking.assumption.not-compounded': 'Rewards are sBTC, and are not staked again.',

  'staking.managers': 'Signer managers',
  'staking.managers.open': 'Compare all managers',
  'staking.managers.intro':
    'Contracts run by others: each claims your rewards from the program and takes its fee. Nobody pays for a place here.',
  'staking.managers.amount': 'For a stake of',
  'staking.managers.sort': 'Sort by',
  'staking.managers.sort.pay': 'Rewards',
  'staking.managers.sort.fee': 'Fee',
  'staking.managers.sort.size': 'Size',
  'staking.managers.sort.name': 'Name',
  'staking.managers.filters': 'Show only those that',
  'staking.managers.filter.takes-stakes': 'take new stakes',
  'staking.managers.filter.known-code': 'have known code',
  'staking.managers.filter.anyone-claims': 'anyone can claim with',
  'staking.managers.filter.pays-bitcoin': 'pay on Bitcoin',
  'staking.managers.filter.large-enough': 'have 50,000 STX',
  'staking.managers.loading': '{loaded} of {all} loaded…',
  'staking.managers.missing': {
    one: '{count} manager is not loaded.',
    other: '{count} managers are not loaded.',
  },
  'staking.managers.silent': 'The network did not respond for all of them.',
  'staking.managers.unread': 'The list of managers has not been loaded yet.',
  'staking.managers.hidden':
    'Hidden by what you show only: {hidden}, of which {unknown} because it is unknown.',
  'staking.managers.order':
    'The list is sorted by what you choose alone. Unknown values come last, equal ones are by name.',
  'staking.managers.direct':
    'Fee changes and claims are those made directly; claims through another contract are not seen.',
  'staking.managers.inTime':
    'Each of the last {halves} halves was calculated on its own. This concerns all managers alike.',
  'staking.managers.late':
    'Of the last {halves} halves {late} were calculated late, together with a later one. This concerns all managers alike.',
  'staking.managers.compare': 'Side by side',
  'staking.managers.compareOne': 'Compare {name}',
  'staking.managers.compareHint': 'Tick two managers to see them side by side.',
  'staking.managers.clear': 'close',
  'staking.managers.yours': 'yours',
  'staking.managers.rowFee': '{fee} fee',
  'staking.managers.rowFee.unknown': 'fee unknown',
  'staking.managers.notLoaded': 'not loaded yet',
  'staking.managers.flag.no-holder-claims': 'no claims by holders',
  'staking.managers.flag.takes-no-stakes': 'takes no stakes',
  'staking.managers.flag.unusual-fee': 'unusual fee',
  'staking.managers.flag.fee-rises': 'fee rises',
  'staking.managers.flag.unknown-code': 'unknown code',
  'staking.managers.flag.below-minimum': 'below 50,000 STX',
  'staking.managers.changes': 'Fee changes so far',
  'staking.managers.change': '{date}: {old} → {new}',
  'staking.managers.change.later': 'from cycle {cycle}',
  'staking.managers.none': 'none seen',
  'staking.managers.claims': 'Can claim for you',
  'staking.managers.claims.anyone': 'anyone',
  'staking.managers.claims.bounded': 'anyone; paid on Bitcoin, from the amount you set',
  'staking.managers.claims.you': 'only you',
  'staking.managers.claims.nobody': 'no one: it pays when it wants',
  'staking.managers.takes': 'Takes new stakes',
  'staking.managers.share': '{share} of all stakes',
  'staking.managers.margin': 'Against the 50,000 STX it needs',
  'staking.managers.margin.times': '{times} times that',
  'staking.managers.margin.above': '{stx} more',
  'staking.managers.margin.below': 'lacks {stx}: stakes earn nothing',
  'staking.managers.record': 'Has claimed',
  'staking.managers.record.halves': 'in {claimed} of {halves} halves',
  'staking.managers.record.usual': 'mostly {time} after the half; last {date}',
  'staking.managers.choose': 'Stake with it',
  'staking.managers.move': 'Move my stake to it',
} as const satisfies Section
