import { expect } from 'vitest'
import type { CommandResult } from '../../app/command-result.ts'

/** Says at once why a command was refused, where else one would wait for what never comes of it. */
export async function expectAccepted(result: Promise<CommandResult>): Promise<void> {
  expect(await result).toEqual({ ok: true })
}
