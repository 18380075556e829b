/** Why something is not done, as a sentence for people. */
export interface Refusal {
  readonly refusal: string;
}

export const refuse = (refusal: string): Refusal => ({ refusal });

export const isRefusal = (planned: object): planned is Refusal => 'refusal' in planned;
