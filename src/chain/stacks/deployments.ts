import * as v from 'valibot'
import { announcedLives } from './announced-lives.ts'
import { contractIdPattern } from './principal.ts'
import { announcedLife } from './programme-life.ts'
import { families } from './readings.ts'

/** The networks that wallets know; `devnet` is the embedded one. */
export const networks = ['mainnet', 'testnet', 'devnet'] as const
export type NetworkName = (typeof networks)[number]

export const chainIds: Record<NetworkName, number> = {
  mainnet: 1,
  testnet: 0x80000000,
  devnet: 0x80000000,
}

const contractId = v.pipe(v.string(), v.regex(contractIdPattern))

/** One contract on one network as data. A new version with known shapes is one more row. */
export const deployment = v.object({
  id: v.string(),
  label: v.string(),
  /** Null: detected from the contract's interface. */
  family: v.nullable(v.picklist(families)),
  network: v.picklist(networks),
  chainId: v.number(),
  contract: contractId,
  /** Equivalent API hosts in order of preference, without a slash at the end. */
  apiBases: v.array(v.string()),
  sbtcToken: contractId,
  /** Answers liquid stacked microSTX by `get-user-liquid-stx-stacked`; null: none known. */
  liquidContract: v.nullable(contractId),
  /** V3: answers stacked STX and sBTC in DeFi by `get-user-balances`. */
  balancesContract: v.nullable(contractId),
  /**
   * An earlier v2 contract whose rules and last figures are used for an estimate where this one
   * publishes none; null: none.
   */
  figuresContract: v.optional(v.nullable(contractId), null),
  /**
   * The nominal calendar [dual-stacking 10.4]: cycle k starts at `startHeight + k·cycleBlocks`;
   * null: only the contract knows.
   */
  calendar: v.nullable(v.object({ startHeight: v.number(), cycleBlocks: v.number() })),
  /** The cycle this contract started with; null: not known. */
  firstCycle: v.nullable(v.number()),
  /** Id of the row that replaced this one; calls to this contract no longer have an effect. */
  supersededBy: v.nullable(v.string()),
  /** What has been announced of the programme's end; null: nothing, it runs. */
  life: v.optional(v.nullable(announcedLife), null),
  /** Base of the explorer, which takes /txid/… and /address/…; null: none. */
  explorer: v.nullable(v.string()),
  custom: v.boolean(),
})
/** One contract on one network, with where it is read. */
export type Deployment = v.InferOutput<typeof deployment>

export const sbtcTokens: Record<NetworkName, string> = {
  mainnet: 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token',
  testnet: 'SN3VMHXEN64ZZF71JQ5VESXDWTR301XTTXGF4J8F1.sbtc-token',
  devnet: 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token',
}

/** Public hosts of each network; the embedded one is wherever it was started. */
export const defaultBases: Record<NetworkName, string[]> = {
  mainnet: ['https://api.hiro.so', 'https://api.mainnet.hiro.so'],
  testnet: ['https://api.testnet.hiro.so'],
  devnet: [],
}

const explorer = 'https://explorer.hiro.so'
const mainnetDeployer = 'SP1HFCRKEJ8BYW4D0E3FAWHFDX8A25PPAA83HWWZ9'
const embeddedDeployer = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'
const ofMainnet = (name: string) => `${mainnetDeployer}.${name}`
const ofEmbedded = (name: string) => `${embeddedDeployer}.${name}`

type Row = Pick<Deployment, 'id' | 'label' | 'family' | 'contract'> & Partial<Deployment>

const row =
  (network: NetworkName, more: Partial<Deployment>) =>
  (fields: Row): Deployment => ({
    network,
    chainId: chainIds[network],
    apiBases: defaultBases[network],
    sbtcToken: sbtcTokens[network],
    liquidContract: null,
    balancesContract: null,
    figuresContract: null,
    calendar: null,
    firstCycle: null,
    supersededBy: null,
    life: null,
    explorer: null,
    custom: false,
    ...more,
    ...fields,
  })

const mainnet = row('mainnet', {
  life: announcedLives.mainnet,
  calendar: { startHeight: 922_150, cycleBlocks: 2100 },
  explorer,
  supersededBy: 'mainnet-v3_0_0',
})
const embedded = row('devnet', {})
const version2 = (name: string, more: Partial<Deployment> = {}): Deployment =>
  mainnet({
    id: `mainnet-${name}`,
    label: name.replaceAll('_', '.'),
    family: 'v2',
    contract: ofMainnet(`dual-stacking-${name}`),
    liquidContract: ofMainnet('liquid-stacking-v2'),
    ...more,
  })

