import { readFileSync } from 'node:fs'
import { deployer } from '../accounts.ts'

const own = (name: string) => `${deployer.address}.${name}`

/**
 * Contracts of the other families' shapes, which a network can carry next to its own: ids as in the
 * list of deployments.
 */
export const familyContracts = {
  v2: own('dual-stacking-v2'),
  v3: own('dual-stacking-v3'),
  v3Balances: own('dual-stacking-v3-balances'),
}

/** In the order in which they are deployed. */
export const familySources = [
  familyContracts.v2,
  familyContracts.v3Balances,
  familyContracts.v3,
].map((contract) => {
  const name = contract.split('.')[1]!
  return {
    name,
    source: readFileSync(
      new URL(`../../../contracts/families/${name}.clar`, import.meta.url),
      'utf8',
    ),
  }
})
