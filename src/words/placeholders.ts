/** A value's place in a sentence: `{name}`. */
const placeholder = /\{(\w+)\}/g

/** A sentence with its values; what has none stays in braces, where tests look for it. */
export const fillPlaceholders = (
  sentence: string,
  values: Readonly<Record<string, string | undefined>>,
): string => sentence.replace(placeholder, (whole, name: string) => values[name] ?? whole)

/** A sentence cut at its placeholders: text and names of values by turns, text first. */
export const splitAtPlaceholders = (sentence: string): string[] => sentence.split(placeholder)
