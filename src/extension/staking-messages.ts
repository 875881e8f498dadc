import * as v from 'valibot'
import { claimLeg } from '../app/bitcoin-staking/claim-queue.ts'
import { uint } from '../chain/uint.ts'
import { managerId as manager } from '../wallet/stacks/bitcoin-staking/manager-id.ts'
import { stakingCall } from '../wallet/stacks/bitcoin-staking/staking-call.ts'
import { stakingStep } from '../wallet/stacks/bitcoin-staking/staking-step.ts'

/** The Bitcoin Staking tab's commands; amounts cross as digits. */
export const stakingCommands = [
  v.object({ type: v.literal('staking/follow') }),
  v.object({ type: v.literal('staking/readManager'), manager }),
  v.object({ type: v.literal('staking/verify'), cycle: uint }),
  v.object({ type: v.literal('staking/hideComparison') }),
  v.object({ type: v.literal('staking/readManagerRecord'), manager }),
  v.object({ type: v.literal('staking/readBondOffer'), bond: uint }),
  v.object({
    type: v.literal('staking/claimAll'),
    legs: v.pipe(v.array(claimLeg), v.minLength(1), v.maxLength(200)),
    tabId: v.nullable(v.number()),
  }),
  v.object({ type: v.literal('staking/resumeClaims'), tabId: v.nullable(v.number()) }),
  v.object({ type: v.literal('staking/stopClaims') }),
  v.object({
    type: v.literal('staking/sign'),
    call: stakingCall,
    accepted: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(30)),
    tabId: v.nullable(v.number()),
  }),
  v.object({
    type: v.literal('staking/reclaim'),
    manager,
    request: uint,
    tabId: v.nullable(v.number()),
  }),
  v.object({
    type: v.literal('staking/takeStep'),
    step: stakingStep,
    shownSats: uint,
    tabId: v.nullable(v.number()),
  }),
] as const
export type StakingCommand = v.InferOutput<(typeof stakingCommands)[number]>

export const isStakingCommand = <T extends { type: string }>(
  command: T | StakingCommand,
): command is StakingCommand => command.type.startsWith('staking/')

/** What the panel, on a page, may ask: everything but the settings and the operators' steps. */
export const stakingCommandsFromPanel = [
  'staking/follow',
  'staking/readManager',
  'staking/verify',
  'staking/hideComparison',
  'staking/readManagerRecord',
  'staking/readBondOffer',
  'staking/sign',
  'staking/reclaim',
  'staking/claimAll',
  'staking/resumeClaims',
  'staking/stopClaims',
] as const
