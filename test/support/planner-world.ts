import type { ContractTuple } from '../../src/protocol/clarity/contract-value.ts'
import type { ContractEvent } from '../../src/protocol/dual-stacking/contract/call-context.ts'
import {
  DualStackingContract,
  type CallResult,
} from '../../src/protocol/dual-stacking/contract/contract.ts'
import { SimulatedChain } from '../../src/protocol/dual-stacking/contract/simulated-chain.ts'
import type {
  CycleState,
  PlannedArgument,
  PlannedParticipant,
  PlannedCycleStep,
} from '../../src/protocol/dual-stacking/planner/index.ts'

export const POOL = 'ST1AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.dual-stacking'
export const ADMIN = 'ST1AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
export const OPERATOR = 'ST2AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.operator'

interface Holding {
  amount: bigint
  stacked: bigint
  'last-snapshot': bigint
  rewarded: boolean
}

/**
 * The contract model on a simulated chain, with the public data that an observer collects: its
 * events.
 */
export class PlannerWorld {
  readonly chain = new SimulatedChain({ burn: 3000n, stacks: 3004n })
  readonly contract = new DualStackingContract(this.chain, {
    deployer: ADMIN,
    principal: POOL,
    height: 5n,
  })
  readonly events: ContractEvent[] = []
  readonly addresses = new Set<string>()
  /**
   * By cycle: the operator's proposal, who was tallied under each of its values, and the value that
   * passed.
   */
  readonly #tallied = new Map<number, Map<bigint, Set<string>>>()
  readonly #proposals = new Map<
    number,
    { ratio: bigint; counted: bigint; satsAbove: bigint; satsEqual: bigint }
  >()
  readonly #ratios = new Map<number, bigint>()

  call(functionName: string, args: object, sender = ADMIN): CallResult {
    this.chain.mineStacksBlocks(1n)
    const result = this.contract.call(functionName as 'enroll', args as never, {
      txSender: sender,
      contractCaller: sender,
    })
    if ('ok' in result) this.events.push(...result.events)
    return result
  }

  enroll(
    address: string,
    trackingAddress: string,
    stackingAddress: string,
    rewardedAddress = trackingAddress,
  ): CallResult {
    this.addresses.add(address)
    return this.call('enroll-defi', {
      'defi-contract': address,
      'tracking-address': trackingAddress,
      'rewarded-address': rewardedAddress,
      'stacking-address': { some: stackingAddress },
    })
  }

  /** Makes the planned call. */
  perform(step: Extract<PlannedCycleStep, { kind: 'call' }>): CallResult {
    const result = this.call(step.functionName, named(step.functionName, step.args), OPERATOR)
    if ('ok' in result) this.#note(step, result.events)
    return result
  }

  read(functionName: string, args: object): unknown {
    const answer = this.contract.read(functionName as 'cycle-data', args as never, OPERATOR)
    return 'result' in answer ? answer.result : undefined
  }

  prints(functionName: string, cycle: number): ContractTuple[] {
    return this.events
      .filter((event) => event.type === 'print')
      .map(({ value }) => value)
      .filter(
        (value) => value['function-name'] === functionName && value['cycle-id'] === BigInt(cycle),
      )
  }

