import type { Deployment } from '../../chain/stacks/deployments.ts'
import type { Words } from '../../words/create-words.ts'

/** A deployment as a person chooses it; one that was added says so, whatever its label is. */
export const nameDeployment =
  ({ t }: Pick<Words, 't'>) =>
  ({ id, network, label, contract, apiBases, custom, supersededBy }: Deployment) => {
    const name = `${t(`network.${network}`)} · ${label}`
    return {
      id,
      name: custom ? t('deployment.own', { name }) : name,
      isEarlier: supersededBy !== null,
      target: { network, contract, apiBases },
    }
  }
