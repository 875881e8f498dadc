import { known, unknown, type Known } from '../../known.ts'
import { managerShapeOf, type ManagerShape } from './manager-shape.ts'
import type { PoxReader } from './pox-reader.ts'

// A contract cannot change.
const CODE_BLOCKS = 4032

/** Reads what kind of manager a contract is; one request the first time [bitcoin-staking 7.7]. */
export async function readManagerShape(
  reader: PoxReader,
  manager: string,
): Promise<Known<ManagerShape>> {
  const found = await reader.ask(
    (options) => reader.client.contractInterface(manager, options),
    CODE_BLOCKS,
  )
  if (!found.known) return found
  const shape = managerShapeOf(found.value)
  return shape === undefined ? unknown('not-offered') : known(shape)
}
