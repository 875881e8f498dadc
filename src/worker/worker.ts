import { createAnswerer } from './answer.ts'

// The projection worker: started as a module worker, it answers each message with one.
const answerer = createAnswerer()
const scope = self as unknown as {
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
  postMessage(message: unknown): void
}
scope.addEventListener('message', ({ data }) => scope.postMessage(answerer(data)))
