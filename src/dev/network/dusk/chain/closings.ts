import { type ContractId, STAKE, TRANSFER } from '../../../../protocol/hyperstaking/core/ids.ts'
import { U64_MAX } from '../../../../protocol/hyperstaking/core/units.ts'

/** From and to, both included. */
export type HeightRange = [from: bigint, to: bigint]

const isIn = (ranges: readonly HeightRange[], height: bigint): boolean =>
  ranges.some(([from, to]) => from <= height && height <= to)

/**
 * The heights at which the network takes no calls: of all contracts but the genesis ones, or of
 * some. Reported as activations of the node's features.
 */
export const createClosings = () => {
  const all: HeightRange[] = []
  const shades = new Map<ContractId, HeightRange[]>()
  const change = (ranges: HeightRange[], closed: boolean, height: bigint): void => {
    const open = ranges.at(-1)?.[1] !== U64_MAX
    if (closed && open) ranges.push([height, U64_MAX])
    if (!closed && !open) {
      const last = ranges.pop()!
      if (last[0] < height) ranges.push([last[0], height - 1n])
    }
  }
  return {
    closeAll: (closed: boolean, height: bigint) => change(all, closed, height),
    shade: (contract: ContractId, closed: boolean, height: bigint) => {
      const ranges = shades.get(contract) ?? []
      shades.set(contract, ranges)
      change(ranges, closed, height)
    },
    allClosed: (height: bigint): boolean => isIn(all, height),
    isShaded: (contract: ContractId, height: bigint): boolean =>
      isIn(shades.get(contract) ?? [], height),
    isClosed: (contract: ContractId, height: bigint): boolean =>
      contract !== TRANSFER &&
      contract !== STAKE &&
      (isIn(all, height) || isIn(shades.get(contract) ?? [], height)),
    features: (): Record<string, unknown> => ({
      DISABLE_3RD_PARTY: all.length === 0 ? U64_MAX : all,
      ...Object.fromEntries(
        [...shades]
          .filter(([, ranges]) => ranges.length > 0)
          .map(([id, ranges]) => [`shade_${id}`, ranges]),
      ),
    }),
  }
}
export type Closings = ReturnType<typeof createClosings>
