import * as v from 'valibot'
import { isBefore } from '../chain-position.ts'

/**
 * A call that decided where a contract sends an account's rewards: to `address`, or nowhere any
 * more where it is null. Bitcoin height, Stacks height and place in the block.
 */
export const rewardAddressSetting = v.object({
  contract: v.string(),
  address: v.nullable(v.string()),
  burn: v.number(),
  stacks: v.number(),
  index: v.number(),
})
export type RewardAddressSetting = v.InferOutput<typeof rewardAddressSetting>

/**
 * For how many Bitcoin blocks a former reward address may still be paid: for the running cycle, and
 * by late operators.
 */
export const FORMER_KEPT_BLOCKS = 3 * 2100

const byPlace = (a: RewardAddressSetting, b: RewardAddressSetting): number =>
  isBefore([a.stacks, a.index], [b.stacks, b.index]) ? -1 : 1

/** Whether these settings, of one account, let a contract pay `recipient` at a Bitcoin height. */
export function mayPayTo(
  settings: readonly RewardAddressSetting[],
  contract: string,
  recipient: string,
  burn: number,
): boolean {
  const ordered = settings.filter((each) => each.contract === contract).toSorted(byPlace)
  return ordered.some((setting, index) => {
    const end = ordered[index + 1]?.burn ?? Infinity
    return setting.address === recipient && setting.burn <= burn && burn <= end + FORMER_KEPT_BLOCKS
  })
}
