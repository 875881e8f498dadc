import { isOver, type HeldPosition } from './held-position.ts'

/** A stake that is tried, and with which a form may begin; microSTX. */
export interface TriedStake {
  microStx: bigint
  /** Cycles from the next one on. */
  cycles: bigint
  /** Null: none is chosen yet. */
  manager: string | null
}

/** Why a stake that is tried cannot be made of the one that runs. */
export type TriedProblem = 'fewer-stx' | 'fewer-cycles'

/** What a new stake lasts unless something else is chosen: about half a year. */
const OFFERED_CYCLES = 12n
const MOST_CYCLES = 96n

/** What is tried first: the stake that runs, or so many STX without one. */
export const firstTried = (held: HeldPosition | null | undefined, microStx: bigint): TriedStake =>
  held?.kind === 'stake' && !isOver(held)
    ? { microStx: held.microStx, cycles: cyclesFromNext(held), manager: held.manager }
    : { microStx, cycles: OFFERED_CYCLES, manager: null }

/** Whether the chain could make it of the stake that runs; null: it could, or none runs. */
export function triedProblem(
  held: HeldPosition | null | undefined,
  { microStx, cycles }: TriedStake,
): TriedProblem | null {
  if (held?.kind !== 'stake' || isOver(held)) return null
  if (microStx < held.microStx) return 'fewer-stx'
  return cycles < held.cyclesLeft ? 'fewer-cycles' : null
}

/** What has to be added to a stake that runs; nothing is ever taken off. */
export const addedTo = (
  { microStx, cyclesLeft }: Pick<HeldPosition, 'microStx' | 'cyclesLeft'>,
  tried: TriedStake,
): { microStx: bigint; cycles: bigint } => ({
  microStx: tried.microStx > microStx ? tried.microStx - microStx : 0n,
  cycles: tried.cycles > cyclesLeft ? tried.cycles - cyclesLeft : 0n,
})

/** A stake that ends with the running cycle has none left; at least one can be tried. */
function cyclesFromNext({ cyclesLeft }: HeldPosition): bigint {
  if (cyclesLeft > MOST_CYCLES) return MOST_CYCLES
  return cyclesLeft > 0n ? cyclesLeft : 1n
}
