/**
 * Credits of the two voting committees together, the quorum of both, and the credits beyond it that
 * pay the generator [hyperstaking 3].
 */
export const CREDITS = 128n
export const QUORUM_CREDITS = 86n
export const EXTRA_CREDITS = 42n

export interface BlockSplit {
  /** Fixed part of the block's generator, in LUX. */
  generatorFixed: bigint
  /** What the generator earns on top for the credits it collected. */
  generatorExtra: bigint
  /** What one credit pays to a voter of the previous block. */
  perCredit: bigint
  devFund: bigint
}

/**
 * How a block's reward is shared [hyperstaking 3]. `reward` is emission plus fees in LUX; `credits`
 * those in the certificate, 0 … 128. What is not assigned is never minted.
 */
export const splitReward = (reward: bigint, credits: bigint): BlockSplit => {
  const tenth = reward / 10n
  const beyond = credits > QUORUM_CREDITS ? credits - QUORUM_CREDITS : 0n
  return {
    generatorFixed: reward - 3n * tenth,
    generatorExtra: credits >= CREDITS ? tenth : (tenth / EXTRA_CREDITS) * beyond,
    perCredit: tenth / CREDITS,
    devFund: tenth,
  }
}

/**
 * What one block can pay to stakers together: the generator's parts and `credits` voters' credits,
 * in LUX.
 */
export const stakersPart = (reward: bigint, credits: bigint): bigint => {
  const split = splitReward(reward, credits)
  return split.generatorFixed + split.generatorExtra + split.perCredit * credits
}
