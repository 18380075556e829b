/** What JavaScript's `replace` makes something else of in the text that it puts in; the publisher puts links and code into its pages so. */
export const REPLACEMENT_PATTERN = /\$[$&`']/;
