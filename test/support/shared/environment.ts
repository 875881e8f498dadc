import type { Environment } from 'vitest/environments'
import { closeShared } from './registry.ts'

/** Node, with browsers and networks that the test files of a process share. */
const environment: Environment = {
  name: 'shared',
  viteEnvironment: 'ssr',
  setup: () => ({ teardown: closeShared }),
}
export default environment
