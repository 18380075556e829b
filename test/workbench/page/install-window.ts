/** A page has its document; only what Node has besides must be there for packages that were written for it. */
export {};
