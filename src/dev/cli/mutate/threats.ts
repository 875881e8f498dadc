import { readFileSync } from 'node:fs'

/** A row of SECURITY.md's table of threats. */
export interface Threat {
  threat: string
  /** The file of the test that proves the defence, and a part of the test's title. */
  file: string
  title: string
}

/** The rows of SECURITY.md's table of threats. */
export const readThreats = (): Threat[] =>
  [
    ...readFileSync('SECURITY.md', 'utf8').matchAll(
      /^\| ([^|]+) \|.*\| `(test\/[^:`]+): ([^`]+)` \|$/gm,
    ),
  ].map(([, threat, file, title]) => ({ threat: threat!, file: file!, title: title! }))
