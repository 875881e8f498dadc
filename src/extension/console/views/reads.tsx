import * as v from 'valibot'
import type { ArgumentValue } from '../../../ui/console/parse-argument.ts'
import { ReadsView, type ReadOutcome } from '../../../ui/console/reads-view.tsx'
import type { ConsoleContext } from '../console-context.ts'
import { UnansweredQuestion } from '../worker-link.ts'
import { Unplanned } from './unplanned.tsx'

const answer = v.object({ value: v.custom<ArgumentValue>((value) => value !== undefined) })

/** Every read-only function of the contract. */
export function ReadsTab({ chain, link, env }: ConsoleContext) {
  if (!chain.capabilities) return <Unplanned chain={chain} />
  const read = async (functionName: string, args: ArgumentValue[]): Promise<ReadOutcome> => {
    try {
      return {
        ok: true,
        value: (await link.ask({ kind: 'read', functionName, args }, answer)).value,
      }
    } catch (failure) {
      return {
        ok: false,
        reason: failure instanceof UnansweredQuestion ? failure.reason : 'bad-answer',
      }
    }
  }
  return <ReadsView functions={chain.capabilities.reads} env={env} onRead={read} />
}
