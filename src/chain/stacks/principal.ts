import { validateStacksAddress } from '@stacks/transactions'

const CONTRACT_NAME = /^[a-zA-Z][\w-]{0,127}$/

/** The form of a contract id, `address.name`; the checksum of the address is not checked. */
export const contractIdPattern = /^S[0-9A-Z]{26,41}\.[a-zA-Z][\w-]{0,127}$/
/** The form of a standard or contract principal; the checksum is not checked. */
export const principalPattern = /^S[0-9A-Z]{26,41}(\.[a-zA-Z][\w-]{0,127})?$/

/** Whether a text can be the name of a contract. */
export const isContractName = (text: string): boolean => CONTRACT_NAME.test(text)

/** Whether a text is a Stacks address with a valid checksum, alone or with a contract name. */
export const isPrincipal = (text: string): boolean => {
  const [address = '', name, ...more] = text.split('.')
  return (
    more.length === 0 &&
    validateStacksAddress(address) &&
    (name === undefined || isContractName(name))
  )
}
