interface Option {
  readonly value: string;
  readonly label: string;
  readonly count?: number | undefined;
  /** Shown in red while there is any. */
  readonly late?: boolean;
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly change: (value: string) => void;
}

/** A row of choices, one of them in force, with exact counts where they are known. */
export const Segments = ({ label, value, options, change }: Props) => (
  <div role="group" aria-label={label} className="segments">
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        aria-pressed={option.value === value}
        onClick={() => change(option.value)}
      >
        {option.label}
        {option.count === undefined ? null : (
          <span className={option.late && option.count > 0 ? 'count late' : 'count'}>{option.count}</span>
        )}
      </button>
    ))}
  </div>
);
