import * as v from 'valibot'
import type { NetworkName } from '../deployments.ts'
import { hashSource } from '../hash-source.ts'
import { knownBuilds } from './known-builds.ts'
import { buildParts, type BuildPart } from './live-build.ts'

/** How a contract's text compares with the builds that were ever kept. */
export const partCode = v.variant('kind', [
  v.object({
    kind: v.literal('build'),
    version: v.number(),
    newest: v.number(),
    /** Comments and layout are ours too. */
    exact: v.boolean(),
  }),
  v.object({ kind: v.literal('unknown') }),
])
export type PartCode = v.InferOutput<typeof partCode>

/** What a programme's contract runs, and the two contracts beside it that it calls. */
export const programmeCode = v.object({
  main: partCode,
  /** Null: the main contract is none of ours, so that it may call anything. */
  helpers: v.nullable(v.record(v.picklist(buildParts.slice(1)), partCode)),
})
export type ProgrammeCode = v.InferOutput<typeof programmeCode>

/**
 * Compares a source with the builds of a part. A build that names another network's sBTC token is
 * not one of this network's.
 */
export function judgeSource(part: BuildPart, source: string, network: NetworkName): PartCode {
  const { exact, plain } = hashSource(source)
  const token = network === 'testnet' ? 'testnet' : 'mainnet'
  const versions = knownBuilds.filter(
    (build) => build.part === part && (build.token === null || build.token === token),
  )
  const build = versions.find((each) => each.plain === plain)
  return build
    ? {
        kind: 'build',
        version: build.version,
        newest: Math.max(...versions.map(({ version }) => version)),
        exact: build.exact.includes(exact),
      }
    : { kind: 'unknown' }
}
