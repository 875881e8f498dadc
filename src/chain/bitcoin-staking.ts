// Bitcoin Staking as a library: its exact rules and figures, and the client that reads a network.
export * from '../protocol/bitcoin-staking/index.ts'
export * from './stacks/bitcoin-staking/index.ts'
export { createStacksClient, type StacksClient } from './stacks/client.ts'
