import { deserializePostConditionWire, wireToPostCondition } from '@stacks/transactions'
import { decodeClarity } from '../../../src/chain/stacks/clarity.ts'
import type { ContractValue } from '../../../src/protocol/clarity/contract-value.ts'
import type { StacksCallRequest } from '../../../src/wallet/stacks/stacks-call-request.ts'
import { pox, token, type StakingBench, type Succeeded } from '../staking-bench.ts'

/** Functions after which a PoX condition holds [bitcoin-staking 9.1]. */
const poxActions = new Set([
  'unstake',
  'unstake-sbtc',
  'update-bond-registration',
  'announce-l1-early-exit',
])

export const conditionsOf = ({ postConditions }: StacksCallRequest) =>
  postConditions.map((each) => wireToPostCondition(deserializePostConditionWire(each)))

/** Makes a call on the model as it would be signed; throws when it is refused. */
export function runRequest(bench: StakingBench, request: StacksCallRequest): Succeeded {
  const args = request.args.map((hex) => decodeClarity(hex) as ContractValue)
  const name = request.contract === pox ? undefined : request.contract.split('.')[1]
  return bench.ok(request.functionName, args, request.account, name)
}

/**
 * What a call did, in the words of post-conditions: sats that each principal gave, microSTX that
 * the sender locked, and whether it changed its position in another way.
 */
export function deedsOf({ moves, locks }: Succeeded, request: StacksCallRequest) {
  const given = new Map<string, bigint>()
  const give = (who: string, sats: bigint) => given.set(who, (given.get(who) ?? 0n) + sats)
  for (const move of moves) {
    if ('from' in move) give(move.from, move.sats)
    else if ('burned' in move && move.burned === 'available') give(move.who, move.sats)
  }
  const isPox = poxActions.has(request.functionName)
  // A lock that only ends sooner is no staking.
  const locked = isPox ? 0n : locks.reduce((sum, { microStx }) => sum + microStx, 0n)
  return { given, locked, isPox }
}

/** The conditions that say exactly this. */
export const exactConditions = (
  { given, locked, isPox }: ReturnType<typeof deedsOf>,
  account: string,
): object[] => [
  ...(locked > 0n
    ? [{ type: 'staking-postcondition', address: account, condition: 'eq', amount: `${locked}` }]
    : []),
  ...(isPox ? [{ type: 'pox-postcondition', address: account, condition: 'will-perform' }] : []),
  ...[...given].map(([address, sats]) => ({
    type: 'ft-postcondition',
    address,
    condition: 'eq',
    amount: `${sats}`,
    asset: `${token}::sbtc-token`,
  })),
]
