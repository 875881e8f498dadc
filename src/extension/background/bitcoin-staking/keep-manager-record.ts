import { managerReadingOf } from '../../../app/bitcoin-staking/staking-question.ts'
import { stakingItem, stakingRecordsItem } from '../../../app/bitcoin-staking/stored-items.ts'
import { refuse, type CommandResult } from '../../../app/command-result.ts'
import { PoxReader } from '../../../chain/stacks/bitcoin-staking/pox-reader.ts'
import { readManagerRecord } from '../../../chain/stacks/bitcoin-staking/read-manager-record.ts'
import { checkAddress } from '../../../chain/stacks/check-address.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import type { StacksChain } from '../dual-stacking/stacks-chain.ts'
import { stakingInUse } from './staking-in-use.ts'

/** Records that are kept: as many as anybody looks at. */
const KEPT = 60

/** Reads what one manager has done so far, which its interface says how to find, and keeps it. */
export async function keepManagerRecord(
  store: ItemStore,
  { client, deployment }: StacksChain,
  manager: string,
): Promise<CommandResult> {
  if (!checkAddress(manager, deployment.network).ok) return refuse('not-a-principal')
  const staking = stakingInUse(deployment)
  const { programme, managers } = store.get(stakingItem)
  const shape = managerReadingOf({ holder: null, managers }, manager)?.shape
  if (programme?.deployment !== staking.id || !shape?.known) return refuse('no-answer')
  const record = await readManagerRecord(new PoxReader(client, staking), manager, shape.value)
  const { burnHeight } = programme
  await store.update(stakingRecordsItem, ({ [manager]: _old, ...others }) => ({
    ...Object.fromEntries(Object.entries(others).slice(1 - KEPT)),
    [manager]: { record, burnHeight },
  }))
  return { ok: true }
}
