import { type ContractId, namedContract } from '../../protocol/hyperstaking/core/ids.ts'
import { dusk } from '../../protocol/hyperstaking/core/units.ts'

/**
 * A pool that can be used: one of this project's design, or a third party's with Sozu's methods.
 */
export type PoolDeployment = {
  id: ContractId
  name: string
  kind: 'liquid' | 'referral' | 'service' | 'sozu'
  /** Set where the node that is asked has no data driver for it: it is read in bytes at once. */
  noDriver?: boolean
  /** Set where Sozu's hub names another contract than this one: nothing more is put into it. */
  moved?: boolean
  /**
   * Fees as its operators have published them, where the contract itself does not tell; scaled by
   * 10^8. The least of the minimum deposits that they name, in LUX.
   */
  published?: { depositFee: bigint; rewardFee: bigint; minimumDeposit: bigint }
}

/**
 * A Dusk network: where its nodes are, and what is deployed on it. Adding a network is adding a
 * row.
 */
export type DuskDeployment = {
  network: 'mainnet' | 'testnet' | 'local'
  chainId: number
  /** As wallets name it. */
  caip2: string
  /** Public nodes; the embedded network is wherever it was started. */
  bases: readonly string[]
  /** Sozu's directory of contracts, and the pool to use when it does not answer. */
  sozu: { hub: ContractId; pool: ContractId } | null
  pools: readonly PoolDeployment[]
}

const sozu = (id: ContractId): PoolDeployment => ({
  id,
  name: 'Sozu',
  kind: 'sozu',
  published: { depositFee: 250_000n, rewardFee: 10_000_000n, minimumDeposit: dusk(1000n) },
})

const mainnetSozu = {
  hub: 'b32c917e76abc6fcf2edbee0fa70231d8e19c405b18421794a11badfc66d2f26',
  pool: '6fdfdc713a18fc6ca2ad20eb2b4a3305a935ef47d6a872d9a4df8bc9fd9d169e',
}

const testnetSozu = {
  hub: 'bae85f8c24730a5a19fbe3d3bd58248ac8c302b62fe414a8c640d8c0ed286b9e',
  pool: '72883945ac1aa032a88543aacc9e358d1dfef07717094c05296ce675f23078f2',
}

/** The embedded network's contracts. */
const localSozu = { hub: namedContract('sozu hub'), pool: namedContract('sozu pool') }

/** Every Dusk network this version knows. */
export const duskDeployments: readonly DuskDeployment[] = [
  {
    network: 'mainnet',
    chainId: 1,
    caip2: 'dusk:1',
    bases: ['https://nodes.dusk.network'],
    sozu: mainnetSozu,
    pools: [sozu(mainnetSozu.pool)],
  },
  {
    network: 'testnet',
    chainId: 2,
    caip2: 'dusk:2',
    bases: ['https://testnet.nodes.dusk.network'],
    sozu: testnetSozu,
    pools: [sozu(testnetSozu.pool)],
  },
  {
    network: 'local',
    chainId: 0,
    caip2: 'dusk:0',
    bases: [],
    sozu: localSozu,
    pools: [
      { id: namedContract('liquid pool'), name: 'Liquid', kind: 'liquid' },
      { id: namedContract('rotating pool'), name: 'Rotating', kind: 'liquid' },
      { id: namedContract('referral pool'), name: 'Referral', kind: 'referral' },
      { id: namedContract('service pool'), name: 'Service', kind: 'service' },
      sozu(localSozu.pool),
    ],
  },
]

/** The row of a Dusk network. */
export const duskDeployment = (network: DuskDeployment['network']): DuskDeployment =>
  duskDeployments.find((row) => row.network === network)!
