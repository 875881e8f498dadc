import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readRelease, sumGzip, listWidgetFiles } from '../../src/dev/cli/build/widget.ts'

const kilobyte = 1000

describe('the built widget', () => {
  it('has a core of at most 12 kB, in one file that one hash pins', async () => {
    const files = await listWidgetFiles()
    expect(files.find(({ file }) => file === 'boost.js')!.imports).toEqual([])
    expect(sumGzip(files, ['boost.js'])).toBeLessThanOrEqual(12 * kilobyte)
    expect((await readRelease()).integrity).toMatch(/^sha384-[\w+/]{64}$/)
  })

  it('takes at most 70 kB with network and wallet code, without WalletConnect', async () => {
    const files = await listWidgetFiles()
    expect(
      sumGzip(files, [
        'boost.js',
        'actions.js',
        'dual-stacking-wallet-en.js',
        'chain.js',
        'wallet.js',
      ]),
    ).toBeLessThanOrEqual(70 * kilobyte)
    expect(
      files
        .filter(({ file }) =>
          readFileSync(`dist/widget/${file}`, 'utf8').includes('relay.walletconnect'),
        )
        .map(({ file }) => file),
    ).toEqual([])
  })

  it('loads network, wallet and languages only when they are used', async () => {
    const core = (await listWidgetFiles()).find(({ file }) => file === 'boost.js')!
    expect(core.later.toSorted()).toEqual([
      'actions.js',
      'boost-language.js',
      'chain.js',
      'pins.js',
      'snapshot.js',
    ])
  })
})
