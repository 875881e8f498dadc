import * as v from 'valibot'
import { isLoopback } from '../http/client.ts'
import { checkAddress } from './check-address.ts'
import {
  allDeployments,
  chainIds,
  defaultBases,
  networks,
  sbtcTokens,
  type Deployment,
} from './deployments.ts'

/**
 * What a user enters for a deployment of their own. Empty bases or token: the network's usual ones.
 */
export const customInput = v.object({
  label: v.pipe(v.string(), v.trim(), v.maxLength(40)),
  network: v.picklist(networks),
  contract: v.pipe(v.string(), v.trim()),
  apiBases: v.array(v.pipe(v.string(), v.trim())),
  sbtcToken: v.optional(v.pipe(v.string(), v.trim()), ''),
})

/** Why a row is refused; the sentence is `deployment.<code>` in the message catalogue. */
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

const LONGEST_URL = 2000

/** An API base without its closing slash; plain http is for this machine only. */
export const checkBase = (
  text: string,
): { ok: true; base: string } | { ok: false; problem: 'bad-url' | 'insecure-url' } => {
  const url = text.length <= LONGEST_URL && URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.search || url.hash)
    return { ok: false, problem: 'bad-url' }
  if (url.protocol === 'http:' && !isLoopback(text)) return { ok: false, problem: 'insecure-url' }
  return { ok: true, base: `${url.origin}${url.pathname}`.replace(/\/+$/, '') }
}

/**
 * Makes a row of what the user entered, or says what is wrong with it; the version is told from the
 * contract itself at the first reading.
 */
export const customDeployment = (
  input: unknown,
  existing: readonly Deployment[] = [],
): { ok: true; deployment: Deployment } | { ok: false; problem: CustomProblem } => {
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
  if (sbtcToken && !/^S[0-9A-Z]{26,41}\.[a-zA-Z][\w-]{0,127}$/.test(sbtcToken))
    return { ok: false, problem: 'bad-token' }
  const bases: string[] = []
  for (const text of apiBases.filter(Boolean)) {
    const base = checkBase(text)
    if (!base.ok) return { ok: false, problem: base.problem }
    bases.push(base.base)
  }
  const used = bases.length > 0 ? bases : defaultBases[network]
  const isThere = allDeployments(existing).some(
    (each) =>
      each.contract === checked.address && each.network === network && each.apiBases[0] === used[0],
  )
  if (isThere) return { ok: false, problem: 'exists' }
  return {
    ok: true,
    deployment: {
      id: `custom-${network}-${checked.address}${bases[0] ? `@${new URL(bases[0]).host}` : ''}`,
      label: label || checked.address.split('.')[1]!,
      family: null,
      network,
      chainId: chainIds[network],
      contract: checked.address,
      apiBases: used,
      sbtcToken: sbtcToken || sbtcTokens[network],
      liquidContract: null,
      balancesContract: null,
      figuresContract: null,
      calendar: null,
      firstCycle: null,
      supersededBy: null,
      explorer: network === 'devnet' ? null : 'https://explorer.hiro.so',
      custom: true,
    },
  }
}
