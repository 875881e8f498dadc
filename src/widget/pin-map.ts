/** By a file's name: its hash, as in an `integrity`, and the files that it imports at once. */
export type PinMap = Record<string, readonly [hash: string, ...imports: string[]]>
