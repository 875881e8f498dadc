import { duskDeployment } from '../../../chain/dusk/deployments.ts'
import { EPOCH } from '../../../protocol/hyperstaking/core/epoch.ts'
import type { ContractId } from '../../../protocol/hyperstaking/core/ids.ts'
import type { Host } from '../../../protocol/hyperstaking/host/host.ts'
import type { PoolConfig } from '../../../protocol/hyperstaking/pools/state.ts'
import type { DuskSender } from './chain/sender.ts'
import { KEEPER_ACCOUNT } from './genesis.ts'

/** Blocks before an epoch's end at which the keeper submits, for the block after. */
export const KEEPER_LEAD = 6n

/** The height at which the keeper acts next. */
export const nextKeeperHeight = (height: bigint): bigint => {
  const due = height - (height % EPOCH) + EPOCH - KEEPER_LEAD
  return due > height ? due : due + EPOCH
}

/** Recycles or rotates every pool that is not paused, as anyone may. */
export const tendPools = (
  host: Host,
  send: DuskSender,
  isOpen: (pool: ContractId) => boolean,
): void => {
  for (const { id, kind } of duskDeployment('local').pools) {
    if (!isOpen(id)) continue
    if (kind === 'sozu') {
      send(KEEPER_ACCOUNT, id, 'recycle')
      continue
    }
    if (host.read(id, 'paused')) continue
    send(
      KEEPER_ACCOUNT,
      id,
      (host.read(id, 'config') as PoolConfig).routing === 'rotation' ? 'rotate' : 'recycle',
    )
  }
}
