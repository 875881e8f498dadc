import { awaitFinalization, createStacksClient, findDeployment } from 'twinstack/chain'

/** Sats that a cycle really paid to a vault; resolves when the cycle's distribution is final. */
export async function paidTo(
  vault: string,
  cycle: number,
  deployment = findDeployment('mainnet-v3_0_0')!,
): Promise<bigint> {
  const client = createStacksClient({ bases: deployment.apiBases })
  const { sats } = await awaitFinalization(client, deployment, {
    cycle,
    enrolled: vault,
    rewardAddresses: [vault],
  })
  return sats
}
