/** The command line makes no sense: it ends with status 2, where a failure of the work itself ends with 1. */
export class UsageError extends Error {}
