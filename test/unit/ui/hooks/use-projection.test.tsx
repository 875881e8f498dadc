// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, it } from 'vitest'
import { useProjection, type Project } from '../../../../src/ui/hooks/use-projection.ts'

interface Run {
  request: number
  signal: AbortSignal
  resolve: (result: string) => void
  reject: (error: Error) => void
}

function bench() {
  const runs: Run[] = []
  const project: Project<number, string> = (request, signal) =>
    new Promise((resolve, reject) => runs.push({ request, signal, resolve, reject }))
  const root = document.createElement('div')
  const View = ({ request }: { request: number | null }) => {
    const { result, failed } = useProjection(project, request)
    return <>{`${result} ${failed}`}</>
  }
  return {
    runs,
    root,
    show: (request: number | null) => act(async () => render(<View request={request} />, root)),
    unmount: () => act(async () => render(null, root)),
  }
}

it('a new request cancels the current run, and the previous result stays until then', async () => {
  const { runs, root, show } = bench()
  await show(1)
  await act(async () => runs[0]!.resolve('one'))
  expect(root.textContent).toBe('one false')
  await show(2)
  await show(3)
  expect(runs.map(({ signal }) => signal.aborted)).toEqual([true, true, false])
  expect(root.textContent).toBe('one false')
  await act(async () => runs[2]!.resolve('three'))
  await act(async () => runs[1]!.resolve('two'))
  expect(root.textContent).toBe('three false')
})

it('a failed run is reported and keeps the earlier result', async () => {
  const { runs, root, show } = bench()
  await show(1)
  await act(async () => runs[0]!.resolve('one'))
  await show(2)
  await show(3)
  await act(async () => runs[1]!.reject(new Error('aborted')))
  expect(root.textContent).toBe('one false')
  await act(async () => runs[2]!.reject(new Error('crashed')))
  expect(root.textContent).toBe('one true')
})

it('nothing to project clears the result, and leaving cancels', async () => {
  const { runs, root, show, unmount } = bench()
  await show(1)
  await act(async () => runs[0]!.resolve('one'))
  await show(null)
  expect(root.textContent).toBe('null false')
  await show(4)
  await unmount()
  expect(runs[1]!.signal.aborted).toBe(true)
})
