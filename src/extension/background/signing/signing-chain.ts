import type { AccountLook, SentSince } from '../../../wallet/account-look.ts'
import type { JobOutcome } from '../../../wallet/bridge/job-outcome.ts'
import type { WalletJob } from '../../../wallet/bridge/wallet-job.ts'
import type { FoundWallet } from '../../../wallet/found-wallet.ts'
import type {
  SigningEvent,
  SigningPosition,
  SigningVerdict,
} from '../../../wallet/reduce-signing.ts'
import type { SigningFailure } from '../../../wallet/signing-failure.ts'
import type { WalletConnection } from '../../../wallet/wallet-connection.ts'

/*
 * What the signing engine has to know of a chain. The engine itself is one for all of them:
 *
 *   connect   wallet-connector.ts     looks for wallets in a tab, asks one for its addresses
 *   journal   intent-journal.ts       every request, written before each step
 *   ask       wallet-requests.ts      brings a request before its wallet in a tab
 *   look      account-looks.ts        finds what was sent although no answer came
 *   deliver   signing-engine.ts       takes what the relay brings, once it is stored
 *   recover   signing-engine.ts       after a stop, a closed tab, or a wallet's silence
 */

/** A request to a wallet as every chain keeps it. */
export interface SigningIntent {
  id: string
  request: { account: string }
  updatedAt: number
  tabId: number | null
  state: string
  failure: SigningFailure | null
  /** Where the account stood when its wallet was first asked; null: it was not. */
  baseline?: object | null | undefined
  sent?: SentSince | null | undefined
}

/**
 * An entry of the journal; a dismissed one is kept, hidden, for a late answer of its wallet.
 * `nonce` names the latest attempt; null before the first.
 */
export interface SigningEntry<Intent> {
  intent: Intent
  dismissed: boolean
  nonce: string | null
}

/** Where and how a chain keeps its requests. */
export interface JournalRules<Intent extends SigningIntent> {
  /** How many entries are kept; those whose transaction may still change always are. */
  kept: number
  read(): SigningEntry<Intent>[]
  /** The same array back means no change. */
  update(change: (entries: SigningEntry<Intent>[]) => SigningEntry<Intent>[]): Promise<unknown>
  /** The intent after an event; the same object when the event does not fit. */
  advance(intent: Intent, event: SigningEvent, now: number): Intent
  positionOf(intent: Intent): SigningPosition
  isTracked(intent: Intent): boolean
  /** The same request as a new intent. */
  renew(intent: Intent, id: string, now: number): Intent
  /** Compares what a wallet signed with what it was asked for. */
  judge(intent: Intent, signed: Extract<JobOutcome, { result: 'signed' }>): SigningVerdict
  /** Whether what a page gives as a wallet's account is one of the request's network. */
  isAccount(intent: Intent, address: string): boolean
  /** Keeps with which account a wallet answered on its page's host, where that says anything. */
  learnAccount?(intent: Intent, verdict: SigningVerdict): Promise<void>
}

/** A connection as every chain keeps it. */
export type SigningConnection = Omit<WalletConnection, 'addresses' | 'ledger'>

/** The stages that the engine itself knows; choosing an account is some chains' own. */
export type EngineConnection = Omit<SigningConnection, 'stage'> & {
  stage: Exclude<SigningConnection['stage'], 'choose-account'>
}

export type ConnectedOutcome = Extract<JobOutcome, { result: 'connected' }>

/** Where a chain keeps its connection, and what becomes of the addresses that it brings. */
export interface ConnectionRules<Connection extends SigningConnection> {
  read(): Connection | null
  update(change: (current: Connection | null) => Connection | null): Promise<unknown>
  create(started: EngineConnection): Connection
  /** Keeps what the wallet gave, or says why none of it can be used. */
  accept(connection: Connection, given: ConnectedOutcome): Promise<SigningFailure | null>
}

/** A wallet that is in no page: an extension tab holds it, and fetches its job itself. */
export interface OwnTabWallet<Intent> {
  wallet: FoundWallet
  isOffered(): boolean
  signsFor(intent: Intent): boolean
  openTab(): Promise<number | null>
}

/** How a chain's wallets are found and asked. */
export interface WalletAccess<Intent> {
  /** Null: the tab went away. */
  findWallets(tabId: number): Promise<FoundWallet[] | null>
  /**
   * The wallet to connect to, of those that are in the page; null: the user chooses. `walletId`:
   * what the user chose, if anything.
   */
  chooseToConnect(
    found: readonly FoundWallet[],
    walletId: string | null,
  ): FoundWallet | 'missing' | null
  /** The wallet that signs for an intent, of those that are in the page. */
  chooseWallet(intent: Intent, found: readonly FoundWallet[]): FoundWallet | undefined
  connectJob(id: string, walletId: string): WalletJob
  /** Whether a wallet has to be asked for its account first; host null: not known. */
  needsAddress?(intent: Intent, walletId: string, host: string | null): Promise<boolean>
  callJob(intent: Intent, nonce: string, walletId: string): WalletJob
  /** The wallet that an intent was brought before, where that is kept. */
  walletIdOf(intent: Intent): string | null
  ownTab?: OwnTabWallet<Intent>
}

/** What is read of an account around a question to its wallet. */
export interface AccountWatch<Intent> {
  /** Reads where the account stands; the result notes it in an intent without such a note. */
  readBaseline(intent: Intent): Promise<(current: Intent) => Intent>
  /** Looks for what was sent since; `isTaken`: a transaction that belongs to another intent. */
  look(intent: Intent, isTaken: (txid: string) => boolean): Promise<AccountLook>
  /** Whether both ask for the same thing, so that one may have been sent as the other. */
  isSameRequest(one: Intent, other: Intent): boolean
}

export interface SigningChain<Intent extends SigningIntent, Connection extends SigningConnection> {
  journal: JournalRules<Intent>
  connection: ConnectionRules<Connection>
  wallets: WalletAccess<Intent>
  watch: AccountWatch<Intent>
}
