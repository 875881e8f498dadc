import { useLayoutEffect, useState } from 'preact/hooks'
import type { StoreApi } from 'zustand/vanilla'

/**
 * The selected part of a store (a value, not a function); renders again when it changes by
 * identity. What `select` picks must not change between renders.
 */
export function useStore<S, T>(store: StoreApi<S>, select: (state: S) => T): T {
  const [value, setValue] = useState(() => select(store.getState()))
  useLayoutEffect(() => {
    const check = () => setValue(() => select(store.getState()))
    check()
    return store.subscribe(check)
  }, [store])
  return value
}
