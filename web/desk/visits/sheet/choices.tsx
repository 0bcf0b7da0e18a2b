interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly change: (value: Value) => void;
}

/** A few answers as big buttons, one of them given. */
export const Choices = <Value extends string>({ label, value, options, change }: Props<Value>) => (
  <div role="group" aria-label={label} className="visit-choices">
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        aria-pressed={option.value === value}
        onClick={() => change(option.value)}
      >
        {option.label}
      </button>
    ))}
  </div>
);
