import { computeChecksum } from '../../widget/snapshot-file.ts'

/** A snapshot file's JSON as a partner's server has it: 150 million STX, one manager. */
export async function sampleYieldSnapshot({
  network = 'mainnet',
  manager,
  readAt = 0,
}: {
  network?: string
  manager: string
  /** Milliseconds since 1970. */
  readAt?: number
}): Promise<string> {
  const content = {
    format: 'twinstack-yield-snapshot',
    version: 1,
    network,
    contract: `${network === 'mainnet' ? 'SP000000000000000000002Q6VF78' : 'ST000000000000000000002AMW42H'}.pox-5`,
    source: 'http://127.0.0.1:9',
    readAt,
    state: {
      clock: { firstBurnHeight: '0', cycleBlocks: '200', prepareBlocks: '20', firstCycle: '11' },
      burnHeight: '2205',
      cycle: '11',
      stakedMicroStx: '150000000000000',
      bonds: [],
      income: {
        low: '400000000',
        middle: '500000000',
        high: '640000000',
        calculations: 4,
        from: '1',
        to: '2199',
      },
    },
    manager: {
      manager,
      feeBips: '500',
      laterFee: null,
      takesStakes: true,
      claimedBy: 'anyone',
      delegatedMicroStx: '2000000000000',
      pendingMicroStx: '2000000000000',
    },
  }
  return JSON.stringify({ ...content, checksum: await computeChecksum(content) })
}
