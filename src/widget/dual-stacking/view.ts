import { h, setText } from '../dom.ts'
import { groupingListeners } from '../grouping-listeners.ts'
import type { BoostField } from './boost-field.ts'
import { rewriteField } from './fields.ts'
import type { BoostKey, BoostWords } from './words.ts'

/** What the view paints; texts are ready, undefined is not shown. */
export interface BoostViewModel {
  /** Null: not known. */
  boost: string | null
  reward: string
  rate: string
  /** The boost's place between 1 and the maximum, 0 … 1. */
  level: number
  levelText: string
  hint: [strong: string, rest: string]
  source: string[]
  /**
   * Whether the visitor may type a golden ratio, because none was given; and whether none is known
   * at all.
   */
  askGolden: boolean
  noGolden: boolean
  loading: boolean
  problems: Partial<Record<BoostField, string>>
  say: { text: string; bad: boolean }
}

export interface BoostView {
  root: HTMLElement
  fields: Record<BoostField, HTMLInputElement>
  /** Where the buttons of the wallet chunk go. */
  actions: HTMLElement
  paint(painted: BoostViewModel): void
}

/** Builds the calculator's elements once; after that `paint` changes texts only. */
export function createBoostView(
  words: BoostWords,
  compact: boolean,
  on: { input(field: BoostField): void; load(): void },
): BoostView {
  const { t } = words
  const field = (name: BoostField, label: BoostKey, unit: string) => {
    const problem = h('span', { class: 'p', role: 'alert', id: `p-${name}` })
    const input = h('input', {
      inputmode: 'decimal',
      autocomplete: 'off',
      spellcheck: 'false',
      maxlength: 40,
      part: 'input',
      'aria-describedby': `p-${name}`,
      oninput: () => on.input(name),
      ...groupingListeners((text, isGrouped) =>
        rewriteField(text, name, words, isGrouped ? words.f.locale : undefined),
      ),
    })
    return {
      label: h(
        'label',
        { part: 'field' },
        t(label),
        h('span', { class: 'f' }, input, h('span', { 'aria-hidden': 'true' }, unit)),
        problem,
      ),
      input,
      problem,
    }
  }
  const sbtc = field('sbtc', 'sbtc', 'sBTC')
  const stx = field('stx', 'stx', 'STX')
  const golden = field('golden', 'golden', 'STX/BTC')
  const load = h(
    'button',
    { class: 's l', type: 'button', part: 'button load', onclick: on.load },
    t('load'),
  )
  const boost = h('span')
  const times = h('small', {}, '×')
  const reward = h('dd', { class: 'a', part: 'reward' })
  const rate = h('dd', { part: 'rate' })
  const meter = h('meter', { min: 0, max: 1, value: 0, part: 'bar', 'aria-label': t('boost') })
  const strong = h('b')
  const rest = h('span')
  const source = h('span', { class: 'src', part: 'source' })
  const say = h('div', { class: 'say', role: 'status', part: 'status' })
  const actions = h('div', { class: 'act', part: 'actions' }, source)
  const root = h(
    'div',
    { class: compact ? 'w compact' : 'w', role: 'group', 'aria-label': t('group'), part: 'box' },
    h('slot', { name: 'heading' }, h('h2', { part: 'heading' }, t('title'))),
    h('div', { class: 'in', part: 'inputs' }, sbtc.label, stx.label, golden.label),
    h(
      'div',
      { class: 'out', part: 'results', 'aria-live': 'polite' },
      h('div', { class: 'b', part: 'boost' }, boost, times),
      h('dl', {}, h('dt', {}, t('cycle')), reward),
      h('dl', {}, h('dt', {}, t('rate')), rate),
    ),
    meter,
    h('div', { class: 'hint', part: 'hint' }, strong, rest, load),
    say,
    actions,
    h('slot', { name: 'footer' }),
  )
  return {
    root,
    fields: { sbtc: sbtc.input, stx: stx.input, golden: golden.input },
    actions,
    paint(painted) {
      setText(boost, painted.boost ?? t('unknown'))
      times.hidden = painted.boost === null
      setText(reward, painted.reward)
      setText(rate, painted.rate)
      meter.value = painted.level
      if (meter.title !== painted.levelText) meter.title = painted.levelText
      setText(strong, painted.hint[0])
      setText(rest, painted.hint[1])
      load.hidden = !painted.noGolden
      load.disabled = painted.loading
      setText(load, t(painted.loading ? 'loading' : 'load'))
      golden.label.hidden = !painted.askGolden
      setText(source, painted.source.join('\n'))
      for (const each of ['sbtc', 'stx', 'golden'] as const) {
        const { input, problem } = { sbtc, stx, golden }[each]
        const text = painted.problems[each] ?? ''
        setText(problem, text)
        input.ariaInvalid = text ? 'true' : null
      }
      setText(say, painted.say.text)
      say.classList.toggle('bad', painted.say.bad)
    },
  }
}
