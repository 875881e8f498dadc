import { parseAmount } from '../../ui/inputs/amount.ts'
import type { AmountResult } from '../../ui/inputs/amount.ts'
import base from '../boost/boost.css?inline'
import { calculateMean } from './calculate.ts'
import type { Answer, Question } from './calculate.ts'
import { createEngine } from './engine.ts'
import type { PoolDetail, PoolEvents } from './events.ts'
import { assumed } from './figures.ts'
import type { Given, PoolFigures } from './figures.ts'
import { paintedOf } from './paint.ts'
import css from './pool.css?inline'
import { createView } from './view.ts'
import type { FieldName, View } from './view.ts'
import { english, loadWords } from './words.ts'
import type { PoolKey, PoolWords } from './words.ts'

const texts = ['dusk', 'days', 'pool', 'network', 'node-url', 'account', 'active-stake', 'pool-stake', 'deposit-fee', 'reward-fee', 'referrer', 'theme', 'locale', 'actions'] as const
type Text = (typeof texts)[number]
const propertyOf = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** On a server there is no HTMLElement: importing this there does nothing. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement

let sheet: CSSStyleSheet | undefined

/**
 * `<hyperstaking-pool>`: what DUSK in a pool is expected to earn, how far that may vary, and, when the visitor asks, how the pool stands and deposits from a wallet. Computes without any
 * request; what it takes for granted is shown, can be given by attributes, and is read from the network on demand or for an `account`.
 */
export class HyperstakingPool extends Base {
  static readonly observedAttributes: readonly string[] = [...texts, 'compact']

  declare dusk: string | null
  declare days: string | null
  declare pool: string | null
  declare network: string | null
  declare nodeUrl: string | null
  declare account: string | null
  declare activeStake: string | null
  declare poolStake: string | null
  declare depositFee: string | null
  declare rewardFee: string | null
  declare referrer: string | null
  declare theme: string | null
  declare locale: string | null
  declare actions: string | null
  declare compact: boolean

  #view: View | undefined
  #words: PoolWords = english
  #engine = createEngine()
  #read: PoolFigures | undefined
  #answered: { key: string; answer: Answer } | undefined
  #say: { text: string; bad: boolean } = { text: '', bad: false }
  #loading = false
  /** What is said is that the last reading failed. */
  #unread = false
  #ready = false
  #queued = false
  #shown = ''
  #life = new AbortController()
  /** Of the buttons as they stand: others may take their place. */
  #acting = new AbortController()

  connectedCallback(): void {
    this.#life = new AbortController()
    // A property that was set before the class was defined hides its accessor: it is set again.
    for (const name of [...texts.map(propertyOf), 'compact']) {
      if (!Object.hasOwn(this, name)) continue
      const self = this as unknown as Record<string, unknown>
      const value = self[name]
      delete self[name]
      self[name] = value
    }
    this.#build()
    void this.#chooseLanguage()
    if (this.account) void this.#readPool()
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#dress(), { signal: this.#life.signal })
  }

  disconnectedCallback(): void {
    this.#life.abort()
    this.#acting.abort()
    this.#engine.close()
  }

  attributeChangedCallback(name: Text | 'compact', old: string | null, value: string | null): void {
    if (old === value || !this.#view) return
    if (name === 'dusk' || name === 'active-stake') this.#view.fields[name === 'dusk' ? 'dusk' : 'active'].value = value ?? ''
    if (name === 'theme') this.#dress()
    else if (name === 'locale') void this.#chooseLanguage()
    else if (name === 'compact' || name === 'actions') this.#build()
    else if (name === 'pool' || name === 'network' || name === 'node-url' || name === 'account') {
      const wasRead = this.#read !== undefined
      // What was read of another pool says nothing of this one.
      if (name !== 'account') this.#read = undefined
      if (this.account || wasRead) void this.#readPool()
    }
    this.#change()
  }

  #build(): void {
    const typed = this.#view && Object.entries(this.#view.fields).map(([name, { value }]) => [name, value] as const)
    // Markup that a server rendered has a root already: its picture is replaced, not doubled.
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(base + css)
    root.adoptedStyleSheets = [sheet]
    const view = createView(this.#words, this.compact, { input: () => this.#change(), load: () => void this.#readPool() })
    this.#view = view
    view.fields.dusk.value = this.dusk ?? '1000'
    view.fields.active.value = this.activeStake ?? '200000000'
    for (const [name, value] of typed ?? []) view.fields[name as FieldName].value = value
    root.replaceChildren(view.root)
    this.#dress()
    this.#paint()
    void this.#startActions(view)
  }

  #dress(): void {
    const dark = this.theme === 'dark' || (this.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
    this.#view?.root.classList.toggle('dark', dark)
  }

  async #chooseLanguage(): Promise<void> {
    const words = await loadWords(this.locale ?? this.closest('[lang]')?.getAttribute('lang') ?? navigator.language).catch(() => english)
    if (words === this.#words || !this.isConnected) return
    this.#words = words
    this.#build()
  }

  /** One paint per task, however many attributes change in it. */
  #change(): void {
    if (this.#queued) return
    this.#queued = true
    queueMicrotask(() => {
      this.#queued = false
      this.#paint()
    })
  }

  #question(): { question: Question; problems: Partial<Record<FieldName, string>> } {
    const problems: Partial<Record<FieldName, string>> = {}
    const { fields } = this.#view!
    const { locale } = this.#words.f
    const taken = (name: FieldName, result: AmountResult): bigint | undefined => {
      if (result.ok) return result.value
      if (result.code !== 'amount-empty') problems[name] = this.#words.t(`problem.${result.code.slice(7)}` as PoolKey)
      return undefined
    }
    const given = (text: string | null, decimals: number): bigint | undefined => {
      const result = parseAmount(text ?? '', decimals, 'en')
      return result.ok ? result.value : undefined
    }
    const lux = taken('dusk', parseAmount(fields.dusk.value, 9, locale)) ?? 0n
    const active = taken('active', parseAmount(fields.active.value, 9, locale))
    const named: Given = Object.fromEntries(Object.entries({
      activeStake: active, poolStake: given(this.poolStake, 9), depositFee: given(this.depositFee, 6), rewardFee: given(this.rewardFee, 6),
    }).filter(([, value]) => value !== undefined))
    const days = Math.min(Math.max(Math.trunc(Number(this.days ?? 30)) || 30, 1), 730)
    return { question: { lux, days, prospect: this.#read?.prospect ?? assumed(named) }, problems }
  }

  #paint(): void {
    if (!this.#view || !this.isConnected) return
    const { question, problems } = this.#question()
    const calculable = question.lux > 0n && question.lux < 2n ** 64n && Object.keys(problems).length === 0
    const key = JSON.stringify(question, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))
    // The first figures must not wait for a worker to start; what was simulated before stands until the next is there.
    const answer = !calculable ? undefined : this.#answered?.key === key ? this.#answered.answer : calculateMean(question)
    this.#view.paint(paintedOf(this.#words, question, answer, this.#read, { problems, say: this.#say, loading: this.#loading }))
    this.#announce(question, answer)
    if (!calculable || this.#answered?.key === key) return
    this.#engine.ask(question, (simulated) => {
      this.#answered = { key, answer: simulated }
      this.#change()
    })
  }

