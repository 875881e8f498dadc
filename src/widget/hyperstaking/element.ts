import { parseAmount, type AmountResult } from '../../words/format/parse-amount.ts'
import { causeOf } from '../cause.ts'
import { pageLanguageOf } from '../page-language.ts'
import { adoptProperties, reflectAttributes } from '../reflect-attributes.ts'
import { verifyChunk } from '../verify-chunk.ts'
import { startPoolEngine } from './engine.ts'
import { estimatePoolMean, type PoolEstimate, type PoolQuestion } from './estimate-pool.ts'
import type { PoolDetail, PoolEvents } from './events.ts'
import { rewriteDusk } from './fields.ts'
import { assumeProspect, type PoolFigures } from './figures.ts'
import { buildPoolViewModel } from './view-model.ts'
import { createPoolView, type PoolField, type PoolView } from './view.ts'
import { englishPoolWords, loadPoolWords, type PoolWordKey, type PoolWords } from './words.ts'
import css from '../third-party.css?inline'

const observed = [
  'dusk',
  'days',
  'pool',
  'network',
  'node-url',
  'snapshot-url',
  'account',
  'active-stake',
  'pool-stake',
  'deposit-fee',
  'reward-fee',
  'referrer',
  'theme',
  'locale',
  'actions',
  'compact',
] as const
type Observed = (typeof observed)[number]

/** On a server there is no HTMLElement: importing this there does nothing. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement

/** Big integers become decimal texts; what is not known is left out. */
const toJson = (data: unknown): string =>
  JSON.stringify(data, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))

const daysOf = (given: string | null): number =>
  Math.min(Math.max(Math.trunc(Number(given)) || 30, 1), 730)

/** A style sheet belongs to one document. */
const sheets = new WeakMap<Document, CSSStyleSheet>()

/**
 * `<hyperstaking-pool>`: what DUSK in a pool is expected to earn, how far that may vary, and, when
 * the visitor asks, how the pool stands and deposits from a wallet. Computes without any request;
 * what it takes for granted is shown, can be given by attributes or a snapshot (`snapshot-url`),
 * and is read from the network on demand or for an `account`.
 */
export class HyperstakingPool extends Base {
  static readonly observedAttributes: readonly string[] = observed

  declare dusk: string | null
  declare days: string | null
  declare pool: string | null
  declare network: string | null
  declare nodeUrl: string | null
  declare snapshotUrl: string | null
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

  static {
    reflectAttributes(this.prototype, observed)
  }

  #view: PoolView | undefined
  #words: PoolWords = englishPoolWords
  #engine = startPoolEngine()
  #read: PoolFigures | undefined
  #answered: { key: string; answer: PoolEstimate | undefined } | undefined
  #say: { text: string; bad: boolean } = { text: '', bad: false }
  #loading = false
  /** The network has been asked. */
  #asked = false
  /** What is said is that the last reading failed. */
  #unread = false
  #queued = false
  /** Days to look ahead: what the page gives, then what the visitor chose. */
  #days = 30
  #shown: PoolDetail | undefined
  /** From being put into a page until being taken out; a move is neither. */
  #life: AbortController | undefined
  #reading = new AbortController()
  /** Shows the calls that fit an account. */
  #offer: ((holding: PoolFigures | undefined) => void) | undefined
  /** Of the current buttons: others may replace them. */
  #acting = new AbortController()

  /** The figures on show, as in `pool-ready` and `pool-change`; for pages that listen too late. */
  get result(): PoolDetail | undefined {
    return this.#shown
  }

