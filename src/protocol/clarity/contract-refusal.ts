/** An error of the contract: the call, or the element of a batch, changes nothing. */
export class ContractRefusal extends Error {
  readonly code: number

  constructor(code: number) {
    super(`The contract refuses with error ${code}.`)
    this.name = 'Refusal'
    this.code = code
  }
}

/** Refuses with the error `code` unless the condition holds. */
export function refuseUnless(condition: boolean, code: number): asserts condition {
  if (!condition) throw new ContractRefusal(code)
}
