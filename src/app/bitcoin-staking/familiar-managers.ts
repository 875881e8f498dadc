import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'

/** Signer managers that an account's own calls have named, as far as they were sent. */
export const familiarManagers = (
  intents: readonly StacksIntent[],
  account: string,
): ReadonlySet<string> =>
  new Set(
    intents.flatMap(({ state, staking, request }) => {
      const isSent = state === 'submitted' || state === 'confirmed'
      const call = staking?.call
      if (!isSent || !call || request.account !== account) return []
      if ('manager' in call) return [call.manager]
      return call.kind === 'claim' ? [request.contract] : []
    }),
  )
