import { useEffect, useState } from 'preact/hooks'

/** Runs a projection off the main thread; the signal aborts a run that is no longer needed. */
export type Project<Request, Result> = (request: Request, signal: AbortSignal) => Promise<Result>

/**
 * The projection of the latest request (compared by identity). A new request cancels the current
 * run; the previous result stays until the new one arrives, so that nothing flickers while a slider
 * moves. `request` null: nothing to project.
 */
export function useProjection<Request, Result>(
  project: Project<Request, Result>,
  request: Request | null,
): { result: Result | null; failed: boolean } {
  const [state, setState] = useState<{ result: Result | null; failed: boolean }>({
    result: null,
    failed: false,
  })
  useEffect(() => {
    if (request === null) {
      setState({ result: null, failed: false })
      return
    }
    const controller = new AbortController()
    project(request, controller.signal).then(
      (result) => controller.signal.aborted || setState({ result, failed: false }),
      () => controller.signal.aborted || setState(({ result }) => ({ result, failed: true })),
    )
    return () => controller.abort()
  }, [project, request])
  return state
}
