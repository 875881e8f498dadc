/** A publicly known key: for development only. */
export type DevnetAccount = { name: string; address: string; key: string }

/** Pays for the network's own calls, deploys the contracts and administers them. */
export const deployer: DevnetAccount = {
  name: 'deployer',
  address: 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM',
  key: '753b7cc01a1a2e86221266a154af739463fce51219d97e4f856cd7200c3bd2a601',
}

/** Signs the steps of a cycle. */
export const keeperAccount: DevnetAccount = {
  name: 'keeper',
  address: 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5',
  key: '7287ba251d44a4d3fd9276c88ce34c5c52a038955511cccaf77e61068649c17801',
}

/** Gives STX away, and pays for minting sBTC. */
export const faucetAccount: DevnetAccount = {
  name: 'faucet',
  address: 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG',
  key: '530d9f61984c888536871c6573073bdfc0058896dc1adfe9a6a10dfacadc209101',
}

/** What a user of a demo wallet signs with; funded on every network. */
export const userAccounts: readonly DevnetAccount[] = [
  {
    name: 'user 1',
    address: 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC',
    key: 'd655b2523bcd65e34889725c73064feb17ceb796831c0e111ba1a552b0f31b3901',
  },
  {
    name: 'user 2',
    address: 'ST2NEB84ASENDXKYGJPQW86YXQCEFEX2ZQPG87ND',
    key: 'f9d7206a47f14d2870c163ebab4bf3e70d18f5d14ce1031f3902fbbc894fe4c701',
  },
  {
    name: 'user 3',
    address: 'ST2REHHS5J3CERCRBEPMGH7921Q6PYKAADT7JP2VB',
    key: '3eccc5dac8056590432db6a35d52b9896876a3d5cbdea53b72400bc9c2099fe801',
  },
]
