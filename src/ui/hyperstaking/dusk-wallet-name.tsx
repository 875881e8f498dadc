import { isKnownDuskWallet } from '../../wallet/dusk/name-dusk-wallet.ts'
import { ForeignName } from '../parts/foreign-name.tsx'

/** A Dusk wallet: by our name where we know it, else by the page's, marked as such. */
export const DuskWalletName = ({
  name,
  product,
}: {
  name: string
  product: string | null | undefined
}) => (isKnownDuskWallet(product) ? <>{name}</> : <ForeignName name={name} />)
