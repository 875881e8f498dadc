import { networkContracts, type NetworkContracts } from '../contracts.ts'
import { poxContractSource } from './contract-sources.ts'
import { nativePoolContract, stakingManagers } from './staking-setting.ts'

const sbtcAddress = 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4'

/** Mainnet's epoch: pox-5 and its managers, with the live build of Dual Stacking. */
export const stakingContracts = (): NetworkContracts => {
  const { live } = networkContracts
  const [deposit, ...rest] = live.rows
  const withdrawal = { file: 'sbtc-withdrawal', name: 'sbtc-withdrawal', owner: sbtcAddress }
  return {
    ...live,
    epoch: '4.0',
    rows: [deposit!, withdrawal, ...rest],
    staking: [
      { id: nativePoolContract, source: poxContractSource('native-pool') },
      ...Object.entries(stakingManagers).map(([kind, id]) => ({
        id,
        source: poxContractSource(kind as keyof typeof stakingManagers, {
          nativePool: nativePoolContract,
        }),
      })),
    ],
  }
}
