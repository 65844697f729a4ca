import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { readWhatIf, type UnfitReason, UnfitWhatIf, writeWhatIf } from "../../../shared/recording/what-if-file.ts";
import { saveFile } from "../../ui/save-file.ts";
import { whatIfTexts } from "../../ui/what-if-locale.ts";
import type { Player } from "../player.ts";

/** Forgets the what-if, saves it as a file, or opens one; what does not fit is refused and says why. */
export function FileButtons({ player }: { readonly player: Player }) {
  const file = useRef<HTMLInputElement>(null);
  const unfit = useSignal<UnfitReason | undefined>(undefined);
  const texts = whatIfTexts()!;
  const running = player.imagined.value?.whatIf;
  const open = async (chosen: File): Promise<void> => {
    unfit.value = undefined;
    try {
      player.imagine(readWhatIf(await chosen.text(), player.bound.peek()));
    } catch (error) {
      unfit.value = error instanceof UnfitWhatIf ? error.reason : "no-what-if";
    }
  };
  const save = (): void => {
    const text = writeWhatIf(running!, player.bound.peek());
    saveFile("what-if.json", new Blob([text], { type: "application/json" }));
  };
  const problem = unfit.value ? texts.unfit[unfit.value] : player.unimaginable.value && texts.unimaginable;
  return (
    <>
      {running && (
        <>
          <button type="button" data-testid="what-if-forget" onClick={() => player.imagine(undefined)}>
            {texts.cancel}
          </button>
          <button type="button" data-testid="what-if-save" onClick={save}>
            {texts.save}
          </button>
        </>
      )}
      <button type="button" onClick={() => file.current?.click()}>
        {texts.open}
      </button>
      <input
        ref={file}
        hidden
        type="file"
        accept="application/json,.json"
        data-testid="what-if-file"
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen) void open(chosen);
          currentTarget.value = "";
        }}
      />
      {problem && <span role="alert">{problem}</span>}
    </>
  );
}
