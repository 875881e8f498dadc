import type { ContractTuple, ContractValue } from '../../clarity/contract-value.ts'
import { Abort } from '../../clarity/u128.ts'
import type { StxLock } from './outcome.ts'
import type { StakingChain } from './staking-chain.ts'

/**
 * Moves the signer's native lock after an ok of one of the four locking functions of pox-5, as the
 * node does; aborts where the node cannot; answers the new lock, if there is one [bitcoin-staking
 * 4.9].
 */
export function moveLock(
  chain: StakingChain,
  name: string,
  ok: ContractValue,
): StxLock | undefined {
  if (!lockingFunctions.has(name)) return undefined
  const result = ok as ContractTuple
  const lock: StxLock = {
    who: result.staker as string,
    microStx: result['amount-ustx'] as bigint,
    unlockBurnHeight: result['unlock-burn-height'] as bigint,
  }
  const now = chain.stx.account(lock.who)
  const total = now.lockedMicroStx + now.unlockedMicroStx
  const isLocked = now.lockedMicroStx > 0n
  if (lock.microStx === 0n || lock.microStx > total) throw new Abort('LockFailed')
  if (name === 'stake' || name === 'register-for-bond') {
    if (isLocked && lock.unlockBurnHeight <= now.unlockBurnHeight) throw new Abort('LockFailed')
  } else {
    if (!isLocked) throw new Abort('LockFailed')
    if (lock.microStx < now.lockedMicroStx) throw new Abort('LockFailed')
  }
  chain.stx.lock(lock)
  return lock
}

const lockingFunctions = new Set(['stake', 'stake-update', 'unstake', 'register-for-bond'])
