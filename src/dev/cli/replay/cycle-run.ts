import { Address, AddressVersion } from '@stacks/transactions'
import type { ContractValue } from '../../../protocol/clarity/contract-value.ts'
import type { PublicFunction } from '../../../protocol/dual-stacking/contract/abi.ts'
import type { ReplayDriver, DriverOutcome } from './driver.ts'
import type { TraceHeader } from './header.ts'

/**
 * The sums of one participant's snapshots: sats of its own tracking address, microSTX of its own
 * stacking address.
 */
export interface RunRow {
  readonly sats: bigint
  readonly microStx: bigint
  /** Whether it is whitelisted when the weights are computed. */
  readonly whitelisted?: boolean
}

export interface RunSettings {
  readonly rows: readonly RunRow[]
  readonly snapshots: bigint
  readonly blocksPerSnapshot?: bigint
  readonly maxPercentage?: bigint
  readonly multiplier?: bigint
  readonly apr?: bigint
  readonly blocksPerYear?: bigint
  readonly poolSats?: bigint
}

/** The result of a proposal's tally and validation: sats below and above it. */
export interface ProposalResult {
  readonly below: bigint
  readonly above: bigint
  readonly result: 'ok' | number
}

/**
 * Runs one cycle of a fresh contract, phase by phase, so that its sums are the given ones. A
 * failing step throws.
 */
export class CycleRun {
  readonly #driver: ReplayDriver
  readonly #admin: string
  readonly #contract: string
  readonly #settings: RunSettings
  readonly #addresses: string[]
  #proposers = 0

  constructor(driver: ReplayDriver, header: TraceHeader, settings: RunSettings) {
    this.#driver = driver
    this.#admin = header.deployer
    this.#contract = header.contractPrincipal
    this.#settings = settings
    this.#addresses = settings.rows.map((_, index) => addressOf(index))
  }

