type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name

/** Listeners of a widget's events as Vue writes them: `onBoostChange` and so on. */
export type VueListeners<Events> = {
  [Name in keyof Events & string as `on${Capitalize<Camel<Name>>}`]?: (
    event: CustomEvent<Events[Name]>,
  ) => void
}
