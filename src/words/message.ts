/** A sentence with {placeholders}, or one per plural category of its number {count}. */
export type Message = string | Plural
export type Plural = { readonly other: string } & {
  readonly [category in Exclude<Intl.LDMLPluralRule, 'other'>]?: string
}

export type Section = { readonly [key: string]: Message }

/** The same keys in another language; placeholders and plural categories are checked by a test. */
export type Translation<S extends Section> = {
  readonly [K in keyof S]: S[K] extends string ? string : Plural
}

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never

/** Placeholders of a message. */
export type Placeholders<M> = M extends string
  ? NamesIn<M>
  : M extends { readonly other: infer Other }
    ? 'count' | NamesIn<Other>
    : never
