import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const sourcesOf = (room: string): string[] =>
  readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => `src/${room}/${name}`)

/** A text as code has it, values left out. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')
}

/**
 * Three words or more, the first with a capital letter or the last with a full stop: what a reader
 * would take for a sentence. Markup and queries do not count.
 */
const readsAsSentence = (text: string): boolean =>
  (text.match(/\p{L}[\p{L}’']*/gu) ?? []).length >= 3 &&
  /\p{L} \p{L}|\p{L}[,:;] /u.test(text) &&
  /^\W*\p{Lu}|\p{Ll}[.!?]$/u.test(text) &&
  !/^<|^Note over /.test(text.trim())

/**
 * Sentences that are allowed outside of words, because only developers and machines read them:
 *
 * - The message of a thrown error. Codes cross boundaries; the test below keeps messages from being
 *   read anywhere near a user.
 * - Words of a chain: what Dusk's contracts and nodes say is part of the model, which is compared
 *   with theirs word for word.
 */
function isExcepted(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isNewExpression(parent)) return parent.expression.getText().endsWith('Error')
  if (!ts.isCallExpression(parent)) return isChainText(node)
  if (parent.expression.kind === ts.SyntaxKind.SuperKeyword) return true
  const called = parent.expression.getText()
  return isModel(node) && (called === 'panic' || called === 'expecting')
}

const isModel = (node: ts.Node): boolean =>
  node.getSourceFile().fileName.startsWith('src/protocol/hyperstaking/')

/** A text that the model keeps by name. */
const isChainText = (node: ts.Node): boolean => {
  let at = node.parent
  while (!ts.isVariableDeclaration(at) && !ts.isSourceFile(at)) at = at.parent
  return (
    isModel(node) &&
    ts.isVariableDeclaration(at) &&
    ['REFUSALS', 'expectDeposit'].includes(at.name.getText())
  )
}

function findSentences(file: string, source = readFileSync(file, 'utf8')): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const text = textOf(node)
    if (text !== undefined && readsAsSentence(text) && !isExcepted(node))
      found.push(`${file}: ${text}`)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true))
  return found
}

describe('sentences', () => {
  it('are recognised', () => {
    const source = `
      const told = { code: 'no', sentence: 'This address is already enrolled.' }
      say(\`The network refused \${reason}.\`)
      throw new RangeError('A simulation takes 1 to 10 depositors.')
      const query = 'query { block(height: -1) { header } }'`
    expect(findSentences('src/chain/x.ts', source)).toEqual([
      'src/chain/x.ts: This address is already enrolled.',
      'src/chain/x.ts: The network refused ….',
    ])
  })

  it.each([
    'protocol',
    'chain',
    'wallet',
    'worker',
    'app',
    'ui',
    'extension',
    'widget',
    'site',
    'keeper',
  ])('are in words alone, none in %s', (room) => {
    expect(sourcesOf(room).flatMap((file) => findSentences(file))).toEqual([])
  })

  it('of errors are read where they become codes or go into a log, nowhere else', () => {
    const readers = ['wallet', 'app', 'ui', 'extension', 'widget', 'site', 'keeper']
      .flatMap(sourcesOf)
      .filter((file) =>
        /\b(?:error|problem|thrown|reason|cause|failure)\)?\.message\b/.test(
          readFileSync(file, 'utf8'),
        ),
      )
    expect(readers.toSorted()).toEqual([
      // The local log of faults.
      'src/app/logged-fault.ts',
      // A wallet's own words become a code.
      'src/wallet/dusk/dusk-failure.ts',
      'src/wallet/stacks/stacks-failure.ts',
      // The cause that an event carries for a log, next to the displayed sentence.
      'src/widget/cause.ts',
      // Our own code, to distinguish it from the network's.
      'src/widget/dual-stacking/element.ts',
    ])
  })

  it('of a view are not in its markup', () => {
    // Text between tags, and text in attributes that users read. Units are the same everywhere.
    const allowed = /^(sats|sBTC|STX|×|—|…)$/
    const found: string[] = []
    for (const file of sourcesOf('ui').filter((name) => name.endsWith('.tsx'))) {
      const source = readFileSync(file, 'utf8')
      for (const [, text] of source.matchAll(/>\s*([^<>{}()=;]*[A-Za-z]{3,}[^<>{}()=;]*)<\//g))
        if (!allowed.test(text!.trim())) found.push(`${file}: ${text!.trim()}`)
      for (const [, text] of source.matchAll(
        /(?:aria-label|title|label|placeholder|alt)="([^"]*[A-Za-z]{3,}[^"]*)"/g,
      ))
        found.push(`${file}: ${text}`)
    }
    expect(found).toEqual([])
  })
})
