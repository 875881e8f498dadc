import { createStacksClient, refreshHolder, stakingDeployment } from 'twinstack/bitcoin-staking'

/** What an address can claim, in sats after fees where they are known, newest cycle first. */
export async function readClaimable(base: string, address: string) {
  const client = createStacksClient({ bases: [base] })
  const deployment = { ...stakingDeployment('devnet'), apiBases: [base] }
  const { reading } = await refreshHolder(client, deployment, { address })
  return reading?.claims?.cycles.flatMap(({ cycle, legs }) =>
    legs.map(({ bond, netSats }) => ({ cycle, bond, netSats })),
  )
}
