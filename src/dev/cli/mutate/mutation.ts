/** How the code looks without a defence that a row of SECURITY.md names. */
export interface Mutation {
  /** The row's threat, word for word; the row names the test that must fail. */
  threat: string
  /** Text in the sources or the manifest, and what replaces it wherever it occurs. */
  from: string
  to: string
  /** The same for other texts of the same files, where one defence stands in for another. */
  also?: readonly { from: string; to: string }[]
  /** The beginning of the paths in which it is replaced; everywhere, if left out. */
  within?: string
}
