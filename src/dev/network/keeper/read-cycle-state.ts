import { Cl, ClarityType, type ClarityValue } from '@stacks/transactions'
import type {
  CycleState,
  PlannedParticipant,
} from '../../../protocol/dual-stacking/planner/index.ts'
import type { ContractKind } from '../contracts.ts'
import type { ChainTransaction } from '../ledger/chain-transaction.ts'
import type { Node } from '../node/node.ts'
import type { Participants } from './follow-participants.ts'

/** Which contract is kept, by whom, and what follows its participants. */
export type KeeperTarget = {
  node: Node
  contract: string
  kind: ContractKind
  keeper: string
  participants: Participants
}

const variables = [
  'is-contract-active',
  'cycle-id',
  'current-cycle-bitcoin-block-height',
  'next-cycle-bitcoin-block-height',
  'snapshots-per-cycle',
  'blocks-per-snapshot',
  'current-cycle-participants-count',
  'current-cycle-stacks-block-height',
  'current-snapshot-index',
  'current-snapshot-bitcoin-block-height',
  'current-snapshot-stacks-block-height',
  'current-snapshot-count',
  'are-snapshots-finalized',
  'weights-computed-count',
  'are-weights-computed',
  'is-distribution-enabled',
  'participants-rewarded-count',
  'current-cycle-total-sbtc',
  'current-cycle-total-stx',
  'max-percentage-above-ratio',
  'bitcoin-blocks-per-year',
] as const

type Values = Record<(typeof variables)[number], bigint>

/** Unsigned numbers as they are, booleans as 1 and 0. */
const numberOf = (value: ClarityValue): bigint => {
  if (value.type === ClarityType.UInt) return BigInt(value.value)
  return value.type === ClarityType.BoolTrue ? 1n : 0n
}

const readVariables = async ({ node, contract }: KeeperTarget): Promise<Values> => {
  const values = await node.host.dataVars(contract, [...variables])
  return Object.fromEntries(
    variables.map((name, index) => {
      const hex = values[index]
      if (hex === undefined) throw new Error(`${contract} has no variable ${name}`)
      return [name, numberOf(Cl.deserialize(hex))]
    }),
  ) as Values
}

const hexOf = (value: ClarityValue) => `0x${Cl.serialize(value)}`

/** The fields of map entries; undefined where there is none. */
const readEntries = async (
  { node, contract }: KeeperTarget,
  map: string,
  keys: Record<string, ClarityValue>[],
): Promise<(Record<string, bigint> | undefined)[]> => {
  const entries = await node.host.mapEntries(
    contract,
    map,
    keys.map((key) => hexOf(Cl.tuple(key))),
  )
  return entries.map((hex) => {
    const entry = Cl.deserialize(hex ?? '0x09')
    if (entry.type !== ClarityType.OptionalSome || entry.value.type !== ClarityType.Tuple)
      return undefined
    return Object.fromEntries(
      Object.entries(entry.value.value).map(([name, value]) => [name, numberOf(value)]),
    )
  })
}

/** The call that began the running cycle. */
const openingOf = ({ node, contract }: KeeperTarget): ChainTransaction | undefined => {
  const succeeded = (method: string) =>
    node.ledger.calls(contract, method).findLast(({ status }) => status === 'success')
  return succeeded('advance-to-next-cycle') ?? succeeded('initialize-contract')
}

/**
 * V1 takes rows as they were at the end of the cycle's Stacks block; the live build as they were
 * when the cycle was opened.
 */
const lastBlockOf = (kept: KeeperTarget, values: Values, opening: ChainTransaction): number =>
  kept.kind === 'v1' ? Number(values['current-cycle-stacks-block-height']) : opening.stacks

/**
 * The Stacks block of the keeper's last change of its proposal, which makes earlier tallies
 * worthless.
 */
const lastProposalOf = ({ node, contract, keeper }: KeeperTarget): number =>
  node.ledger
    .calls(contract, 'change-proposed-golden-ratio')
    .findLast(({ sender, status }) => sender === keeper && status === 'success')?.stacks ?? 0

