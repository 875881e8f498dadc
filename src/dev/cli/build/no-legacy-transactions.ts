/**
 * Replaces `@stacks/transactions-v6`: @stacks/connect needs it for the calls of its older versions,
 * which nothing here makes.
 */
export const ClarityType = {}
export const serializePostCondition = (): never => {
  throw new Error('Calls of older versions are not part of this script')
}
