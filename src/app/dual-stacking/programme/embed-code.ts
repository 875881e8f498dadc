import type { Deployment } from '../../../chain/stacks/deployments.ts'

type Embedded = Pick<Deployment, 'id' | 'network' | 'contract' | 'custom'>

/** What the calculator's attribute `network` says of a deployment. */
const networkAttribute = ({ id, network, contract, custom }: Embedded): string =>
  custom ? `${network}/${contract}` : id

/**
 * The code with which a partner's bundler shows the calculator of a programme, from npm. A script
 * tag needs the hash of a file, which only the site that hosts it knows: the builder makes it.
 */
export const embedCode = (deployment: Embedded, version: string): string =>
  `npm install --save-exact twinstack@${version}

import 'twinstack/widget'

<dual-stacking-boost
  network="${networkAttribute(deployment)}"
  actions="enroll"></dual-stacking-boost>
`
