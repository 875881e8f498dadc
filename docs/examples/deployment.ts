import { parseCustomDeployment } from 'twinstack/chain'

// A deployment is a row of data. What a user adds in the settings becomes one by the same check:
const added = parseCustomDeployment({
  label: 'My copy',
  network: 'testnet',
  contract: 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC.my-dual-stacking',
  apiBases: [],
})
if (!added.ok) throw new Error(added.problem)
export const { deployment } = added
