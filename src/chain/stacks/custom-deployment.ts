import * as v from 'valibot'
import { foreignName } from '../../words/foreign-name.ts'
import { checkAddress } from './check-address.ts'
import { checkBase } from './check-base.ts'
import {
  allDeployments,
  chainIds,
  defaultBases,
  networks,
  sbtcTokens,
  type Deployment,
} from './deployments.ts'
import { contractIdPattern } from './principal.ts'
import { explorerOf } from './stored-deployment.ts'

/** What a user enters for a custom deployment. Empty bases or token: the network's defaults. */
export const customInput = v.object({
  label: v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(40),
    v.transform((text) => foreignName(text, 40) ?? ''),
  ),
  network: v.picklist(networks),
  contract: v.pipe(v.string(), v.trim()),
  apiBases: v.array(v.pipe(v.string(), v.trim())),
  sbtcToken: v.optional(v.pipe(v.string(), v.trim()), ''),
})

/** Why a custom deployment is refused; `deployment.<code>` in the catalogue of words. */
export const customProblems = [
  'incomplete',
  'bad-contract',
  'wrong-network',
  'bad-token',
  'bad-url',
  'insecure-url',
  'exists',
] as const
export type CustomProblem = (typeof customProblems)[number]

type MadeDeployment = { ok: true; deployment: Deployment } | { ok: false; problem: CustomProblem }

/**
 * Builds a deployment from what the user entered, or says what is wrong with it; the family is
 * detected from the contract itself at the first reading. Refuses one that is built in or among
 * `existing`.
 */
export const parseCustomDeployment = (
  input: unknown,
  existing: readonly Deployment[] = [],
): MadeDeployment => {
  const made = makeDeployment(input)
  if (!made.ok) return made
  const { contract, network, apiBases } = made.deployment
  const isDuplicate = allDeployments(existing).some(
    (deployment) =>
      deployment.contract === contract &&
      deployment.network === network &&
      deployment.apiBases[0] === apiBases[0],
  )
  return isDuplicate ? { ok: false, problem: 'exists' } : made
}

/** Builds a deployment as `parseCustomDeployment` does, whether or not there is one like it. */
export const makeDeployment = (input: unknown): MadeDeployment => {
  const parsed = v.safeParse(customInput, input)
  if (!parsed.success) return { ok: false, problem: 'incomplete' }
  const { label, network, contract, apiBases, sbtcToken } = parsed.output
  const checked = checkAddress(contract, network)
  if (!checked.ok)
    return {
      ok: false,
      problem: checked.problem === 'wrong-network' ? 'wrong-network' : 'bad-contract',
    }
  if (checked.kind !== 'contract') return { ok: false, problem: 'bad-contract' }
  if (sbtcToken && !contractIdPattern.test(sbtcToken)) return { ok: false, problem: 'bad-token' }
  const bases: string[] = []
  for (const text of apiBases.filter(Boolean)) {
    const base = checkBase(text)
    if (!base.ok) return { ok: false, problem: base.problem }
    bases.push(base.base)
  }
  const apiBasesUsed = bases.length > 0 ? bases : defaultBases[network]
  if (apiBasesUsed.length === 0) return { ok: false, problem: 'bad-url' }
  return {
    ok: true,
    deployment: {
      id: `custom-${network}-${checked.address}${bases[0] ? `@${new URL(bases[0]).host}` : ''}`,
      label: label || checked.address.split('.')[1]!,
      family: null,
      network,
      chainId: chainIds[network],
      contract: checked.address,
      apiBases: apiBasesUsed,
      sbtcToken: sbtcToken || sbtcTokens[network],
      liquidContract: null,
      balancesContract: null,
      figuresContract: null,
      calendar: null,
      firstCycle: null,
      supersededBy: null,
      life: null,
      explorer: explorerOf(network),
      custom: true,
    },
  }
}
