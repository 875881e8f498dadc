import type { Target } from './replay.ts'
import { checkWithMaths } from './replay.ts'
import { vmDriver } from './vm-driver.ts'
export const contractTarget: Target = { driver: vmDriver, vectors: checkWithMaths }