  #announce({ lux, days }: Question, { reward, low, high, apr, apy }: Partial<Answer> = {}): void {
    const detail: PoolDetail = { lux: lux.toString(), days, ...Object.fromEntries(Object.entries({ reward, low, high, apr, apy }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value.toString()]]))) }
    const key = JSON.stringify(detail)
    if (key === this.#shown) return
    this.#shown = key
    this.#emit(this.#ready ? 'pool-change' : 'pool-ready', detail)
    this.#ready = true
  }

  async #readPool(): Promise<void> {
    if (this.#loading) return
    this.#loading = true
    this.#change()
    try {
      const { readPoolFigures } = await import('./chain.ts')
      const read = await readPoolFigures(this.#place())
      if (this.#life.signal.aborted) return
      if (!read.ok) return this.#fail(read.code, read.code)
      this.#read = read.figures
      if (this.#unread) this.#say = { text: '', bad: false }
      this.#unread = false
    } catch (error) {
      if (!this.#life.signal.aborted) this.#fail('network', error)
    } finally {
      this.#loading = false
      this.#change()
    }
  }

  #place() {
    return { network: this.network ?? 'mainnet', nodeUrl: this.nodeUrl, pool: this.pool, account: this.account }
  }

  async #startActions(view: View): Promise<void> {
    this.#acting.abort()
    if (this.actions !== 'deposit' && this.actions !== 'all') return
    this.#acting = new AbortController()
    const { signal } = this.#acting
    const { mountActions } = await import('./actions.ts')
    if (signal.aborted || this.#view !== view) return
    await mountActions({
      view, signal,
      f: this.#words.f,
      all: this.actions === 'all',
      place: () => ({ ...this.#place(), referrer: this.referrer }),
      lux: () => {
        const typed = parseAmount(view.fields.dusk.value, 9, this.#words.f.locale)
        return typed.ok ? typed.value : 0n
      },
      say: (text, bad) => {
        this.#say = { text, bad }
        this.#unread = false
        this.#change()
      },
      emit: (type, detail) => this.#emit(type, detail),
      connected: (account) => {
        this.account = account
      },
      again: () => void this.#readPool(),
    })
  }

  #fail(code: 'network' | 'no-pool' | 'account', error: unknown): void {
    const text = this.#words.t(`problem.${code}`)
    this.#unread = true
    this.#say = { text, bad: true }
    this.#emit('pool-error', { code, message: error instanceof Error ? error.message : text })
    this.#change()
  }

  #emit<K extends keyof PoolEvents>(type: K, detail: PoolEvents[K]): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

for (const name of texts) {
  Object.defineProperty(HyperstakingPool.prototype, propertyOf(name), {
    configurable: true,
    get(this: HTMLElement) { return this.getAttribute(name) },
    set(this: HTMLElement, value: unknown) {
      if (value === null || value === undefined) this.removeAttribute(name)
      else this.setAttribute(name, String(value))
    },
  })
}
Object.defineProperty(HyperstakingPool.prototype, 'compact', {
  configurable: true,
  get(this: HTMLElement) { return this.hasAttribute('compact') },
  set(this: HTMLElement, value: unknown) { this.toggleAttribute('compact', Boolean(value)) },
})
