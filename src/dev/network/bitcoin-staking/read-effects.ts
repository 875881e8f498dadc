import { deserializeCV } from '@stacks/transactions'
import { toPlainClarity } from '../../../chain/stacks/clarity.ts'
import type {
  CallEffects,
  Print,
  SbtcKind,
  SbtcMove,
  StxLock,
} from '../../../protocol/bitcoin-staking/simulation/outcome.ts'
import type { ContractTuple } from '../../../protocol/clarity/contract-value.ts'
import { sbtcToken } from '../contracts.ts'
import type { VmEvent } from '../vm/outcome.ts'

const sbtcAddress = sbtcToken.split('.')[0]!
const kinds: Record<string, SbtcKind> = {
  [`${sbtcToken}::sbtc-token`]: 'available',
  [`${sbtcToken}::sbtc-token-locked`]: 'locked',
}

/**
 * What a call left on the chain, in order, without the prints of the sBTC contracts. Throws for an
 * event that no call of these contracts makes.
 */
export function readEffects(events: readonly VmEvent[]): CallEffects {
  const effects = { prints: [] as Print[], moves: [] as SbtcMove[], locks: [] as StxLock[] }
  for (const { event, data } of events) {
    const sats = BigInt(data.amount ?? 0)
    const kind = kinds[data.asset_identifier ?? '']
    if (event === 'print_event') {
      const contract = data.contract_identifier!
      if (!contract.startsWith(`${sbtcAddress}.`))
        effects.prints.push({
          contract,
          value: toPlainClarity(deserializeCV(data.raw_value!)) as ContractTuple,
        })
    } else if (event === 'stx_lock_event')
      effects.locks.push({
        who: data.locked_address!,
        microStx: BigInt(data.locked_amount!),
        unlockBurnHeight: BigInt(data.unlock_height!),
      })
    else if (event === 'ft_transfer_event' && kind === 'available')
      effects.moves.push({ from: data.sender!, to: data.recipient!, sats })
    else if (event === 'ft_burn_event' && kind !== undefined)
      effects.moves.push({ burned: kind, who: data.sender!, sats })
    else if (event === 'ft_mint_event' && kind !== undefined)
      effects.moves.push({ minted: kind, who: data.recipient!, sats })
    else throw new Error(`Unexpected event: ${event} ${JSON.stringify(data)}`)
  }
  return effects
}
