import type * as v from 'valibot'
import type { ContractId } from '../../protocol/hyperstaking/core/ids.ts'
import type { NetworkView } from '../../protocol/hyperstaking/projection/draw.ts'
import type { StakeAmount } from '../../protocol/hyperstaking/stake/types.ts'
import type { provisioner } from './answers.ts'

export type Provisioner = v.InferOutput<typeof provisioner>

/** Whether a provisioner is in the lottery at a height. `minimumStake` in LUX. */
export const isActiveProvisioner = (
  { amount, eligibility }: Provisioner,
  height: bigint,
  minimumStake: bigint,
): boolean => eligibility <= height && amount >= minimumStake

/** LUX that count in consensus. */
export const activeStake = (
  list: readonly Provisioner[],
  height: bigint,
  minimumStake: bigint,
): bigint =>
  list.reduce(
    (sum, each) => sum + (isActiveProvisioner(each, height, minimumStake) ? each.amount : 0n),
    0n,
  )

/** The provisioner keys that a contract owns. */
export const keysOwnedBy = (list: readonly Provisioner[], contract: ContractId): Provisioner[] =>
  list.filter(({ owner }) => owner?.kind === 'contract' && owner.contract === contract)

/** Credits of a certificate in which every voter took part. */
const ALL_CREDITS = 128

/** All other provisioners, as a projection sees them. */
export const networkViewOf = (
  list: readonly Provisioner[],
  height: bigint,
  minimumStake: bigint,
  pool: ContractId,
): NetworkView => {
  const own = new Set(keysOwnedBy(list, pool).map(({ key }) => key))
  const others = list.filter(
    (each) => !own.has(each.key) && isActiveProvisioner(each, height, minimumStake),
  )
  return {
    othersActive: others.reduce((sum, { amount }) => sum + amount, 0n),
    others: others.length,
    credits: ALL_CREDITS,
    minimumStake,
  }
}

/** A provisioner's stake as the model holds it. */
export const stakeAmountOf = ({
  amount,
  locked_amt: locked,
  eligibility,
}: Provisioner): StakeAmount | null =>
  amount + locked === 0n ? null : { value: amount, locked, eligibility }
