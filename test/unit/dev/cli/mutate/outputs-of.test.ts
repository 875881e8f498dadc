import { expect, it } from 'vitest'
import { outputsOf } from '../../../../../src/dev/cli/mutate/outputs-of.ts'

const row = (file: string, threat = 'Something') => ({ file, threat, title: '' })

it.each([
  ['the manifest', 'manifest.json', row('test/e2e/untouched.test.ts'), []],
  ['the extension', 'src/extension/relay/main.ts', row('test/e2e/a.test.ts'), ['extension']],
  ['the widget', 'src/widget/pause.ts', row('test/e2e/a.test.ts'), ['widget', 'site']],
  ['the site', 'src/site/sign.html', row('test/e2e/a.test.ts'), ['site']],
  ['what is shared', 'src/wallet/wait.ts', row('test/e2e/sign.test.ts'), ['extension']],
  ['what is shared', 'src/wallet/wait.ts', row('test/e2e/widget.test.ts'), ['widget', 'site']],
  [
    'what is shared',
    'src/ui/watch-presses.ts',
    row('test/e2e/attacks.test.ts', 'The widget put under the pointer'),
    ['widget', 'site'],
  ],
])('a change of %s is built in what the test runs of it: %s', (_, source, threat, outputs) => {
  expect(outputsOf([source], threat)).toEqual(outputs)
})

it('what several sources end up in is built once, in the order of building', () => {
  const sources = ['src/site/sign.html', 'src/widget/pause.ts', 'src/extension/relay/main.ts']
  expect(outputsOf(sources, row('test/e2e/a.test.ts'))).toEqual(['extension', 'widget', 'site'])
})
