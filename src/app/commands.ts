import type { CommandResult } from './command-result.ts'
import type { Settings } from './settings.ts'

/**
 * What a view may ask for. Each resolves when it has been accepted, with a code of words when it
 * was not.
 */
export interface Commands {
  /** Without a wallet id: looks for wallets, and asks the only one at once. */
  connect(walletId?: string): Promise<CommandResult>
  /** Answers `choose-account`: keeps this one of the wallet's addresses. */
  chooseAccount(address: string): Promise<CommandResult>
  cancelConnect(): Promise<CommandResult>
  /** Mounts the panel on the page under the popup. */
  openPanel(): Promise<CommandResult>
  disconnect(address: string): Promise<CommandResult>
  watch(address: string): Promise<CommandResult>
  select(address: string): Promise<CommandResult>
  refresh(): Promise<CommandResult>
  enroll(rewardAddress: string | null): Promise<CommandResult>
  optOut(): Promise<CommandResult>
  changeRewardAddress(rewardAddress: string): Promise<CommandResult>
  retry(intentId: string): Promise<CommandResult>
  /** Counts a transaction as sent whose fee has been seen. */
  acceptFee(intentId: string): Promise<CommandResult>
  /** Ends the wait for a wallet, or hides what is over. */
  dismiss(intentId: string): Promise<CommandResult>
  /** Ends the wait for a wallet; the request stays, and can be made again. */
  stopWaiting(intentId: string): Promise<CommandResult>
  /** Follows the account that a wallet answered or signed with, and selects it. */
  switchAccount(intentId: string): Promise<CommandResult>
  saveSettings(next: Settings): Promise<CommandResult>
  /**
   * Reads what the contract has on record of the selected account in a cycle; absent where that
   * cannot be done.
   */
  readCycle?(cycle: number): Promise<CommandResult>
  /**
   * Begins to audit a cycle, in the background, and to keep what it says of the selected account;
   * absent where that cannot be done.
   */
  verifyCycle?(cycle: number, deployment: string): Promise<CommandResult>
  stopVerifying?(): Promise<CommandResult>
  /**
   * Gives a followed address a name of the user's own; null takes it away. Absent where that cannot
   * be done.
   */
  nameAccount?(address: string, label: string | null): Promise<CommandResult>
  /** Dismisses what a notification announced; absent where there are none. */
  dismissNews?(key: string): Promise<CommandResult>
}
