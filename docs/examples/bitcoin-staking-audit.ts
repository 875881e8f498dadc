import {
  auditStakingCycle,
  collectStakingAudit,
  createStacksClient,
  stakingDeployment,
} from 'twinstack/bitcoin-staking'

/** What does not agree in a cycle of pox-5: empty when all is right to the sat; null: not read. */
export async function findWrongFigures(base: string, cycle: bigint) {
  const deployment = { ...stakingDeployment('devnet'), apiBases: [base] }
  const material = await collectStakingAudit(createStacksClient({ bases: [base] }), deployment, {
    cycle,
    progress: { kept: [], report: () => {} },
  })
  return material.ok ? auditStakingCycle(material.value, cycle).differing : null
}
