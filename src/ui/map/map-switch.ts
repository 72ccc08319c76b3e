/** One of the views that need no day typed. */
export type MapSwitchItem = { href: string; label: string; current: boolean }
