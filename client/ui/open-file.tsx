import { useRef } from "preact/hooks";

interface OpenFileProps {
  readonly label: string;
  /** Kinds of files that are offered, as the attribute says it. */
  readonly accept: string;
  readonly testId: string;
  readonly class?: string | undefined;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}

/** A button that lets one file be chosen. */
export function OpenFile({ label, accept, testId, class: look, disabled = false, onFile }: OpenFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={look} disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        hidden
        type="file"
        accept={accept}
        data-testid={testId}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen) onFile(chosen);
          // The same file may be chosen again, once it is mended.
          currentTarget.value = "";
        }}
      />
    </>
  );
}
