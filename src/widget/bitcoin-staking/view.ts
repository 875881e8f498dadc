import { h, setText } from '../dom.ts'
import { groupingListeners } from '../grouping-listeners.ts'
import { rewriteAmount } from '../rewrite-amount.ts'
import type { YieldWords } from './words.ts'

/** What the view paints; texts are ready. */
export interface YieldViewModel {
  /** Whether the page names a manager. */
  isNamed: boolean
  facts: [label: string, value: string][]
  /** Null: not known. */
  reward: string | null
  unit: string
  range: string
  fee: string
  hint: string
  warning: string
  source: string[]
  /** Whether the network can be read for what is unknown or old. */
  canLoad: boolean
  loading: boolean
  problems: { stx?: string }
  say: { text: string; bad: boolean }
}

export interface YieldView {
  root: HTMLElement
  stx: HTMLInputElement
  /** Where the buttons of the wallet chunk go, and what they are about to do. */
  actions: HTMLElement
  plan: HTMLElement
  paint(painted: YieldViewModel): void
}

/** Builds the calculator's elements once; after that `paint` changes texts only. */
export function createYieldView(
  { t, f }: YieldWords,
  compact: boolean,
  on: { input(): void; load(): void },
): YieldView {
  const problem = h('span', { class: 'p', role: 'alert', id: 'p-stx' })
  const stx = h('input', {
    inputmode: 'decimal',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: 40,
    part: 'input',
    'aria-describedby': 'p-stx',
    oninput: on.input,
    ...groupingListeners((text, isGrouped) =>
      rewriteAmount(text, 6, f, isGrouped ? f.locale : undefined),
    ),
  })
  const reward = h('span')
  const unit = h('small')
  const range = h('dd', { part: 'range' })
  const fee = h('dd', { part: 'fee' })
  const hint = h('span')
  const load = h('button', { class: 's l', type: 'button', part: 'button load', onclick: on.load })
  const facts = h('dl', { class: 'facts', part: 'facts' })
  const warning = h('div', { class: 'warn', role: 'alert' })
  const say = h('div', { class: 'say', role: 'status', part: 'status' })
  const source = h('span', { class: 'src', part: 'source' })
  const plan = h('div', { class: 'plan', part: 'plan' })
  const actions = h('div', { class: 'act', part: 'actions' }, source)
  const pill = h('span', { class: 'pill', part: 'label' }, t('third'))
  const root = h(
    'div',
    { class: compact ? 'w compact' : 'w', role: 'group', 'aria-label': t('group'), part: 'box' },
    h(
      'div',
      { class: 'top' },
      h('slot', { name: 'heading' }, h('h2', { part: 'heading' }, t('title'))),
      pill,
    ),
    h(
      'div',
      { class: 'in', part: 'inputs' },
      h(
        'label',
        { part: 'field' },
        t('stx'),
        h('span', { class: 'f' }, stx, h('span', { 'aria-hidden': 'true' }, 'STX')),
        problem,
      ),
    ),
    h(
      'div',
      { class: 'out', part: 'results', 'aria-live': 'polite' },
      h('div', { class: 'b', part: 'reward' }, reward, unit),
      h('dl', {}, h('dt', {}, t('range')), range),
      h('dl', {}, h('dt', {}, t('fee')), fee),
    ),
    h('div', { class: 'hint', part: 'hint' }, hint, load),
    facts,
    warning,
    say,
    plan,
    actions,
    h('slot', { name: 'footer' }),
  )
  let shownFacts = ''
  return {
    root,
    stx,
    actions,
    plan,
    paint(painted) {
      pill.hidden = !painted.isNamed
      const key = JSON.stringify(painted.facts)
      if (key !== shownFacts)
        facts.replaceChildren(
          ...painted.facts.map(([label, value]) =>
            h('div', {}, h('dt', {}, label), h('dd', {}, value)),
          ),
        )
      shownFacts = key
      setText(reward, painted.reward ?? t('unknown'))
      setText(unit, painted.unit)
      setText(range, painted.range)
      setText(fee, painted.fee)
      setText(hint, painted.hint)
      setText(warning, painted.warning)
      load.disabled = painted.loading
      load.hidden = !painted.canLoad
      setText(load, t(painted.loading ? 'loading' : 'load'))
      setText(source, painted.source.join('\n'))
      const text = painted.problems.stx ?? ''
      setText(problem, text)
      stx.ariaInvalid = text ? 'true' : null
      setText(say, painted.say.text)
      say.classList.toggle('bad', painted.say.bad)
    },
  }
}
