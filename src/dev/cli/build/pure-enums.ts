import type { Plugin } from 'vite'

/** An enumeration as TypeScript compiles it. */
const ENUM = /export var (\w+);\s*\(function \(\1\) \{([^]*?)\}\)\(\1 \|\| \(\1 = \{\}\)\);/g

/** A table by their members. */
const TABLE = /^const (\w+Map) = (\{[^}]*\});/gm

/**
 * Writes the enumerations of @stacks/transactions so that a bundler sees that they have no effect,
 * and drops those that nothing uses.
 */
export const pureEnums = (): Plugin => ({
  name: 'twinstack:pure-enums',
  transform: (code, id) =>
    id.includes('/@stacks/transactions/dist/esm/')
      ? {
          code: code
            .replace(ENUM, 'export var $1 = /* @__PURE__ */ (function ($1) {$2 return $1; })({});')
            .replace(TABLE, 'const $1 = /* @__PURE__ */ (() => ($2))();'),
          map: null,
        }
      : undefined,
})
