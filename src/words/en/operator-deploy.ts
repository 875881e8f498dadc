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
} as const satisfies Section
