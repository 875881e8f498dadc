import { demoParticipants } from '../demo/people.ts'
import type { Node } from '../node/node.ts'
import { createFamilies } from './families.ts'

/** Sats in DeFi protocols, for those who have any. */
const inDefi = [40_000_000n, undefined, 5_000_000n]

/**
 * Adds contracts of the second and third family's shape to a demo: a first cycle with its first
 * snapshot taken, and one enrolled user in each.
 */
export const setUpFamilies = async (node: Node): Promise<void> => {
  const families = await createFamilies(node)
  const people = demoParticipants()
    .slice(0, inDefi.length)
    .map(({ account }, index) => {
      const defiSats = inDefi[index]
      return { account, ...(defiSats !== undefined && { defiSats }) }
    })
  await families.v2.open(people)
  await families.v2.runTo('capture-snapshot-balances')
  for (const { account, defiSats } of people) {
    await families.v3.enroll(account)
    if (defiSats !== undefined) await families.v3.setDefi(account.address, defiSats)
  }
}