  /** The planner's input as a client reads it: variables, maps and events. */
  state(): CycleState {
    const v = this.contract.variables
    const cycle = Number(v.cycleId)
    const ratioUsed = this.#goldenRatio(cycle)
    const proposal = this.#proposal(cycle)
    const weighed = new Set(
      this.prints('compute-weight', cycle).map((print) => print['enrolled-address']),
    )
    return {
      burnHeight: Number(this.chain.burnHeight),
      stacksHeight: Number(this.chain.stacksHeight) + 1,
      active: v.isContractActive,
      deployedAt: 5,
      cycle: {
        id: cycle,
        start: Number(v.cycleBitcoinHeight),
        nextStart: Number(v.nextCycleBitcoinHeight),
        snapshots: Number(v.snapshotsPerCycle),
        blocksPerSnapshot: Number(v.blocksPerSnapshot),
        participants: Number(v.cycleParticipants),
      },
      snapshot: {
        index: Number(v.snapshotIndex),
        height: Number(v.snapshotBitcoinHeight),
        stacksHeight: Number(v.snapshotStacksHeight),
        captured: Number(v.snapshotCount),
      },
      snapshotsFinalized: v.areSnapshotsFinalized,
      ...(ratioUsed === undefined ? {} : { goldenRatio: ratioUsed }),
      weightsComputed: Number(v.weightsComputed),
      weightsFinalized: v.areWeightsComputed,
      distributionEnabled: v.isDistributionEnabled,
      rewarded: Number(v.participantsRewarded),
      distributionFinalized: this.read('is-distribution-finalized-for-current-cycle', {}) === true,
      totals: { sats: v.cycleTotalSats, microStx: v.cycleTotalMicroStx },
      maxPercentage: v.maxPercentageAboveRatio,
      cyclesPerYear: BigInt((this.read('nr-cycles-year', {}) as bigint | undefined) ?? 0n),
      ...(proposal === undefined ? {} : { proposal }),
      talliedRatios: [...(this.#tallied.get(cycle)?.keys() ?? [])],
      participants: [...this.addresses].flatMap((address) =>
        this.#participant(address, cycle, weighed),
      ),
    }
  }

  /** Follows what the operator's calls store in maps that no read-only function shows. */
  #note(step: Extract<PlannedCycleStep, { kind: 'call' }>, events: readonly ContractEvent[]): void {
    const cycle = Number(this.contract.variables.cycleId)
    const [argument] = step.args
    if (step.functionName.endsWith('golden-ratio') && argument?.type === 'uint') {
      this.#proposals.set(cycle, {
        ratio: argument.value,
        counted: 0n,
        satsAbove: 0n,
        satsEqual: 0n,
      })
    }
    const proposal = this.#proposals.get(cycle)
    if (step.functionName === 'tally-participant-ratios' && proposal) {
      const marks = this.#tallied.get(cycle) ?? new Map<bigint, Set<string>>()
      this.#tallied.set(cycle, marks)
      const counted = marks.get(proposal.ratio) ?? new Set<string>()
      marks.set(proposal.ratio, counted)
      for (const event of events) {
        if (event.type !== 'print') continue
        if (event.value['function-name'] === 'count-golden-ratio') {
          counted.add(event.value['enrolled-address'] as string)
          proposal.counted++
        }
        if (event.value['action'] === 'above')
          proposal.satsAbove += event.value['user-amount'] as bigint
        if (event.value['action'] === 'equal')
          proposal.satsEqual += event.value['user-amount'] as bigint
      }
    }
    if (step.functionName === 'validate-ratio' && proposal) this.#ratios.set(cycle, proposal.ratio)
  }

  #goldenRatio(cycle: number): bigint | undefined {
    return this.contract.variables.isRatioValidated ? this.#ratios.get(cycle) : undefined
  }

  #proposal(cycle: number): CycleState['proposal'] {
    const proposal = this.#proposals.get(cycle)
    return proposal && { ...proposal, counted: Number(proposal.counted) }
  }

  #participant(address: string, cycle: number, weighed: Set<unknown>): PlannedParticipant[] {
    const info = this.read('get-participant-cycle-info', { address, cycle: BigInt(cycle) }) as
      | { ok?: Record<string, unknown> }
      | undefined
    if (info?.ok === undefined) return []
    const row = some<Record<string, string>>(info.ok['participant-data'])!
    const holding = some<Holding>(info.ok['holding-data'])
    const tracking = some<{ amount: bigint }>(info.ok['tracking-data'])
    const stacking = some<{ amount: bigint }>(info.ok['stacking-data'])
    const proposal = this.#proposals.get(cycle)
    return [
      {
        address,
        trackingAddress: row['tracking-address']!,
        stackingAddress: row['stacking-address']!,
        whitelisted:
          this.read('get-is-whitelisted-defi', { address: row['tracking-address']! }) === true,
        ...(holding === undefined ? {} : { capturedIn: Number(holding['last-snapshot']) }),
        ...(tracking === undefined ? {} : { sats: tracking.amount }),
        ...(stacking === undefined ? {} : { microStx: stacking.amount }),
        tallied:
          proposal !== undefined &&
          this.#tallied.get(cycle)?.get(proposal.ratio)?.has(address) === true,
        weighed: weighed.has(address),
        rewarded: holding?.rewarded === true,
      },
    ]
  }
}

const some = <T>(value: unknown): T | undefined => (value as { some: T } | null)?.some

const parameterNames: Record<string, string> = {
  'initialize-contract': 'stx-block-height',
  'capture-snapshot-balances': 'principals',
  'advance-to-next-snapshot': 'new-stx-block-height',
  'propose-golden-ratio': 'ratio',
  'change-proposed-golden-ratio': 'ratio',
  'tally-participant-ratios': 'principals',
  'calculate-participant-weights': 'principals',
  'distribute-rewards': 'principals',
  'advance-to-next-cycle': 'stx-block-height',
}

const named = (functionName: string, [argument]: readonly PlannedArgument[]): object =>
  argument === undefined ? {} : { [parameterNames[functionName]!]: argument.value }
