import type { ComponentChildren } from 'preact'
import type { Known } from '../../chain/known.ts'
import { Unknown } from './unknown.tsx'

/** Shows a value when it is known, otherwise the dash. */
export function KnownValue<T>({
  of,
  children,
}: {
  of: Known<T>
  children: (value: T) => ComponentChildren
}) {
  return of.known ? <>{children(of.value)}</> : <Unknown reason={of.reason} />
}
