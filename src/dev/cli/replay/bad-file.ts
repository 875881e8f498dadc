/** A file that cannot be replayed: what is wrong with it, and in which line. */
export class BadFile extends Error {
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.name = 'BadFile'
    this.line = line
  }
}
