import type { Section } from '../message.ts'

/** The console's way from nothing to a program that runs: costs, and the steps after deploying. */
export const operatorDeploy = {
  'deploy.cost': 'What it costs',
  'deploy.cost.what':
    'Network fees as the network estimates them now, for each transaction until the first cycle runs. Your wallet sets the fee that you pay.',
  'deploy.cost.contract': 'Deploy {name}',
  'deploy.cost.all': 'In all',
  'deploy.step.update-cycle-data-before-initialized': 'Set the length of a cycle',
  'deploy.step.update-APR': 'Set the rate',
  'deploy.step.set-liquid-stacking': 'Leave liquid STX out',
  'deploy.step.update-initialize-block': 'Set the start of the first cycle',
  'deploy.step.transfer': 'Fund the pool',
  'deploy.step.initialize-contract': 'Start the first cycle',
  'deploy.rehearse':
    'Rehearse it on testnet first: choose a testnet contract in the settings, and take the same steps here.',
  'deploy.inUse': 'In use',
  'deploy.setup': 'Set it up',
  'deploy.setup.what':
    'Filled in from the plan above and checked on-chain. You can close this page and continue later.',
  'deploy.setup.enroll': 'People can enroll before the first cycle starts. Give them the link:',
  'deploy.setup.complete':
    'Your program is running. Next: link, widget code and keeper configuration:',
  'deploy.notAdmin': 'Only the contract’s admin can sign this.',
  'deploy.state.done': 'done',
  'deploy.state.todo': 'to do',
  'deploy.state.optional': 'to do, optional',
  'deploy.state.wait': 'waiting',
  'deploy.onChain': 'On-chain: {value}.',
  'deploy.planned': 'Planned: {value}.',
  'deploy.fact.lengths': '{snapshots} snapshots, {blocks} Bitcoin blocks apart',
  'deploy.fact.liquid': 'liquid STX counts',
  'deploy.fact.noLiquid': 'liquid STX does not count',
  'deploy.fact.start': 'Bitcoin block {height}',
  'deploy.fact.noStart': 'no start that the contract accepts',
  'deploy.fact.pool': '{sats} in the pool',
  'deploy.fact.runs': 'the first cycle has started',
  'deploy.fact.notRunning': 'no cycle has started',
  'deploy.why.update-cycle-data-before-initialized':
    'Can be set freely until the first cycle starts. After that, a change applies from the next cycle.',
  'deploy.why.update-APR': 'The APR of those with the full boost, scaled by 100,000,000.',
  'deploy.why.set-liquid-stacking':
    'Your liquid-stacking contract decides how much liquid STX counts for whom. Disable it unless you maintain that contract.',
  'deploy.why.update-initialize-block':
    'The Bitcoin block at which the first cycle starts. The suggestion leaves about a day for enrolling and funding.',
  'deploy.why.transfer':
    'A cycle pays from what is in the pool when its payment is enabled. Anyone can fund it, also later.',
  'deploy.why.wait':
    'First set the length, the rate and the start: the first cycle starts with them.',
} as const satisfies Section
