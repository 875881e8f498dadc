import type { Section } from '../message.ts'

/** Trying a stake in Bitcoin Staking before it is made. */
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
} as const satisfies Section
