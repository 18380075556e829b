/** One of several words to choose. `label` is for a screen reader, where no label stands around it. */
export function Dropdown<T extends string>(props: {
  readonly label?: string;
  readonly options: readonly (readonly [value: T, words: string])[];
  readonly value: T;
  readonly choose: (value: T) => void;
}) {
  return (
    <select
      class="dropdown"
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.choose(event.currentTarget.value as T)}
    >
      {props.options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}
