import type { KeptCall } from './keeper-state.ts'

/** What failures of a call are counted under. */
export const keyOfCall = ({
  contract,
  functionName,
}: Pick<KeptCall, 'contract' | 'functionName'>): string => `${contract} ${functionName}`
