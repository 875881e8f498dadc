import type { Section } from '../message.ts'

/** The console's section for who runs a signer manager. */
export const operatorStakingManager = {
  'console.section.staking-manager': 'Run a manager',
  'console.staking.manager': 'Manager',
  'console.staking.manager.choose':
    'Choose the manager that you run. Those that your account has deployed come first.',
  'console.staking.manager.admin': 'Your account is an admin',
  'console.staking.manager.notAdmin': 'Your account is not an admin',
  'console.staking.manager.thisCycle': 'Stakes in this cycle',
  'console.staking.manager.nextCycle': 'Stakes in the next cycle',
  'console.staking.manager.above': '{stx} above the 50,000 STX that stakes need to earn',
  'console.staking.manager.below': '{stx} below the 50,000 STX that stakes need: none earns',
  'console.staking.manager.balance': 'sBTC in the contract',
  'console.staking.manager.fees': 'Fees earned, not taken out',
  'console.staking.manager.unclaimed': 'For holders to claim',
  'console.staking.manager.owed': 'Payouts on Bitcoin, not settled',
  'console.staking.manager.banked': 'Banked for holders',
  'console.staking.manager.refunds': 'Fee refunds of holders',
  'console.staking.manager.rest': 'Left over',
  'console.staking.manager.restIs':
    'What is left over belongs to no holder: unspent budgets for Bitcoin fees, which an admin can take out.',
  'console.staking.payouts': 'Payouts on Bitcoin',
  'console.staking.payouts.none': 'No payout on Bitcoin is open.',
  'console.staking.payouts.request': 'Request',
  'console.staking.payouts.pending': 'not yet decided',
  'console.staking.payouts.accepted': 'paid, not settled',
  'console.staking.payouts.rejected': 'rejected',
  'console.staking.payouts.return': 'Return {sats}',
  'console.staking.payouts.how':
    'A rejected payout waits at the manager until someone returns it to its holder as sBTC. None of your assets move except the network fee.',
  'console.staking.payouts.fee': 'The last such call cost {stx}.',
  'console.staking.payouts.settle': 'Settle {request}',
  'console.staking.payouts.settle.how':
    'A payout that was paid counts as owed until someone settles it. None of your assets move except the network fee. What was not spent of its budget becomes free: with Max500 for its holder, otherwise for the manager.',
  'call.settle-accepted-withdrawal': 'Settle a payout',
  'console.staking.payouts.missing':
    '{sats} more are owed for older payouts, which were not looked at.',
} as const satisfies Section