  connectedCallback(): void {
    if (this.#life) return void this.#chooseLanguage()
    this.#life = new AbortController()
    adoptProperties(this, observed)
    this.#days = daysOf(this.days)
    this.#build()
    void this.#chooseLanguage()
    void this.#readSources()
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return
      this.#life = undefined
      this.#acting.abort()
      this.#reading.abort()
      this.#engine.close()
    })
  }

  adoptedCallback(): void {
    if (this.shadowRoot) this.#dress()
  }

  attributeChangedCallback(name: Observed, old: string | null, value: string | null): void {
    if (old === value || !this.#view) return
    if (name === 'dusk' || name === 'active-stake')
      this.#view.fields[name === 'dusk' ? 'dusk' : 'active'].value = rewriteDusk(
        value ?? '',
        'en',
        this.#words.f,
      )
    if (name === 'days') this.#days = daysOf(value)
    if (name === 'locale') void this.#chooseLanguage()
    else if (/^(days|compact|actions)$/.test(name)) this.#build()
    else if (/^(pool|network|node-url|snapshot-url|account)$/.test(name)) {
      const asked = this.#asked
      // What was read of another pool says nothing of this one.
      if (name !== 'account') this.#took()
      // Nor what one account has of another.
      if (this.#read) this.#read = { ...this.#read, position: null, claimable: null }
      queueMicrotask(() => void this.#readSources(asked))
    }
    this.#change()
  }

  #build(words = this.#words): void {
    const old = this.#view?.fields
    // Markup that a server rendered has a root already: its picture is replaced, not doubled.
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    const focused = root.activeElement
    const view = createPoolView(
      words,
      { compact: this.compact, days: this.#days },
      {
        input: () => {
          this.#days = Number(view.days.value)
          this.#change()
        },
        load: () => void this.#readPool(),
      },
    )
    this.#view = view
    const given = { dusk: this.dusk ?? '1000', active: this.activeStake ?? '200000000' }
    if (this.#shown) root.replaceChildren(view.root)
    for (const name of ['dusk', 'active'] as const) {
      view.fields[name].value = rewriteDusk(
        old ? old[name].value : given[name],
        old ? this.#words.f.locale : 'en',
        words.f,
      )
      if (focused && focused === old?.[name]) view.fields[name].focus()
    }
    this.#words = words
    this.#dress()
    if (this.#shown) this.#paint()
    // The first figures come in a task of their own, which with what builds the view would be a
    // long one on a slow telephone; only then is anything to be seen, so that nothing moves.
    else
      setTimeout(() => {
        if (this.#view !== view) return
        this.#paint()
        root.replaceChildren(view.root)
      })
    void this.#startActions(view).catch((error: unknown) => this.#fail('network', error))
  }

  #dress(): void {
    let sheet = sheets.get(this.ownerDocument)
    if (!sheet) {
      sheet = new (this.ownerDocument.defaultView ?? globalThis).CSSStyleSheet()
      sheet.replaceSync(css)
      sheets.set(this.ownerDocument, sheet)
    }
    this.shadowRoot!.adoptedStyleSheets = [sheet]
  }

  async #chooseLanguage(): Promise<void> {
    const words = await loadPoolWords(this.locale ?? pageLanguageOf(this)).catch(
      () => englishPoolWords,
    )
    if (words.f.locale !== this.#words.f.locale && this.isConnected) this.#build(words)
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

  #question(): { question: PoolQuestion; problems: Partial<Record<PoolField, string>> } {
    const problems: Partial<Record<PoolField, string>> = {}
    const { fields } = this.#view!
    const { locale } = this.#words.f
    const taken = (name: PoolField, result: AmountResult): bigint | undefined => {
      if (result.ok) return result.value
      if (result.code !== 'amount-empty')
        problems[name] = this.#words.t(`problem.${result.code.slice(7)}` as PoolWordKey)
      return undefined
    }
    const given = (text: string | null, decimals: number): bigint | undefined => {
      const result = parseAmount(text ?? '', decimals, 'en')
      return result.ok ? result.value : undefined
    }
    const lux = taken('dusk', parseAmount(fields.dusk.value, 9, locale)) ?? 0n
    const active = taken('active', parseAmount(fields.active.value, 9, locale))
    const named = {
      activeStake: active,
      poolStake: given(this.poolStake, 9),
      depositFee: given(this.depositFee, 6),
      rewardFee: given(this.rewardFee, 6),
    }
    return {
      question: { lux, days: this.#days, prospect: this.#read?.prospect ?? assumeProspect(named) },
      problems,
    }
  }

  #paint(): void {
    if (!this.#view || !this.isConnected) return
    const { question, problems } = this.#question()
    const calculable =
      question.lux > 0n && question.lux < 2n ** 64n && Object.keys(problems).length === 0
    const key = toJson(question)
    const finished = this.#answered?.key === key ? this.#answered.answer : undefined
    // The mean is shown until the simulation is done: the first figures need no worker.
    const answer = calculable ? (finished ?? estimatePoolMean(question)) : undefined
    this.#view.paint(
      buildPoolViewModel(
        this.#words,
        { question, answer, read: this.#read },
        {
          problems,
          say: this.#say,
          loading: this.#loading,
        },
      ),
    )
    this.#announce(question, answer)
    if (!calculable || this.#answered?.key === key) return
    this.#engine.ask(question, (simulated) => {
      this.#answered = { key, answer: simulated }
      this.#change()
    })
  }

  #announce(
    { lux, days }: PoolQuestion,
    { reward, low, high, apr, apy }: Partial<PoolEstimate> = {},
  ): void {
    const text = toJson({ lux, days, reward, low, high, apr, apy })
    const first = !this.#shown
    if (text === toJson(this.#shown)) return
    const detail = (this.#shown = JSON.parse(text) as PoolDetail)
    this.#emit(first ? 'pool-ready' : 'pool-change', detail)
  }

  /**
   * `ask`: the network is read even without an account, because the visitor had requested it
   * before.
   */
  async #readSources(ask = false): Promise<void> {
    if (!this.#life) return
    const { signal } = this.#begin()
    const url = this.snapshotUrl
    if (url) {
      try {
        await verifyChunk('snapshot.js')
        const { readPoolSnapshot } = await import('./snapshot.ts')
        const figures = await readPoolSnapshot(
          new URL(url, document.baseURI),
          this.#place(),
          signal,
        )
        if (signal.aborted) return
        this.#took(figures)
      } catch (error) {
        if (signal.aborted) return
        this.#fail('snapshot', error)
      }
    }
    if (this.account || ask) await this.#readPool(signal)
  }

  /** A newer reading takes the place of an older one. */
  #begin(): AbortController {
    this.#reading.abort()
    this.#loading = false
    return (this.#reading = new AbortController())
  }

  #took(figures?: PoolFigures): void {
    this.#read = figures
    if (this.#unread) this.#say = { text: '', bad: false }
    this.#unread = false
    this.#change()
  }

  async #readPool(signal = this.#begin().signal): Promise<void> {
    this.#asked = this.#loading = true
    this.#change()
    try {
      await verifyChunk('chain.js')
      const { readPoolFigures } = await import('./chain.ts')
      const read = await readPoolFigures(this.#place())
      if (signal.aborted) return
      if (!read.ok) return this.#fail(read.code, read.code)
      this.#took(read.figures)
    } catch (error) {
      if (!signal.aborted) this.#fail('network', error)
    } finally {
      if (!signal.aborted) {
        this.#loading = false
        this.#offerCalls()
        this.#change()
      }
    }
  }

  #place() {
    return {
      network: this.network ?? 'mainnet',
      nodeUrl: this.nodeUrl,
      pool: this.pool,
      account: this.account,
    }
  }

  async #startActions(view: PoolView): Promise<void> {
    this.#acting.abort()
    if (this.actions !== 'deposit' && this.actions !== 'all') return
    this.#acting = new AbortController()
    const { signal } = this.#acting
    await verifyChunk('actions.js')
    const { mountPoolActions } = await import('./actions.ts')
    if (signal.aborted || this.#view !== view) return
    const offer = await mountPoolActions({
      view,
      signal,
      f: this.#words.f,
      all: this.actions === 'all',
      place: () => ({ ...this.#place(), referrer: this.referrer }),
      lux: () => {
        const typed = parseAmount(view.fields.dusk.value, 9, this.#words.f.locale)
        return typed.ok ? typed.value : 0n
      },
      say: (text) => this.#tell({ text, bad: false }),
      fail: (code, message, error) => {
        this.#tell({ text: message, bad: true })
        this.#emitError(code, message, error)
      },
      emit: (type, detail) => this.#emit(type, detail),
      connected: (account) => {
        this.account = account
      },
      again: () => void this.#readPool(),
    })
    if (signal.aborted) return
    this.#offer = offer
    this.#offerCalls()
  }

  #offerCalls(): void {
    if (this.account && this.#asked && !this.#loading) this.#offer?.(this.#read)
  }

  #fail(code: 'snapshot' | 'network' | 'no-pool' | 'account', error: unknown): void {
    const text = this.#words.t(`problem.${code}`)
    this.#tell({ text, bad: true })
    this.#unread = true
    this.#emitError(code, text, error)
  }

  #tell(say: { text: string; bad: boolean }): void {
    this.#say = say
    this.#unread = false
    this.#change()
  }

  #emitError(code: string, message: string, error: unknown): void {
    this.#emit('pool-error', { code, message, cause: causeOf(error) })
  }

  #emit<K extends keyof PoolEvents>(type: K, detail: PoolEvents[K]): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}
