import type { Section } from '../message.ts'

/** What notifications of Bitcoin Staking say, and its tab of the same happenings. */
export const bitcoinStakingNotices = {
  'staking-notice.claimable.title': 'Rewards to claim',
  'staking-notice.claimable': '{address} can claim {amount} now.',
  'staking-notice.landed.title': 'Rewards received',
  'staking-notice.landed': '{amount} for cycle {cycle}, paid to {address}',
  'staking-notice.payout-accepted.title': 'Paid on Bitcoin',
  'staking-notice.payout-accepted':
    '{amount} for cycle {cycle} of {address}: the payout to your Bitcoin address was accepted.',
  'staking-notice.payout-rejected.title': 'Bitcoin payout rejected',
  'staking-notice.payout-rejected':
    'Nothing is lost: {amount} of {address} wait at {manager}. Anyone can have them returned as sBTC by calling reclaim-failed-withdrawal with request {request}.',
  'staking-notice.half-late.title': 'A calculation is late',
  'staking-notice.half-late':
    'A half of cycle {cycle} ended about {time} ago and has not been calculated. Anyone may do it; {address} can claim its rewards after that.',
  'staking-notice.fee-rises.title': 'Your manager’s fee will rise',
  'staking-notice.fee-rises':
    '{manager} takes {fee} now and {later} from cycle {cycle}. Until then you can change your manager.',
  'staking-notice.fee-rose.title': 'Your manager’s fee has risen',
  'staking-notice.fee-rose':
    '{manager} now takes {fee} (was {before}), also of cycles that nobody has claimed yet.',
  'staking-notice.manager-below.title': 'Your manager is below the threshold',
  'staking-notice.manager-below':
    '{manager} has {stx} in cycle {cycle}. Below 50,000 STX its stakes earn nothing.',
  'staking-notice.last-chance.title': 'Last chance to extend your stake',
  'staking-notice.last-chance':
    'The {stx} of {address} unlock after cycle {cycle} and then earn nothing. You can still extend the stake for about {time}.',
  'staking-notice.stake-ended.title': 'Your stake has ended',
  'staking-notice.stake-ended': 'The {stx} of {address} are unlocked and earn nothing.',
  'staking-notice.unstaked.title': 'Unstaked',
  'staking-notice.unstaked': 'The {stx} of {address} are unlocked.',
  'staking-notice.bond-ended.title': 'Your bond has ended',
  'staking-notice.bond-ended':
    '{amount} of {address} wait in bond {bond} until you withdraw them. They earn nothing, and nobody returns them for you.',
} as const satisfies Section
