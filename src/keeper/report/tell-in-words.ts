import { stxNumber } from '../../words/format/amounts.ts'
import type { HostLook } from '../hosts/keeper-hosts.ts'
import type { KeeperEvent, TellEvent } from '../keeper-event.ts'
import type { KeeperSentence, Speaker } from '../speak.ts'
import { describePlan, troubleSentence } from './describe-plan.ts'

/** A host and its trouble. */
export const hostSentence = ({ base, trouble, indexedHeight }: HostLook): KeeperSentence =>
  trouble === null
    ? { word: 'keeper.host.good', values: { host: base, indexed: String(indexedHeight) } }
    : { word: `keeper.host.${trouble}`, values: { host: base } }

/** Why a call is not sent. */
export const heldSentence = ({
  contract,
  functionName: name,
  reason,
  detail: code,
}: Extract<KeeperEvent, { kind: 'held' }>): KeeperSentence => ({
  word: `keeper.held.${reason}`,
  values: { contract, name, code },
})

/** Tells in sentences what a dry run finds: one line each, said once while it stays the same. */
export function createTeller({ locale, say }: Speaker, write: (line: string) => void): TellEvent {
  const said = new Map<string, string>()
  const tell = (about: string, sentences: readonly KeeperSentence[]) => {
    const text = sentences.map(say).join(' ')
    if (said.get(about) === text) return
    said.set(about, text)
    write(text)
  }
  const feeSentence = (feeMicroStx: bigint | null): KeeperSentence =>
    feeMicroStx === null
      ? { word: 'keeper.plan.noFee' }
      : { word: 'keeper.plan.fee', values: { fee: stxNumber(locale, feeMicroStx, 'exact') } }

  return (event) => {
    switch (event.kind) {
      case 'looked': {
        for (const host of event.hosts)
          if (host.trouble !== null || said.has(host.base)) tell(host.base, [hostSentence(host)])
        const { burnHeight, stacksHeight } = event
        return tell('', [
          burnHeight === null
            ? { word: 'keeper.looked.none' }
            : {
                word: 'keeper.looked',
                values: { burn: String(burnHeight), stacks: String(stacksHeight) },
              },
        ])
      }
      case 'planned': {
        const { contract, plan, burnHeight } = event
        const sentences = describePlan({ contract, step: plan.step, burnHeight }, say)
        const isCall = plan.step.kind === 'call'
        return tell(contract, isCall ? [...sentences, feeSentence(event.feeMicroStx)] : sentences)
      }
      case 'not-planned':
        return tell(event.contract, [troubleSentence(event.contract, event.trouble)])
      case 'held':
        return tell(`${event.contract} held`, [heldSentence(event)])
      default:
        return undefined
    }
  }
}