  /**
   * Sets the lengths and rates, enrolls all participants and captures all snapshots; returns the
   * cycle's sums.
   */
  capture(): { readonly sats: bigint; readonly microStx: bigint } {
    const { rows, snapshots, blocksPerSnapshot = 1n } = this.#settings
    this.#configure()
    this.#hold(({ sats, microStx }) => ({
      sats: sats / snapshots + (sats % snapshots),
      microStx: microStx / snapshots + (microStx % snapshots),
    }))
    this.#ok('enroll-defi-batch', {
      'defi-contracts': this.#addresses.map((address) => ({
        'defi-contract': address,
        'tracking-address': address,
        'rewarded-address': address,
        'stacking-address': null,
      })),
    })
    this.#driver.mineBurnBlocks(1)
    this.#ok('initialize-contract', { 'stx-block-height': BigInt(this.#driver.heights().stacks) })
    for (let index = 0n; index < snapshots; index += 1n) {
      this.#ok('capture-snapshot-balances', { principals: this.#addresses })
      if (index === 0n) this.#dropRemainders(rows, snapshots)
      if (index + 1n === snapshots) break
      this.#driver.mineBurnBlocks(Number(blocksPerSnapshot))
      this.#ok('advance-to-next-snapshot', {
        'new-stx-block-height': BigInt(this.#driver.heights().stacks),
      })
    }
    const { events } = this.#ok('finalize-snapshots')
    const totals = events.find((event) => event.type === 'print')!.value as Record<string, bigint>
    return {
      sats: totals['current-cycle-total-sbtc']!,
      microStx: totals['current-cycle-total-stx']!,
    }
  }

  /** Proposes a ratio from a separate sender, tallies all participants and requests validation. */
  propose(ratio: bigint): ProposalResult {
    this.#proposers += 1
    const sender = addressOf(1_000_000 + this.#proposers)
    this.#ok('propose-golden-ratio', { ratio }, sender)
    this.#ok('tally-participant-ratios', { principals: this.#addresses }, sender)
    const data = this.#read('get-ratio-data', {}, sender) as { ok: Record<string, bigint> }
    const outcome = this.#driver.call(
      'validate-ratio',
      {},
      { txSender: sender, contractCaller: sender },
    )
    if ('abort' in outcome) throw new Error(`validate-ratio aborts: ${outcome.abort}`)
    return {
      below: data.ok['sbtc-below']!,
      above: data.ok['sbtc-above']!,
      result: 'ok' in outcome ? 'ok' : Number(outcome.err),
    }
  }

  /** Computes all weights, in the order of the rows. */
  weigh(): bigint[] {
    for (const [index, { whitelisted }] of this.#settings.rows.entries()) {
      if (whitelisted)
        this.#ok('whitelist-defi-tracking', { 'defi-rewards-contract': this.#addresses[index]! })
    }
    this.#ok('calculate-participant-weights', { principals: this.#addresses })
    this.#ok('finalize-weight-computation')
    return this.#addresses.map((address) => {
      const found = this.#read('get-participant-weight', {
        cycle: 0n,
        'tracking-addr': address,
      }) as { some: { weight: bigint } }
      return found.some.weight
    })
  }

  /**
   * Distributes to all participants; returns the rewards in the order of the rows, and the
   * contract's intermediate values.
   */
  distribute() {
    const rates = {
      cyclesPerYear: this.#read('nr-cycles-year') as bigint,
      cyclePercentageRate: this.#read('cycle-percentage-rate') as bigint,
      totalWeights: (this.#read('get-weight-computation-status') as Record<string, bigint>)[
        'total-weights-sum'
      ]!,
    }
    this.#ok('set-is-distribution-enabled')
    this.#ok('distribute-rewards', { principals: this.#addresses })
    const rewards = this.#addresses.map((address) => {
      const found = this.#read('reward-amount-for-cycle-and-address', {
        'wanted-cycle-id': 0n,
        address,
      }) as { some: bigint }
      return found.some
    })
    return { ...rates, rewardsToDistribute: this.#driver.rewardsToDistribute(), rewards }
  }

  #configure(): void {
    const {
      snapshots,
      blocksPerSnapshot = 1n,
      maxPercentage,
      multiplier,
      apr,
      blocksPerYear,
      poolSats = 0n,
    } = this.#settings
    this.#ok('update-cycle-data-before-initialized', {
      'updated-snapshots-per-cycle': snapshots,
      'updated-blocks-per-snapshot': blocksPerSnapshot,
    })
    this.#ok('update-initialize-block', {
      'new-bitcoin-block-height': BigInt(this.#driver.heights().burn + 1),
    })
    if (maxPercentage !== undefined)
      this.#ok('set-max-percentage-above-ratio', {
        'new-max-percentage-above-ratio': maxPercentage,
      })
    if (multiplier !== undefined)
      this.#ok('update-yield-boost-multiplier', { 'new-multiplier': multiplier })
    if (apr !== undefined) this.#ok('update-APR', { 'new-apr-one-eight': apr })
    if (blocksPerYear !== undefined)
      this.#ok('update-bitcoin-blocks-per-year', {
        'updated-bitcoin-blocks-per-year': blocksPerYear,
      })
    this.#driver.creditSbtc(this.#contract, poolSats)
  }

  #hold(amounts: (row: RunRow) => RunRow): void {
    for (const [index, row] of this.#settings.rows.entries()) {
      const { sats, microStx } = amounts(row)
      if (sats > 0n) this.#driver.creditSbtc(this.#addresses[index]!, sats)
      if (microStx > 0n) this.#driver.setLiquid(this.#addresses[index]!, microStx)
    }
  }

  /** A sum that the snapshots do not divide has its remainder in the first one. */
  #dropRemainders(rows: readonly RunRow[], snapshots: bigint): void {
    for (const [index, { sats, microStx }] of rows.entries()) {
      const address = this.#addresses[index]!
      if (sats % snapshots > 0n)
        this.#driver.transferSbtc(address, addressOf(2_000_000), sats % snapshots)
      if (microStx % snapshots > 0n) this.#driver.setLiquid(address, microStx / snapshots)
    }
  }

  #ok(
    fn: PublicFunction,
    args: Record<string, ContractValue> = {},
    sender = this.#admin,
  ): Extract<DriverOutcome, { ok: unknown }> {
    const outcome = this.#driver.call(fn, args, { txSender: sender, contractCaller: sender })
    if ('err' in outcome) throw new Error(`${fn} fails with error ${outcome.err}`)
    if ('abort' in outcome) throw new Error(`${fn} aborts: ${outcome.abort}`)
    return outcome
  }

  #read(
    fn: Parameters<ReplayDriver['read']>[0],
    args: Record<string, ContractValue> = {},
    sender = this.#admin,
  ): ContractValue {
    const answer = this.#driver.read(fn, args, sender)
    if ('abort' in answer) throw new Error(`${fn} aborts: ${answer.abort}`)
    return answer.result
  }
}

/** A distinct standard principal for each index. */
const addressOf = (index: number): string =>
  Address.stringify({
    version: AddressVersion.TestnetSingleSig,
    hash160: (index + 1).toString(16).padStart(40, '0'),
  })
