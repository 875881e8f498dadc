import type { Section } from '../message.ts'

/** What each function does that only the admin of a Dual Stacking contract may call. */
export const operatorFunctions = {
  'function.update-initialize-block':
    'Sets the Bitcoin block at which the first cycle starts. Possible until it has started.',
  'function.update-cycle-data-before-initialized':
    'Sets the snapshots of a cycle and the blocks between them. Possible until the first cycle has started.',
  'function.enroll-defi':
    'Enrolls a DeFi contract: whose sBTC and STX count for it, and where its rewards go. No minimum applies.',
  'function.enroll-defi-batch':
    'Enrolls many DeFi contracts at once. A row that is refused does not stop the others.',
  'function.opt-out-defi': 'Ends a participant’s enrollment from the next cycle.',
  'function.opt-out-defi-batch':
    'Ends the enrollment of many from the next cycle. In the first version an address that is not enrolled still lowers the count of participants, which can hold a cycle up.',
  'function.change-reward-address-defi':
    'Changes where a participant’s rewards go, from the next cycle.',
  'function.change-stacking-address-defi':
    'Changes whose stacked STX count for a participant, from the next cycle.',
  'function.change-tracking-address-defi':
    'Changes whose sBTC counts for a participant, from the next cycle.',
  'function.change-addresses-defi':
    'Changes a participant’s three addresses, from the next cycle. One that is left empty stays.',
  'function.change-addresses-defi-batch':
    'Changes the addresses of many participants, from the next cycle. One that is left empty stays.',
  'function.add-blacklisted':
    'Ends an address’s enrollment and keeps it from enrolling again. The running cycle still pays it.',
  'function.add-blacklisted-batch':
    'Ends the enrollment of many addresses and keeps them from enrolling again. The running cycle still pays them.',
  'function.remove-blacklisted': 'Lets an address enroll again. This does not enroll it.',
  'function.remove-blacklisted-batch':
    'Lets many addresses enroll again. This does not enroll them.',
  'function.whitelist-defi-tracking':
    'Gives the sBTC at a tracking address the full boost; its STX no longer count. Applies at once.',
  'function.remove-whitelisted-defi-tracking':
    'Ends the full boost of a tracking address: its STX count again. Applies at once.',
  'function.remove-whitelisted-defi-tracking-batch':
    'Ends the full boost of many tracking addresses: their STX count again. Applies at once.',
  'function.set-max-percentage-above-ratio':
    'Sets how much of the sBTC may be above the golden ratio, in hundredths of a percent. Applies at once.',
  'function.set-max-percentage-above-golden-ratio':
    'Sets how much of the sBTC may be above the golden ratio, in hundredths of a percent. Applies at once.',
  'function.update-admin':
    'Hands the admin’s role over, at once. The present admin cannot take it back.',
  'function.update-min-sbtc-hold-required-for-enrollment':
    'Sets the least sBTC that an address needs to enroll, in sats. Applies at once, to new enrollments only.',
  'function.update-snapshot-length':
    'Sets the Bitcoin blocks between snapshots, from the next cycle.',
  'function.update-snapshots-per-cycle': 'Sets the snapshots of a cycle, from the next cycle.',
  'function.update-cycle-data':
    'Sets the snapshots of a cycle and the blocks between them, from the next cycle.',
  'function.update-bitcoin-blocks-per-year':
    'Sets the Bitcoin blocks of a year, by which the APR is divided among cycles. Applies at once.',
  'function.update-APR':
    'Sets the APR of those with the full boost, 1% to 20%, in millionths of a percent. Applies at once.',
  'function.update-apr':
    'Sets the APR of those with the full boost, 1% to 20%, in millionths of a percent. Applies at once.',
  'function.update-yield-boost-multiplier':
    'Sets the largest boost, which is one more than this number: 9 means 10×. Applies at once.',
  'function.set-liquid-stacking':
    'Sets whether liquid STX counts as stacked. Applies at once, to snapshots that are not captured yet.',
  'function.emergency-withdraw-sbtc':
    'Takes sBTC out of the reward pool, to any address. It no longer pays rewards.',
  'function.update-buffer-blocks':
    'Sets the blocks between a cycle’s last snapshot and its calculation, from the next cycle.',
  'function.add-optimized-operator-batch':
    'Lets these addresses capture snapshots with a list of the DeFi apps that each participant uses.',
  'function.remove-optimized-operator-batch': 'Takes that permission away from these addresses.',
  'function.mark-defi-compromised':
    'Marks a DeFi app as compromised, from a snapshot of the running cycle.',
  'function.restore-defi-protocol': 'Ends the mark of a DeFi app that was compromised.',
  'function.trigger-full-cycle-rollback':
    'Starts the running cycle’s snapshots over. Refused once the cycle is finalized.',
} as const satisfies Section
