import { writeFileSync } from 'node:fs'
import type { CDPSession } from 'playwright-core'
import { nameHelper } from './name-helper.ts'

interface Answer {
  id?: number
  result?: {
    result?: { value?: unknown }
    exceptionDetails?: { exception?: { description?: string }; text: string }
  } & Record<string, unknown>
  error?: { message: string }
}

/**
 * A target that Playwright does not list (the real popup, a service worker), spoken to over the
 * browser's own session.
 */
export class Remote {
  #next = 0
  readonly #waiting = new Map<
    number,
    { resolve: (answer: Answer) => void; reject: (error: Error) => void }
  >()

  private constructor(
    private readonly cdp: CDPSession,
    private readonly sessionId: string,
    readonly url: string,
  ) {
    cdp.on('Target.receivedMessageFromTarget', this.#onMessage)
    cdp.on('Target.detachedFromTarget', this.#onDetached)
  }

  static async attach(cdp: CDPSession, target: { targetId: string; url: string }): Promise<Remote> {
    const { sessionId } = await cdp.send('Target.attachToTarget', {
      targetId: target.targetId,
      flatten: false,
    })
    return new Remote(cdp, sessionId, target.url)
  }

  #onMessage = ({ sessionId, message }: { sessionId: string; message: string }) => {
    if (sessionId !== this.sessionId) return
    const answer = JSON.parse(message) as Answer
    const waiting = answer.id === undefined ? undefined : this.#waiting.get(answer.id)
    if (!waiting) return
    this.#waiting.delete(answer.id!)
    waiting.resolve(answer)
  }

  #onDetached = ({ sessionId }: { sessionId: string }) => {
    if (sessionId !== this.sessionId) return
    this.#forget()
    for (const { reject } of this.#waiting.values()) reject(new Error(`${this.url} is gone`))
    this.#waiting.clear()
  }

  #forget(): void {
    this.cdp.off('Target.receivedMessageFromTarget', this.#onMessage)
    this.cdp.off('Target.detachedFromTarget', this.#onDetached)
  }

  async send(method: string, params: object = {}): Promise<Answer['result']> {
    const id = ++this.#next
    const answer = new Promise<Answer>((resolve, reject) =>
      this.#waiting.set(id, { resolve, reject }),
    )
    await this.cdp.send('Target.sendMessageToTarget', {
      sessionId: this.sessionId,
      message: JSON.stringify({ id, method, params }),
    })
    const { result, error } = await answer
    if (error) throw new Error(`${method}: ${error.message}`)
    return result
  }

  /**
   * Runs a function there, which refers to nothing outside itself; its arguments and its result (or
   * what its promise resolves to) travel as JSON.
   */
  evaluate<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.evaluateText(`(${run.toString()})(...${JSON.stringify(args)})`) as Promise<R>
  }

  async evaluateText(expression: string): Promise<unknown> {
    const answer = await this.send('Runtime.evaluate', {
      expression: nameHelper + expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (answer?.exceptionDetails)
      throw new Error(
        answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text,
      )
    return answer?.result?.value
  }

  async screenshot(path: string): Promise<void> {
    const frame = () =>
      this.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())))
    // A popup that is opening, or growing to its content, has no surface yet: one of its next
    // frames has.
    const take = (frames: number): Promise<Answer['result']> =>
      this.send('Page.captureScreenshot', { format: 'png' }).catch(async (error: unknown) => {
        if (frames === 0 || !String(error).includes('Unable to capture')) throw error
        await frame()
        return take(frames - 1)
      })
    const answer = await take(60)
    writeFileSync(path, Buffer.from(String(answer?.['data']), 'base64'))
  }

  async detach(): Promise<void> {
    this.#forget()
    await this.cdp
      .send('Target.detachFromTarget', { sessionId: this.sessionId })
      .catch(() => undefined)
  }
}
