import { pino, type DestinationStream, type Logger } from 'pino'
import type { KeeperEvent, TellEvent } from '../keeper-event.ts'

/** The log of a live keeper: one line of JSON for each thing that happened, amounts as text. */
export const createLog = (destination: DestinationStream = pino.destination({ sync: true })) =>
  pino(
    { name: 'twinstack-keeper', base: {}, timestamp: pino.stdTimeFunctions.isoTime },
    destination,
  )

const planFields = ({
  contract,
  plan: { step, cycle },
  burnHeight,
}: Extract<KeeperEvent, { kind: 'planned' }>) => ({
  contract,
  burnHeight,
  cycle,
  step: step.kind,
  ...(step.kind === 'call' && { call: step.call.functionName, deadline: step.call.deadline }),
  ...(step.kind === 'wait-burn' && { until: step.height, call: step.next }),
  ...(step.kind === 'wait-stacks' && { call: step.next }),
  ...(step.kind === 'stuck' && { reason: step.reason }),
})

const fieldsOf = (event: KeeperEvent): object => {
  switch (event.kind) {
    case 'looked': {
      const { burnHeight, stacksHeight, hosts } = event
      return {
        burnHeight,
        stacksHeight,
        hosts: hosts.map(({ base, trouble, indexedHeight }) => ({ base, trouble, indexedHeight })),
      }
    }
    case 'planned':
      return planFields(event)
    case 'funds':
      return {
        microStx: String(event.microStx),
        spentTodayMicroStx: String(event.spentTodayMicroStx),
        cycleMicroStx: String(event.cycleMicroStx),
      }
    case 'not-planned':
    case 'held': {
      const { kind: _, ...fields } = event
      return fields
    }
    default: {
      const { kind: _, call, ...fields } = event
      return { ...call, feeMicroStx: String(call.feeMicroStx), ...fields }
    }
  }
}

const isTrouble = ({ kind }: KeeperEvent): boolean =>
  ['not-planned', 'held', 'failed', 'given-up', 'overtaken'].includes(kind)

/** Writes events to a log; what says the same as the time before is written for tracing only. */
export function logEvents(log: Logger): TellEvent {
  const said = new Map<string, string>()
  return (event) => {
    const fields = fieldsOf(event)
    const about = `${event.kind} ${'contract' in event ? event.contract : ''}`
    const text = JSON.stringify(fields)
    const isRepeated = said.get(about) === text
    said.set(about, text)
    if (isRepeated || event.kind === 'funds') log.debug(fields, event.kind)
    else if (isTrouble(event)) log.warn(fields, event.kind)
    else log.info(fields, event.kind)
  }
}
