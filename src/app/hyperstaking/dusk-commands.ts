import type { ProjectionInput } from '../../protocol/hyperstaking/projection/input.ts'
import type { DepositProjection } from '../../protocol/hyperstaking/projection/project.ts'
import type { duskActions } from '../../wallet/dusk/dusk-intent.ts'
import type { CommandResult } from '../command-result.ts'
import type { DuskSource } from './dusk-settings.ts'
import type { PoolAlerts } from './pool-alerts.ts'

/** What the tab may ask for. */
export interface DuskCommands {
  refresh(): Promise<CommandResult>
  connect(walletId?: string): Promise<CommandResult>
  cancelConnect(): Promise<CommandResult>
  disconnect(): Promise<CommandResult>
  choosePool(pool: string): Promise<CommandResult>
  /** Checks a call before it is signed; the answer comes as `plan`. */
  check(
    pool: string,
    action: (typeof duskActions)[number],
    lux: bigint,
    referrer: string | null,
  ): Promise<CommandResult>
  submit(
    pool: string,
    action: (typeof duskActions)[number],
    lux: bigint,
    referrer: string | null,
  ): Promise<CommandResult>
  retry(intentId: string): Promise<CommandResult>
  /** Counts a transaction as sent whose fee has been seen. */
  acceptFee(intentId: string): Promise<CommandResult>
  /** Ends the wait for a wallet, or hides what is over. */
  dismiss(intentId: string): Promise<CommandResult>
  /** Ends the wait for a wallet; the request stays, and can be made again. */
  stopWaiting(intentId: string): Promise<CommandResult>
  saveSettings(next: DuskSource): Promise<CommandResult>
  saveAlerts(next: PoolAlerts): Promise<CommandResult>
  /** A projection off the main thread; the same input has the same range. */
  project(input: ProjectionInput, signal: AbortSignal): Promise<DepositProjection>
}
