import type { Area } from '../../src/extension/storage/item-store.ts'

/**
 * Storage.local as browsers keep it: JSON only, so bigints do not survive a write. `writes` counts
 * them.
 */
export function createMemoryArea(
  initial: Record<string, unknown> = {},
): Area & { raw: Record<string, unknown>; writes: number } {
  const area = {
    raw: { ...initial } as Record<string, unknown>,
    writes: 0,
    get: async () => structuredClone(area.raw),
    set: async (values: Record<string, unknown>) => {
      area.writes++
      Object.assign(area.raw, JSON.parse(JSON.stringify(values)))
    },
    clear: async () => {
      area.raw = {}
    },
  }
  return area
}
