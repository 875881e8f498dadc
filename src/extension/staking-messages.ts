import * as v from 'valibot'

const manager = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^S[0-9A-Z]{27,40}\.[a-zA-Z][\w-]{0,127}$/),
)

/** The Bitcoin Staking tab's commands; amounts cross as digits. */
export const stakingCommands = [
  v.object({ type: v.literal('staking/follow') }),
  v.object({ type: v.literal('staking/readManager'), manager }),
] as const
export type StakingCommand = v.InferOutput<(typeof stakingCommands)[number]>

export const isStakingCommand = <T extends { type: string }>(
  command: T | StakingCommand,
): command is StakingCommand => command.type.startsWith('staking/')

/** What the panel, on a page, may ask: everything but the settings. */
export const stakingCommandsFromPanel = ['staking/follow', 'staking/readManager'] as const
