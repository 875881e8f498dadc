import type { WalletJob } from '../../../wallet/bridge/wallet-job.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { WALLET_TIMEOUT_MS } from '../signing/wallet-timeout.ts'
import { currentDeployment } from './deployment-in-use.ts'

export const stacksConnectJob = (store: ItemStore, id: string, walletId: string): WalletJob => ({
  kind: 'connect',
  id,
  nonce: id,
  walletId,
  network: currentDeployment(store).network,
  timeoutMs: WALLET_TIMEOUT_MS,
})

export const stacksCallJob = (
  { id, request, addressFirst = false }: StacksIntent,
  nonce: string,
  walletId: string,
): WalletJob => ({
  kind: 'call',
  id,
  nonce,
  walletId,
  request,
  addressFirst,
  timeoutMs: WALLET_TIMEOUT_MS,
})