const withHoldings = async (
  kept: KeeperTarget,
  cycleId: ClarityValue,
  participants: PlannedParticipant[],
): Promise<PlannedParticipant[]> => {
  const stacking = await readEntries(
    kept,
    'stacking-holding',
    participants.map((each) => ({
      'cycle-id': cycleId,
      'stacking-address': Cl.principal(each.stackingAddress),
    })),
  )
  const tracking = await readEntries(
    kept,
    'tracking-holding',
    participants.map((each) => ({
      'cycle-id': cycleId,
      'tracking-address': Cl.principal(each.trackingAddress),
    })),
  )
  return participants.map((each, index) => ({
    ...each,
    microStx: stacking[index]?.amount ?? 0n,
    sats: tracking[index]?.amount ?? 0n,
  }))
}

/** Ratios that the keeper has proposed in this cycle, oldest first. */
const proposedRatios = ({ node, contract, keeper }: KeeperTarget, since: number): bigint[] =>
  ['propose-golden-ratio', 'change-proposed-golden-ratio']
    .flatMap((method) => node.ledger.calls(contract, method))
    .filter(
      ({ sender, status, stacks }) => sender === keeper && status === 'success' && stacks > since,
    )
    .sort((a, b) => a.stacks - b.stacks)
    .flatMap(({ action }) =>
      action.kind === 'call' ? [numberOf(Cl.deserialize(action.args[0]!))] : [],
    )

const proposalOf = (entry: Record<string, bigint>) => ({
  ratio: entry['golden-ratio']!,
  counted: Number(entry['participants-counted']),
  satsAbove: entry['sbtc-above']!,
  satsEqual: entry['sbtc-equal']!,
})

/** Reads all that the planner needs of the chain. */
export const readCycleState = async (kept: KeeperTarget): Promise<CycleState> => {
  const values = await readVariables(kept)
  const number = (name: keyof Values) => Number(values[name])
  const flag = (name: keyof Values) => values[name] === 1n
  const cycleId = Cl.uint(values['cycle-id'])
  const [ratio] = await readEntries(kept, 'ratio-used', [{ 'cycle-id': cycleId }])
  const [finalized] = await readEntries(
    kept,
    'distribution-finalized-stx-block-height-when-called',
    [{ 'cycle-id': cycleId }],
  )
  const [proposal] = await readEntries(kept, 'proposed-ratio', [
    { 'cycle-id': cycleId, user: Cl.principal(kept.keeper) },
  ])
  const active = flag('is-contract-active')
  const opening = openingOf(kept)
  const members = opening
    ? kept.participants({
        cycleId: number('cycle-id'),
        lastBlock: lastBlockOf(kept, values, opening),
        talliedSince: lastProposalOf(kept),
      })
    : []
  const snapshotsFinalized = flag('are-snapshots-finalized')
  const length = values['blocks-per-snapshot'] * values['snapshots-per-cycle']
  const tip = kept.node.ledger.blocks.tip()
  return {
    burnHeight: tip.burn,
    stacksHeight: tip.stacks + 1,
    active,
    deployedAt: kept.node.ledger.deployment(kept.contract)?.stacks ?? 0,
    cycle: {
      id: number('cycle-id'),
      start: number('current-cycle-bitcoin-block-height'),
      nextStart: number('next-cycle-bitcoin-block-height'),
      snapshots: number('snapshots-per-cycle'),
      blocksPerSnapshot: number('blocks-per-snapshot'),
      participants: number('current-cycle-participants-count'),
    },
    snapshot: {
      index: number('current-snapshot-index'),
      height: number('current-snapshot-bitcoin-block-height'),
      stacksHeight: number('current-snapshot-stacks-block-height'),
      captured: number('current-snapshot-count'),
    },
    snapshotsFinalized,
    ...(ratio && { goldenRatio: ratio['used-ratio']! }),
    weightsComputed: number('weights-computed-count'),
    weightsFinalized: flag('are-weights-computed'),
    distributionEnabled: flag('is-distribution-enabled'),
    rewarded: number('participants-rewarded-count'),
    distributionFinalized: finalized !== undefined,
    totals: {
      sats: values['current-cycle-total-sbtc'],
      microStx: values['current-cycle-total-stx'],
    },
    maxPercentage: values['max-percentage-above-ratio'],
    cyclesPerYear: length === 0n ? 0n : values['bitcoin-blocks-per-year'] / length,
    ...(proposal && { proposal: proposalOf(proposal) }),
    talliedRatios: proposedRatios(kept, opening?.stacks ?? 0).slice(0, -1),
    participants:
      snapshotsFinalized && !ratio ? await withHoldings(kept, cycleId, members) : members,
  }
}
