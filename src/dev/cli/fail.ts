/** Ends the command with a sentence for the user. */
export function fail(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
