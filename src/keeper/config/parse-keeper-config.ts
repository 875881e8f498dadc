import * as v from 'valibot'
import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml'
import type { KeeperWord } from '../speak.ts'
import { keeperConfig, type KeeperConfig } from './keeper-config.ts'

/** What is wrong with a config, in which line; `at`: the field, such as `programmes.0.contract`. */
export interface ConfigProblem {
  line: number
  at: string
  word: KeeperWord
}

type Path = (string | number)[]

const lineAt = (document: Document, lines: LineCounter, path: Path): number => {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = path.slice(0, length)
    const last = found.at(-1)
    // A field is where its name is; its value may begin a line further down.
    const parent = document.getIn(found.slice(0, -1), true)
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => String(isNode(key) ? key : '') === String(last))
      : undefined
    const node = pair?.key ?? document.getIn(found, true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/** A field by its name; what looks like none may be a key that was put in the wrong place. */
const shownKey = (key: string | number): string =>
  /^\w{1,30}$/.test(String(key)) ? String(key) : '…'

const wordOf = ({ kind, message, received, expected }: v.BaseIssue<unknown>): KeeperWord => {
  if (kind === 'schema' && expected === 'never') return 'keeper.config.unknownField'
  // A field that is not there has no type that could be wrong.
  return received === 'undefined' ? 'keeper.config.missing' : (message as KeeperWord)
}

/**
 * Reads the text of a keeper's config, YAML or JSON. Every problem has its line; none of them
 * repeats a value.
 */
export function parseKeeperConfig(
  text: string,
): { ok: true; config: KeeperConfig } | { ok: false; problems: ConfigProblem[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0)
    return {
      ok: false,
      problems: document.errors.map(({ pos, code }) => ({
        line: lines.linePos(pos[0]).line,
        at: '',
        word: code === 'DUPLICATE_KEY' ? 'keeper.config.twice' : 'keeper.config.syntax',
      })),
    }
  const parsed = v.safeParse(keeperConfig, document.toJS({ maxAliasCount: 10 }) ?? {}, {
    abortEarly: false,
  })
  if (parsed.success) return { ok: true, config: parsed.output }
  const problems = parsed.issues.map((issue): ConfigProblem => {
    const path = (issue.path ?? []).map(({ key }) => key as string | number)
    return {
      line: lineAt(document, lines, path),
      at: path.map(shownKey).join('.'),
      word: wordOf(issue),
    }
  })
  return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line) }
}
