declare const brand: unique symbol

/** A value that only its own parser can make: a brand has no other way in. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
