import type { StacksClient } from './client.ts'

// Epoch 3.4 will not be undone, but a fork or another host may still run the older rules.
const REMEMBERED_BLOCKS = 1008
const noteKey = (contract: string) => `at-block ${contract}`

/** Whether reads of this contract that need `at-block` have failed for that reason lately. */
export const isAtBlockGone = (client: StacksClient, contract: string): boolean =>
  client.note.get(noteKey(contract), REMEMBERED_BLOCKS) === true

/** Remembers for a week that this contract's reads with `at-block` no longer run. */
export const markAtBlockGone = (client: StacksClient, contract: string): void =>
  client.note.set(noteKey(contract), true)
