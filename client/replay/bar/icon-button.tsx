import { fill } from "../../ui/locale.ts";
import { playerTexts } from "../../ui/player-locale.ts";

interface IconButtonProps {
  /** What it does; shown when the pointer rests on it, with its key. */
  readonly label: string;
  /** The key that does the same, as it is printed. */
  readonly hotkey?: string;
  /** Path in a 24 × 24 box. */
  readonly path: string;
  /** Filled, not drawn in lines. */
  readonly solid?: boolean;
  readonly testId: string;
  readonly class?: string;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A button of the bar that is a picture. */
export function IconButton(props: IconButtonProps) {
  const { label, hotkey, path, solid = false, testId, pressed, expanded, disabled = false, onClick } = props;
  const title = hotkey ? fill(playerTexts()?.withKey ?? "{what}", { what: label, key: hotkey }) : label;
  return (
    <button
      type="button"
      class={props.class}
      data-testid={testId}
      aria-label={label}
      title={title}
      aria-pressed={pressed}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={onClick}
    >
      <svg class={solid ? "solid" : undefined} viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}
