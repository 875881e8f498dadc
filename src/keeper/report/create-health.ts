import type { TellEvent } from '../keeper-event.ts'

/** Whether a keeper does its work, and what is in its way. */
export interface Health {
  healthy: boolean
  burnHeight: number | null
  stacksHeight: number | null
  /** Seconds since the last look at the chain that a host answered. */
  lookedSecondsAgo: number | null
  programmes: Record<string, string>
}

/** Follows whether a keeper does its work; unhealthy after `silentMs` without a host. */
export function createHealth(silentMs: number, now: () => number = () => performance.now()) {
  let looked: { at: number; burnHeight: number; stacksHeight: number } | undefined
  const programmes: Record<string, string> = {}

  const tell: TellEvent = (event) => {
    switch (event.kind) {
      case 'looked': {
        const { burnHeight, stacksHeight } = event
        if (burnHeight !== null && stacksHeight !== null)
          looked = { at: now(), burnHeight, stacksHeight }
        return
      }
      case 'planned':
        programmes[event.contract] = event.plan.step.kind
        return
      case 'not-planned':
        programmes[event.contract] = event.trouble
        return
      case 'held':
        programmes[event.contract] = event.reason
        return
      default:
    }
  }

  return {
    tell,
    read: (): Health => ({
      healthy: looked !== undefined && now() - looked.at < silentMs,
      burnHeight: looked?.burnHeight ?? null,
      stacksHeight: looked?.stacksHeight ?? null,
      lookedSecondsAgo: looked ? Math.floor((now() - looked.at) / 1000) : null,
      programmes: { ...programmes },
    }),
  }
}
