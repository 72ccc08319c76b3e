/** Who wrote a cell last, as a line of the grid says it. */
export type Writer = { by: string; isOwn: boolean; clock: string; when: string; isRecent: boolean }
