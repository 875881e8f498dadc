import { fileURLToPath } from 'node:url'

/** The file of a sample trace. */
export const samplePath = (name: string): string =>
  fileURLToPath(new URL(`../../src/dev/traces/${name}.jsonl`, import.meta.url))
