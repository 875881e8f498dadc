/** How a call can fail inside the machine, as the chain names it. */
export type PanicKind = 'Panic' | 'OutOfGas' | 'DoesNotExist'

/**
 * A trap inside a contract call: it ends the whole transaction and undoes every change. Thrown only
 * inside the machine; a receipt carries `shown(panic)`, so nothing outside has to catch it.
 */
export class Panic extends Error {
  readonly text: string
  readonly kind: PanicKind
  constructor(text: string, kind: PanicKind = 'Panic') {
    super(text)
    this.name = 'Panic'
    this.text = text
    this.kind = kind
  }
}

/** Fails the running call with a text, as a contract’s `panic!` does. */
export const panic = (text: string): never => {
  throw new Panic(text)
}

/**
 * The error as a node tells it. @example shown(new Panic('Keys mismatch')) // 'Panic: Keys
 * mismatch'
 */
export const shown = (error: Panic): string =>
  error.kind === 'Panic' ? `Panic: ${error.text}` : error.kind

/**
 * The error as it appears inside the text of a caller that expected success: quotes and backslashes
 * escaped once per level.
 */
const nestedPanicText = (error: Panic): string =>
  error.kind === 'Panic'
    ? `Panic("${error.text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}")`
    : error.kind

/**
 * Runs a call that must succeed; a failure fails the caller too, with its text in front (out of gas
 * included).
 */
export const expecting = <T>(text: string, run: () => T): T => {
  try {
    return run()
  } catch (error) {
    if (error instanceof Panic) throw new Panic(`${text}: ${nestedPanicText(error)}`)
    throw error
  }
}

/**
 * The innermost text of a shown error: what really went wrong, without the levels that only passed
 * it on.
 */
export const innermost = (text: string): string => {
  let inner = text.replace(/^Panic: /, '')
  for (;;) {
    const match = /^.*?: Panic\((\\*)"(.*)\1"\)$/s.exec(inner)
    if (!match) return inner
    inner = match[2]!
  }
}
