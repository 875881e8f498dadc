import * as v from 'valibot'
import { walletJob } from '../../wallet/bridge/wallet-job.ts'

/*
 *   WalletConnect's page ── question ──► background   answered with a task, or with null while none
 *                                                     is recorded for its tab
 *   WalletConnect's page ── RelayNews ─► background   what came of it (relay/protocol.ts)
 */

export const walletConnectQuestion = v.object({ type: v.literal('walletconnect/task') })

/** What WalletConnect's page has to do, with the user's project id. */
export const walletConnectTask = v.object({ projectId: v.string(), job: walletJob })
export type WalletConnectTask = v.InferOutput<typeof walletConnectTask>
