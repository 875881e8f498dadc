import { stripHexPrefix } from '../hex.ts'
import type { Deployment } from './deployments.ts'

const link = (deployment: Deployment, path: string): string | null =>
  deployment.explorer ? `${deployment.explorer}/${path}?chain=${deployment.network}` : null

/** The explorer's page of a transaction; null when the network has no explorer. */
export const transactionLink = (deployment: Deployment, txid: string): string | null =>
  link(deployment, `txid/0x${stripHexPrefix(txid)}`)

/** The explorer's page of an address or a contract; null when the network has no explorer. */
export const addressLink = (deployment: Deployment, principal: string): string | null =>
  link(deployment, principal.includes('.') ? `txid/${principal}` : `address/${principal}`)
