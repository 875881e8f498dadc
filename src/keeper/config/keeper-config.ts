import * as v from 'valibot'
import { checkAddress } from '../../chain/stacks/check-address.ts'
import { checkBase } from '../../chain/stacks/check-base.ts'
import { networks, type NetworkName } from '../../chain/stacks/deployments.ts'
import type { KeeperWord } from '../speak.ts'

/** A message of a schema: the key of its sentence. */
const saying = (word: KeeperWord): string => word

const text = v.pipe(v.string(saying('keeper.config.text')), v.trim())
const filled = v.pipe(text, v.minLength(1, saying('keeper.config.empty')))
const whole = (least: number, most: number) =>
  v.pipe(
    v.number(saying('keeper.config.number')),
    v.integer(saying('keeper.config.number')),
    v.minValue(least, saying('keeper.config.tooSmall')),
    v.maxValue(most, saying('keeper.config.tooLarge')),
  )
/** Sats, at most a bitcoin: more is a slip. */
const amount = v.pipe(
  whole(0, 100_000_000),
  v.transform((sats) => BigInt(sats)),
)
/** An amount of microSTX, at most a thousand STX: more is a slip. */
const fee = v.pipe(
  whole(1, 1_000_000_000),
  v.transform((microStx) => BigInt(microStx)),
)

const host = v.pipe(
  filled,
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const checked = checkBase(dataset.value)
    if (checked.ok) return checked.base
    addIssue({
      message: saying(
        checked.problem === 'bad-url' ? 'keeper.config.url' : 'keeper.config.insecure',
      ),
    })
    return NEVER
  }),
)
const variableName = v.pipe(filled, v.regex(/^[A-Za-z_]\w*$/, saying('keeper.config.variable')))

const programme = v.strictObject(
  {
    contract: filled,
    /** Participants in one call at most; a block takes more, but a full one costs more. */
    mostRows: v.optional(whole(1, 900), 300),
    /** Of Bitcoin Staking: signer managers to claim for; null: every registered one. */
    managers: v.optional(v.nullable(v.array(filled, saying('keeper.config.list'))), null),
    /** Of Bitcoin Staking: a manager's claim of fewer sats is left alone. */
    leastClaimSats: v.optional(amount, 1000),
  },
  saying('keeper.config.object'),
)

const alerts = v.strictObject(
  {
    webhook: v.optional(host),
    /** Bitcoin blocks before the end of a window at which it is reported. */
    windowBlocks: v.optional(whole(1, 1000), 12),
    /** Cycles that the account should be able to pay for. */
    fundsForCycles: v.optional(whole(0, 100), 2),
  },
  saying('keeper.config.object'),
)

const fees = v.strictObject(
  {
    mostPerCallMicroStx: v.optional(fee, 500_000),
    mostPerDayMicroStx: v.optional(fee, 20_000_000),
    /** Bitcoin blocks before the end of a window from which on fees are raised. */
    hurryBlocks: v.optional(whole(1, 1000), 12),
  },
  saying('keeper.config.object'),
)

const shape = v.strictObject(
  {
    network: v.picklist(networks, saying('keeper.config.network')),
    hosts: v.pipe(
      v.array(host, saying('keeper.config.list')),
      v.minLength(1, saying('keeper.config.noHost')),
    ),
    key: v.union(
      [v.strictObject({ file: filled }), v.strictObject({ environment: variableName })],
      saying('keeper.config.key'),
    ),
    state: filled,
    programmes: v.pipe(
      v.array(programme, saying('keeper.config.list')),
      v.minLength(1, saying('keeper.config.noProgramme')),
    ),
    fees: v.optional(fees, {}),
    alerts: v.optional(alerts, {}),
    /** Port of metrics and health on loopback; null: none. */
    port: v.optional(v.nullable(whole(0, 65_535)), null),
    /** How often the chain is looked at. */
    everySeconds: v.optional(whole(1, 600), 15),
  },
  saying('keeper.config.object'),
)

type Place = readonly [key: string | number, value: unknown, within: unknown]

/** What a schema calls the way to a field, from the outside in. */
const pathOf = (places: readonly Place[]) =>
  places.map(([key, value, input]) =>
    typeof key === 'number'
      ? { type: 'array' as const, origin: 'value' as const, input: input as unknown[], key, value }
      : {
          type: 'object' as const,
          origin: 'value' as const,
          input: input as Record<string, unknown>,
          key,
          value,
        },
  ) as [v.IssuePathItem, ...v.IssuePathItem[]]

/** Why a text is no contract of this network; null: it is one. */
function contractProblem(contract: string, network: NetworkName): KeeperWord | null {
  const checked = checkAddress(contract, network)
  if (checked.ok) return checked.kind === 'contract' ? null : 'keeper.config.contract'
  return checked.problem === 'wrong-network'
    ? 'keeper.config.otherNetwork'
    : 'keeper.config.contract'
}

/** What a keeper is told by its file. Fees in microSTX; windows in Bitcoin blocks. */
export const keeperConfig = v.pipe(
  shape,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const { network, programmes } = dataset.value
    const seen = new Set<string>()
    const say = (word: KeeperWord | null, ...places: Place[]) => {
      if (word !== null)
        addIssue({
          message: saying(word),
          path: pathOf([['programmes', programmes, dataset.value], ...places]),
        })
    }
    programmes.forEach((each, at) => {
      const { contract, managers } = each
      const place: Place = [at, each, programmes]
      const problem = contractProblem(contract, network)
      const again = seen.has(contract) ? 'keeper.config.twice' : null
      say(problem ?? again, place, ['contract', contract, each])
      seen.add(contract)
      managers?.forEach((manager, index) =>
        say(
          contractProblem(manager, network),
          place,
          ['managers', managers, each],
          [index, manager, managers],
        ),
      )
    })
  }),
)
export type KeeperConfig = v.InferOutput<typeof keeperConfig>
