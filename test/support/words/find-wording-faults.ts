import type { Locale } from '../../../src/words/locales.ts'
import type { Message } from '../../../src/words/message.ts'
import { readCatalogues } from './catalogues.ts'

/** What no sentence of a language has, by what to write instead [glossary]. */
type Rules = Readonly<Record<string, RegExp>>

const BRITISH = [
  'enrolment|fulfil\\b|judgement|\\b(?:whilst|amongst|grey)\\b',
  '\\b(?:behavio|colo|favo|hono|labo|neighbo)ur',
  '\\b(?:centre|defence|licence|offence|programme)',
  '(?:cancell|labell|modell|travell)(?:ed|ing)',
  '(?:authori|capitali|finali|initiali|normali|optimi|organi|recogni|summari|synchroni)s(?:e|ing|at)',
]

const rulesOfAll: Rules = { 'no space before …': /\s…/ }

/** One row for each language of the registry. */
const rules: Readonly<Record<Locale, Rules>> = {
  en: {
    'no space before %': /\s%/,
    'American spelling': new RegExp(BRITISH.join('|'), 'i'),
    'someone, anyone, everyone': /\b(?:some|any|every)body\b/i,
    'slashed, slashing; soft or hard fault': /\bpunish|\bfault.*\bgrave\b|\bgrave fault/i,
    calculate: /\breckon|\bcomput(?:e[ds]?|ing)\b/i,
    'load, Refresh, Updated': /\bReading\b|\bRead (?:again|\{)/,
    'received, arrives': /\bland(?:s|ed)\b/i,
    'on-chain': /\bon the chain\b/i,
    'enabled, disabled': /\bswitch(?:e[ds])?(?: \w+)* (?:on|off)\b/i,
    'per cycle': /\} a cycle\b|^a cycle, about|\b(?:calls|sats) a cycle\b/,
    'from cycle 8': /\bfrom (?:the next cycle|cycle \{\w+\}) on\b/i,
    'APR, APY': /\byearly rate|\bcompounded\b/i,
    'exchange rate': /\bworth of a share\b/i,
    'your stake': /\byour part\b/i,
    'total DUSK staked': /\bstaked by all\b/i,
    assumptions: /\btaken for granted\b/i,
    'click (the Twinstack icon)': /\bpress(?:e[ds]|ing)?\b/i,
    'Local demo network': /\bembedded network\b/i,
    'Bitcoin block': /\bBitcoin height\b/i,
    unknown: /\bnot known\b/i,
    'did not respond': /\bdid not answer\b/i,
    'no longer': /\bany more\b/i,
    'a different … from': /\banother [^.,]* than\b/i,
    'subject first': /(?:^|[.:] )(?:Shown is|Who|Whoever) |, says the /,
  },
  es: {
    'poner en staking': /apost|apuest/i,
    'hacer clic': /(?<!im)p[uú]ls/i,
    apilar: /stackear/i,
    cartera: /billetera/i,
    slashing: /penaliz|castig/i,
    'cargar, actualizar': /\bley(?:endo|ó)|\bleído|\bleer de nuevo/i,
    APR: /tasa anual/i,
    'referido, referidor': /recomend/i,
    instantánea: /\bcapturas?\b/i,
    'Red de pruebas': /red de prueba\b/i,
  },
  'zh-CN': {
    '…': /……/,
    '质押池, 奖励池': /(?<!质押|奖励)池/,
    点击: /按下|再按/,
    罚没: /惩罚|受罚/,
    Gas: /燃料/,
    年化收益率: /年利率|年收益率|年化利率/,
    网络手续费: /网络费/,
    运营方: /运营者|操作者/,
    '加载, 刷新': /正在读取|读取中|重新读取|前读取/,
    iframe: /框架/,
    记录: /捕获|采集/,
    您: /你/,
  },
}

const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message)

/** Which rules of its language a sentence breaks. */
export const brokenRules = (locale: Locale, text: string): string[] =>
  Object.entries({ ...rulesOfAll, ...rules[locale] })
    .filter(([, wrong]) => wrong.test(text))
    .map(([rule]) => rule)

/** The sentences of a language that break its rules, with catalogue and key. */
export async function findWordingFaults(locale: Locale, words?: string): Promise<string[]> {
  return Object.entries(await readCatalogues(locale, words)).flatMap(([name, section]) =>
    Object.entries(section).flatMap(([key, message]) =>
      forms(message).flatMap((text) =>
        brokenRules(locale, text).map((rule) => `${name} ${key}: “${rule}”: ${text}`),
      ),
    ),
  )
}
