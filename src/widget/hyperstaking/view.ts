import { h, setText } from '../dom.ts'
import { groupingListeners } from '../grouping-listeners.ts'
import { rewriteDusk } from './fields.ts'
import type { PoolWords } from './words.ts'

export type PoolField = 'dusk' | 'active'

/** What the view paints; texts are ready. */
export interface PoolViewModel {
  title: string
  /** Null: not known. */
  reward: string | null
  unit: string
  rate: string
  apy: string
  hint: string
  warning: string
  facts: [label: string, value: string][]
  source: string[]
  /**
   * Whether the visitor may type the total stake, because it is not known; and whether the network
   * can be read for what is unknown or old.
   */
  asksActive: boolean
  canLoad: boolean
  loading: boolean
  problems: Partial<Record<PoolField, string>>
  say: { text: string; bad: boolean }
}

export interface PoolView {
  root: HTMLElement
  fields: Record<PoolField, HTMLInputElement>
  days: HTMLSelectElement
  /** Where the buttons of the wallet chunk go, and what they are about to do. */
  actions: HTMLElement
  plan: HTMLElement
  paint(painted: PoolViewModel): void
}

/** Builds the calculator's elements once; after that `paint` changes texts only. */
export function createPoolView(
  { t, f }: PoolWords,
  { compact, days }: { compact: boolean; days: number },
  on: { input(): void; load(): void },
): PoolView {
  const field = (name: PoolField) => {
    const problem = h('span', { class: 'p', role: 'alert', id: `p-${name}` })
    const input = h('input', {
      inputmode: 'decimal',
      autocomplete: 'off',
      spellcheck: 'false',
      maxlength: 40,
      part: 'input',
      'aria-describedby': `p-${name}`,
      oninput: on.input,
      ...groupingListeners((text, isGrouped) => rewriteDusk(text, f.locale, f, isGrouped)),
    })
    return {
      label: h(
        'label',
        { part: 'field' },
        t(name),
        h('span', { class: 'f' }, input, h('span', { 'aria-hidden': 'true' }, 'DUSK')),
        problem,
      ),
      input,
      problem,
    }
  }
  const dusk = field('dusk')
  const active = field('active')
  const period = h(
    'select',
    { part: 'input', onchange: on.input },
    ...[...new Set([days, 30, 365])].map((each) =>
      h('option', { value: each }, t('days', { days: `${each}` })),
    ),
  )
  const assumed = h('details', {}, h('summary', {}, t('assumptions')), active.label)
  const title = h('h2', { part: 'heading' })
  const reward = h('span')
  const unit = h('small')
  const rate = h('dd', { part: 'rate' })
  const apy = h('dd', { part: 'apy' })
  const hint = h('span')
  const load = h('button', { class: 's l', type: 'button', part: 'button load', onclick: on.load })
  const facts = h('dl', { class: 'facts', part: 'facts' })
  const warning = h('div', { class: 'warn', role: 'alert' })
  const say = h('div', { class: 'say', role: 'status', part: 'status' })
  const plan = h('div', { class: 'plan', part: 'plan' })
  const source = h('span', { class: 'src', part: 'source' })
  const actions = h('div', { class: 'act', part: 'actions' }, source)
  const root = h(
    'div',
    { class: compact ? 'w compact' : 'w', role: 'group', 'aria-label': t('group'), part: 'box' },
    h(
      'div',
      { class: 'top' },
      h('slot', { name: 'heading' }, title),
      h('span', { class: 'pill', part: 'label' }, t('third')),
    ),
    h(
      'div',
      { class: 'in', part: 'inputs' },
      dusk.label,
      h('label', { part: 'field' }, t('period'), h('span', { class: 'f' }, period)),
    ),
    h(
      'div',
      { class: 'out', part: 'results', 'aria-live': 'polite' },
      h('div', { class: 'b', part: 'reward' }, reward, unit),
      h('dl', {}, h('dt', {}, t('rate')), rate),
      h('dl', {}, h('dt', {}, t('apy')), apy),
    ),
    h('div', { class: 'hint', part: 'hint' }, hint, load),
    assumed,
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
    actions,
    plan,
    fields: { dusk: dusk.input, active: active.input },
    days: period,
    paint(painted) {
      setText(title, painted.title)
      setText(reward, painted.reward === null ? t('unknown') : `~${painted.reward}`)
      setText(unit, painted.unit)
      setText(rate, painted.rate)
      setText(apy, painted.apy)
      setText(hint, painted.hint)
      setText(warning, painted.warning)
      const key = JSON.stringify(painted.facts)
      if (key !== shownFacts)
        facts.replaceChildren(
          ...painted.facts.map(([label, value]) =>
            h('div', {}, h('dt', {}, label), h('dd', {}, value)),
          ),
        )
      shownFacts = key
      assumed.hidden = !painted.asksActive
      load.disabled = painted.loading
      load.hidden = !painted.canLoad
      setText(load, t(painted.loading ? 'loading' : 'load'))
      setText(source, painted.source.join('\n'))
      for (const [name, { input, problem }] of Object.entries({ dusk, active })) {
        const text = painted.problems[name as PoolField] ?? ''
        setText(problem, text)
        input.ariaInvalid = text ? 'true' : null
      }
      setText(say, painted.say.text)
      say.classList.toggle('bad', painted.say.bad)
    },
  }
}
