import * as v from 'valibot'
import { project } from '../../protocol/dual-stacking/projection/project.ts'
import { projectionRequest } from '../../worker/requests.ts'
import { pack, unpack } from '../bigint-json.ts'

/** A projection computed here: a service worker cannot start a worker. Amounts are bounded by the schema, so that no question takes long. */
export function projectHere(request: string): { ok: true; result: string } | { ok: false } {
  try {
    const parsed = v.safeParse(projectionRequest, unpack(request))
    return parsed.success ? { ok: true, result: pack(project(parsed.output)) } : { ok: false }
  } catch {
    return { ok: false }
  }
}
