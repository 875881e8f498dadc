import type { TellEvent } from '../keeper-event.ts'

type Labels = Readonly<Record<string, string>>
type Kind = 'counter' | 'gauge'

/** Every metric with its kind; names as Prometheus has them. */
const metrics = {
  burn_height: 'gauge',
  stacks_height: 'gauge',
  host_usable: 'gauge',
  rounds_total: 'counter',
  last_round_timestamp_seconds: 'gauge',
  window_blocks_left: 'gauge',
  stuck: 'gauge',
  calls_total: 'counter',
  held_total: 'counter',
  balance_microstx: 'gauge',
  spent_today_microstx: 'gauge',
} as const satisfies Record<string, Kind>
type Metric = keyof typeof metrics

const nameOf = (metric: Metric) => `twinstack_keeper_${metric}`

const escape = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

const labelled = (labels: Labels): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escape(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

/** Counts what a keeper tells, for Prometheus. `now`: milliseconds since 1970. */
export function createMetrics(now: () => number = Date.now) {
  const values = new Map<Metric, Map<string, number>>()
  const seriesOf = (metric: Metric) => {
    const series = values.get(metric) ?? new Map<string, number>()
    values.set(metric, series)
    return series
  }
  const set = (metric: Metric, value: number, labels: Labels = {}) =>
    void seriesOf(metric).set(labelled(labels), value)
  const count = (metric: Metric, labels: Labels = {}) => {
    const series = seriesOf(metric)
    series.set(labelled(labels), (series.get(labelled(labels)) ?? 0) + 1)
  }

  const tell: TellEvent = (event) => {
    switch (event.kind) {
      case 'looked':
        count('rounds_total')
        set('last_round_timestamp_seconds', Math.floor(now() / 1000))
        for (const { base, trouble } of event.hosts)
          set('host_usable', Number(trouble === null), { host: base })
        if (event.burnHeight !== null) set('burn_height', event.burnHeight)
        if (event.stacksHeight !== null) set('stacks_height', event.stacksHeight)
        return
      case 'planned': {
        const { contract, plan, burnHeight } = event
        const { step } = plan
        set('stuck', Number(step.kind === 'stuck'), { contract })
        if (step.kind === 'call')
          set('window_blocks_left', step.call.deadline - burnHeight, { contract })
        return
      }
      case 'held':
        return count('held_total', { contract: event.contract, reason: event.reason })
      case 'funds':
        set('balance_microstx', Number(event.microStx))
        set('spent_today_microstx', Number(event.spentTodayMicroStx))
        return
      case 'not-planned':
        return
      default: {
        const { contract, functionName } = event.call
        count('calls_total', { contract, function: functionName, outcome: event.kind })
      }
    }
  }

  return {
    tell,
    /** The text that Prometheus reads. */
    text: (): string =>
      [...values]
        .flatMap(([metric, series]) => [
          ['# TYPE', nameOf(metric), metrics[metric]].join(' '),
          ...[...series].map(([labels, value]) => `${nameOf(metric)}${labels} ${value}`),
          '',
        ])
        .join('\n'),
  }
}
