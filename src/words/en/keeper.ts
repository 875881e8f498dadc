import type { Section } from '../message.ts'

/** The keeper: what it is told, what it does and waits for, and what it reports. */
export const keeper = {
  'keeper.usage':
    'Usage:\n  twinstack keeper [--config FILE] [--once] [--live]\n  twinstack keeper check [--config FILE] [--cycles N]\n\nWithout --live nothing is signed: the keeper says what it would call, and why. The config is keeper.yaml unless another file is named. The key is never an argument: the config names its file or its environment variable.',
  'keeper.failed': 'The keeper stopped on an internal error: {name}.',
  'keeper.config.unread': 'The config {file} cannot be read.',
  'keeper.config.syntax': 'this is not YAML',
  'keeper.config.missing': 'this field is missing',
  'keeper.config.unknownField': 'there is no field of this name',
  'keeper.config.twice': 'this is here twice',
  'keeper.config.text': 'a text belongs here',
  'keeper.config.empty': 'this must not be empty',
  'keeper.config.number': 'a whole number belongs here',
  'keeper.config.tooSmall': 'this number is too small',
  'keeper.config.tooLarge': 'this number is too large',
  'keeper.config.object': 'fields belong here',
  'keeper.config.list': 'a list belongs here',
  'keeper.config.url': 'this is not the URL of a server',
  'keeper.config.insecure': 'http is for this machine only: use https',
  'keeper.config.variable': 'this is not the name of an environment variable',
  'keeper.config.network': 'choose mainnet, testnet or devnet',
  'keeper.config.noHost': 'name at least one host',
  'keeper.config.noProgramme': 'name at least one contract',
  'keeper.config.key':
    'name the key’s file (as file) or its environment variable (as environment), never the key',
  'keeper.config.contract': 'this is not a contract',
  'keeper.config.otherNetwork': 'this contract is for a different network',
  'keeper.key.noFile': 'The key’s file {file} cannot be read.',
  'keeper.key.mode':
    'The key’s file {file} must belong to this user, and nobody else may read it: chmod 600 {file}',
  'keeper.key.noVariable': 'The environment has no variable {name}.',
  'keeper.key.form': 'The key is not a Stacks private key: 64 hex digits, or 66 that end in 01.',
  'keeper.key.without':
    'Without the key the steps are planned for another account; proposals may differ.',
  'keeper.lock.taken':
    'Another keeper is running with this key or this state folder ({file}). If its machine is gone, try again in two minutes.',
  'keeper.lock.unwritable':
    'Cannot write {file} ({code}): the keeper needs it so that no other one signs with this key.',
  'keeper.state.unread':
    'The state {file} cannot be read, or is of another account: move it away only if nothing that it signed can still be mined.',
  'keeper.looked': 'Bitcoin block {burn}, Stacks block {stacks}',
  'keeper.looked.none': 'No host can be used.',
  'keeper.host.no-answer': '{host} does not respond.',
  'keeper.host.other-chain': '{host} serves another network.',
  'keeper.host.behind': '{host} is behind the other hosts.',
  'keeper.host.ahead': '{host} reports blocks that no other host has.',
  'keeper.host.good': '{host} responds, and its index is at Stacks block {indexed}.',
  'keeper.plan.call': '{contract}: {call}, before Bitcoin block {deadline}.',
  'keeper.plan.fee': 'Fee: {fee} STX.',
  'keeper.plan.noFee': 'Fee: more than the cap allows.',
  'keeper.plan.rows': '{name} with {rows} of {total} participants',
  'keeper.plan.waitBurn':
    '{contract}: waits for Bitcoin block {height}, {left} to go; then {name}.',
  'keeper.plan.waitStacks': '{contract}: waits for the next Stacks block; then {name}.',
  'keeper.why.initialize-contract': 'The first cycle can start now.',
  'keeper.why.capture-snapshot-balances':
    'These participants are not captured in the present snapshot yet.',
  'keeper.why.advance-to-next-snapshot': 'The next snapshot is due.',
  'keeper.why.finalize-snapshots': 'Every snapshot is taken, and the last window is over.',
  'keeper.why.propose-golden-ratio': 'This golden ratio will pass.',
  'keeper.why.change-proposed-golden-ratio':
    'The proposed golden ratio cannot pass; this one will.',
  'keeper.why.tally-participant-ratios': 'These participants are not counted for the proposal yet.',
  'keeper.why.validate-ratio': 'The proposal has everyone’s count, and passes.',
  'keeper.why.calculate-participant-weights': 'These participants have no weight yet.',
  'keeper.why.finalize-weight-computation': 'Every participant has a weight.',
  'keeper.why.set-is-distribution-enabled': 'The weights are final: rewards can be paid.',
  'keeper.why.distribute-rewards': 'These participants are not paid yet.',
  'keeper.why.finalize-reward-distribution': 'Everyone is paid.',
  'keeper.why.advance-to-next-cycle': 'The next cycle can start now.',
  'keeper.why.calculate-rewards': 'The last half has ended: its income can be calculated.',
  'keeper.why.claim-rewards': 'The manager has earned rewards that it has not claimed.',
  'keeper.stuck.count-differs':
    '{contract}: the number of participants that the contract counts differs from its events. The cycle cannot proceed.',
  'keeper.stuck.no-valid-ratio': '{contract}: no golden ratio passes with these participants.',
  'keeper.stuck.ratio-used-up':
    '{contract}: this account has tallied every golden ratio that passes: another account must propose.',
  'keeper.stuck.cycle-longer-than-year':
    '{contract}: a cycle is longer than a year: the admin must change its size.',
  'keeper.stuck.misconfigured':
    '{contract}: the next snapshot never happens: the admin must change the sizes.',
  'keeper.stuck.starts-before-deployment':
    '{contract}: the first cycle would start before the contract existed: the admin must choose a later start.',
  'keeper.trouble.family':
    '{contract}: this contract has no cycle that the keeper knows how to run.',
  'keeper.trouble.missing': '{contract}: this contract was not found on this network.',
  'keeper.trouble.other': '{contract}: the chain could not be read ({code}).',
  'keeper.held.call-fee': '{contract}: {name} costs more than a call may.',
  'keeper.held.day-fee': '{contract}: {name} waits: today’s fees are used up.',
  'keeper.held.funds': '{contract}: {name} waits: the account cannot pay the fee.',
  'keeper.held.rival': '{contract}: {name} waits: another keeper has sent it.',
  'keeper.held.failed-before': '{contract}: {name} failed before, and is tried again later.',
  'keeper.held.no-bound':
    '{contract}: {name} waits: the amount that it would pay could not be read.',
  'keeper.held.refused': '{contract}: the node rejected {name} ({code}).',
  'keeper.held.not-read': '{contract}: {name} waits: the account could not be read.',
  'keeper.alert.window':
    '{contract}: {name} is due, and its window closes in {left} Bitcoin blocks.',
  'keeper.alert.failed': '{contract}: {name} failed {times} times in a row.',
  'keeper.alert.funds': 'The account has {amount} STX: too little for {cycles} cycles.',
  'keeper.check.account': 'Account: {address}, with {amount} STX.',
  'keeper.check.accountUnread': 'Account: {address}; its STX could not be read.',
  'keeper.check.live':
    '{contract}: captures live, cycle {cycle}, {participants} participants, {snapshots} snapshots.',
  'keeper.check.history':
    '{contract}: captures from history (needs at-block), cycle {cycle}, {participants} participants, {snapshots} snapshots.',
  'keeper.check.staking':
    '{contract}: Bitcoin Staking, cycle {cycle}, {managers} signer managers, {bonds} bonds.',
  'keeper.check.funds':
    '{calls} calls per cycle; {amount} STX for {cycles} cycles at present fees.',
  'keeper.check.enough': 'The account can pay for that.',
  'keeper.check.notEnough': 'The account is {amount} STX short.',
  'keeper.check.dayCap': 'The fees of one day may be {amount} STX; a cycle needs {needed} STX.',
  'keeper.check.good': 'Everything is in order.',
  'keeper.check.bad': 'Not everything is in order: see above.',
} as const satisfies Section
