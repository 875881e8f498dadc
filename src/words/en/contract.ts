import type { Section } from '../message.ts'

/**
 * What an error number of the contract means [dual-stacking 3.2, 9.4], the same in all versions or
 * in one.
 */
export const contract = {
  'contract.100': 'The first cycle has not started: wait for its Bitcoin block.',
  'contract.101': 'This address is already enrolled; there is nothing more to do.',
  'contract.102': 'This address is blacklisted by the contract admin and cannot enroll.',
  'contract.103': 'This address is not enrolled: enroll first.',
  'contract.104': 'The available sBTC is below the minimum: add sBTC and try again.',
  'contract.105': 'This cycle has not started yet: choose an earlier one.',
  'contract.106':
    'This account has already proposed a ratio in this cycle: change the proposal instead.',
  'contract.107': 'This account has not proposed a ratio in this cycle: propose one first.',
  'contract.108': 'Some participants are not tallied yet: tally them, then validate.',
  'contract.109': 'Every participant is already tallied: validate the ratio.',
  'contract.110': 'Too much sBTC lies above this ratio: propose a higher one.',
  'contract.111': 'Too little sBTC lies at or above this ratio: propose a lower one.',
  'contract.112': 'This cycle already has its golden ratio: continue with the weights.',
  'contract.113': 'Nobody stacks STX in this cycle: only the ratio 1 (100000000) is valid.',
  'contract.120': 'The next cycle has not started: wait for its Bitcoin block.',
  'contract.121': 'This was the last snapshot of the cycle: conclude the snapshots instead.',
  'contract.122':
    'The next snapshot would lie past the end of the cycle: its lengths are misconfigured.',
  'contract.123': 'Some participants are not rewarded yet: distribute to them first.',
  'contract.124': 'The distribution is not finalized: finalize it first.',
  'contract.140': 'The next snapshot is not due: wait for its Bitcoin block.',
  'contract.141': 'Some participants are not captured in this snapshot: capture them first.',
  'contract.142': 'The cycle still has snapshots to come: advance to the next one.',
  'contract.143': 'The snapshots are not concluded: conclude them before proposing a ratio.',
  'contract.144': 'The snapshots are already concluded: propose a golden ratio.',
  'contract.145':
    'This Stacks block is not the first one at or after the Bitcoin block: choose that block.',
  'contract.146': 'The snapshot block is still being built: try again in the next Stacks block.',
  'contract.160': 'This cycle has no validated golden ratio: validate one first.',
  'contract.161': 'The weights are not complete: calculate and finalize them first.',
  'contract.162': 'The weights are already finalized: enable the distribution.',
  'contract.163':
    'The number of calculated weights differs from the number of participants: calculate the missing ones.',
  'contract.180': 'The distribution is not enabled: enable it first.',
  'contract.181': 'This participant was already rewarded in this cycle.',
  'contract.182': 'The distribution is already enabled: distribute the rewards.',
  'contract.183': 'The distribution is already finalized: wait for the next cycle.',
  'contract.184': 'The distribution is not enabled: enable and run it before finalizing.',
  'contract.200': 'Only the contract admin can do this: use the admin account.',
  'contract.201': 'The contract is already initialized; this call works only before that.',
  'contract.202': 'The contract is not initialized: initialize it first.',
  'contract.210': 'The APR is below 1%: choose 1% to 20%.',
  'contract.211': 'The APR is above 20%: choose 1% to 20%.',
  'contract.212': 'The multiplier is below 1: choose 1 to 20.',
  'contract.213': 'The multiplier is above 20: choose 1 to 20.',
  'contract.240': 'The amount is 0 or more than the contract holds: choose a smaller one.',
  'contract.v1.114': 'This tracking address is already whitelisted.',
  'contract.v1.115': 'This tracking address is not whitelisted.',
  'contract.v1.116': 'This address is not blacklisted.',
  'contract.v1.220': 'The cycle number is wrong.',
  'contract.v1.221': 'The contract is already set up.',
  'contract.v1.300': 'This Stacks block is older than the contract: choose a later start.',
  'contract.v1.301':
    'The last snapshot can still be captured: conclude the snapshots when its window has closed.',
  'contract.v1.302':
    'This value is outside the bounds that keep a cycle able to run: choose one within them.',
  'contract.v1.303':
    'Rewards cannot go to the Dual Stacking contract itself: choose another reward address.',
  'contract.v1.304':
    'Captures must be sent by an account, not by a contract: send the call yourself.',
  'contract.v2.114': 'This address is not blacklisted.',
  'contract.v2.147': 'Only an operator named by the admin can capture in this way.',
  'contract.v2.185': 'The buffer period has not begun: start it first.',
  'contract.v2.186': 'The buffer period is still running: wait for its last Bitcoin block.',
  'contract.v2.187': 'The buffer period has already begun.',
  'contract.v2.260': 'There is no such snapshot.',
  'contract.v2.261': 'This cycle is finalized and can no longer be rolled back.',
  'contract.v2.262': 'This DeFi protocol is not marked as compromised.',
  'contract.unknown':
    'The contract failed with error {code}, which is undocumented. Ask its operator.',
} as const satisfies Section
