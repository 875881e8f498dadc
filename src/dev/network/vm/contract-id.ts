/** The VM's own first account; also the default deployer and sender. */
export const defaultDeployer = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'

/** The full id of a contract, which is `name` (of the default deployer) or `address.name`. */
export const fullContractId = (contract: string): string =>
  contract.includes('.') ? contract : `${defaultDeployer}.${contract}`
