import * as v from 'valibot'
import { checkAddress } from '../../chain/stacks/check-address.ts'
import { checkBase } from '../../chain/stacks/check-base.ts'
import { networks } from '../../chain/stacks/deployments.ts'
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

/** What a keeper is told by its file. Fees in microSTX; windows in Bitcoin blocks. */
export const keeperConfig = v.pipe(
  shape,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const { network, programmes } = dataset.value
    const seen = new Set<string>()
    programmes.forEach((each, at) => {
      const checked = checkAddress(each.contract, network)
      const say = (word: KeeperWord) =>
        addIssue({
          message: saying(word),
          path: [
            {
              type: 'object',
              origin: 'value',
              input: dataset.value,
              key: 'programmes',
              value: programmes,
            },
            { type: 'array', origin: 'value', input: programmes, key: at, value: each },
            { type: 'object', origin: 'value', input: each, key: 'contract', value: each.contract },
          ],
        })
      if (!checked.ok)
        say(
          checked.problem === 'wrong-network'
            ? 'keeper.config.otherNetwork'
            : 'keeper.config.contract',
        )
      else if (checked.kind !== 'contract') say('keeper.config.contract')
      else if (seen.has(each.contract)) say('keeper.config.twice')
      seen.add(each.contract)
    })
  }),
)
export type KeeperConfig = v.InferOutput<typeof keeperConfig>