/**
 * Every deployment that this version knows, the newest of each network last [dual-stacking 10.1].
 */
export const builtInDeployments: readonly Deployment[] = [
  mainnet({
    id: 'mainnet-v1',
    label: 'v1',
    family: 'v1',
    contract: ofMainnet('dual-stacking-v1'),
    liquidContract: ofMainnet('liquid-stacking-v1_0_1'),
    firstCycle: 0,
  }),
  version2('v2_0_2'),
  version2('v2_0_3'),
  version2('v2_0_4', { firstCycle: 6 }),
  version2('v2_0_5'),
  version2('v2_1_0'),
  mainnet({
    id: 'mainnet-v3_0_0',
    label: 'v3.0.0',
    family: 'v3',
    contract: ofMainnet('dual-stacking-v3_0_0'),
    balancesContract: ofMainnet('dual-stacking-v3-balances'),
    figuresContract: ofMainnet('dual-stacking-v2_1_0'),
    supersededBy: null,
  }),
  row('testnet', { explorer })({
    id: 'testnet-v2',
    label: 'v2 (testing)',
    family: 'v2',
    contract: 'ST39770H89J51RQEZPJ4JNTA7QCTXRMVQF60FY2X3.dual-stacking-v2-testing',
  }),
  embedded({
    id: 'embedded-v1',
    label: 'v1',
    family: 'v1',
    contract: ofEmbedded('dual-stacking-v1'),
    liquidContract: ofEmbedded('liquid-stacking-v1_0_1'),
  }),
  embedded({
    id: 'embedded-live',
    label: 'v1-live',
    family: 'v1',
    contract: ofEmbedded('dual-stacking-live'),
    liquidContract: ofEmbedded('liquid-stacking-live'),
  }),
  embedded({
    id: 'embedded-v2',
    label: 'v2',
    family: 'v2',
    contract: ofEmbedded('dual-stacking-v2'),
  }),
  embedded({
    id: 'embedded-v3',
    label: 'v3',
    family: 'v3',
    contract: ofEmbedded('dual-stacking-v3'),
    balancesContract: ofEmbedded('dual-stacking-v3-balances'),
    figuresContract: ofEmbedded('dual-stacking-v2'),
  }),
]

/** What a fresh profile starts with. */
export const defaultDeployment = 'mainnet-v3_0_0'

/** The contract that an embedded network runs as mainnet is today. */
export const embeddedDeployment = 'embedded-live'

/** What a network's name stands for: its newest deployment, of the embedded one today's. */
export const newestDeployment = (network: string): Deployment | undefined =>
  builtInDeployments.findLast(
    (row) =>
      row.network === network &&
      row.supersededBy === null &&
      (network !== 'devnet' || row.id === embeddedDeployment),
  )

/**
 * A programme of anyone's own that no row lists; its id is `network/contract`. The contract's form
 * is the caller's to check, its family is detected at the first reading.
 */
export const unlistedDeployment = (network: NetworkName, contract: string): Deployment =>
  row(network, { custom: true })({
    id: `${network}/${contract}`,
    label: contract,
    family: null,
    contract,
  })

/** Built-in rows, then the user's; a user's row never hides a built-in one. */
export const allDeployments = (custom: readonly Deployment[] = []): Deployment[] => [
  ...builtInDeployments,
  ...custom.filter(({ id }) => !builtInDeployments.some((builtIn) => builtIn.id === id)),
]

/** The deployment of that id, built in or among the user's own; undefined when there is none. */
export const findDeployment = (
  id: string,
  custom: readonly Deployment[] = [],
): Deployment | undefined => allDeployments(custom).find((deployment) => deployment.id === id)

/**
 * This deployment, and all others on its network that may have paid the same address: past rewards
 * came from the contracts before it.
 */
export const deploymentsOnNetwork = (
  deployment: Deployment,
  custom: readonly Deployment[] = [],
): Deployment[] => [
  deployment,
  ...allDeployments(custom).filter(
    ({ id, network, custom: isCustom }) =>
      id !== deployment.id && network === deployment.network && (network !== 'devnet' || !isCustom),
  ),
]
