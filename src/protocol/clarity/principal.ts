/** A Stacks principal, standard or contract, as its address text. */
export type Principal = string
