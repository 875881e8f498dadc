import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'

/**
 * MicroSTX that the newest of these calls to a contract cost its sender; null: not known. Other
 * calls cost about as much.
 */
export function lastFee(intents: readonly StacksIntent[], contract: string): bigint | null {
  const paid = intents
    .filter(
      ({ request, feeMicroStx, sponsored }) =>
        request.contract === contract && feeMicroStx !== null && !sponsored,
    )
    .toSorted((a, b) => b.createdAt - a.createdAt)[0]
  return paid?.feeMicroStx ? BigInt(paid.feeMicroStx) : null
}
