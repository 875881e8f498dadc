import { sbtcTokens } from '../../../chain/stacks/deployments.ts'
import { hashSource } from '../../../chain/stacks/hash-source.ts'
import type { BuildPart, LiveBuild } from '../../../chain/stacks/programme/live-build.ts'

type Token = LiveBuild['token']

/** The texts that a source is deployed as, by the network whose sBTC token they name. */
const textsOf = (source: string): { token: Token; text: string }[] =>
  source.includes(sbtcTokens.mainnet)
    ? (['mainnet', 'testnet'] as const).map((token) => ({
        token,
        text: source.replaceAll(sbtcTokens.mainnet, sbtcTokens[token]),
      }))
    : [{ token: null, text: source }]

function addText(
  builds: readonly LiveBuild[],
  part: BuildPart,
  { token, text }: { token: Token; text: string },
): LiveBuild[] {
  const { plain, exact } = hashSource(text)
  const isSame = (build: LiveBuild) => build.part === part && build.plain === plain
  if (builds.some(isSame))
    return builds.map((build) =>
      isSame(build) && !build.exact.includes(exact)
        ? { ...build, exact: [...build.exact, exact] }
        : build,
    )
  const before = builds.filter((build) => build.part === part && build.token === token)
  return [...builds, { part, version: before.length + 1, token, plain, exact: [exact] }]
}

/**
 * Builds with this source of a part among them: a row that is there is kept, another layout of its
 * code joins it, and other code is the part's next version.
 */
export const addBuilds = (
  builds: readonly LiveBuild[],
  part: BuildPart,
  source: string,
): LiveBuild[] => textsOf(source).reduce((all, text) => addText(all, part, text), [...builds])
