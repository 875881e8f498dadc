/** A file that cannot be replayed: the problem, and its line. */
export class BadFile extends Error {
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.name = 'BadFile'
    this.line = line
  }
}
