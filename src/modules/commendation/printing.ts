/** The most certificates of one printing: a file that a printer takes at once. */
export const mostPrinted = 100
